export interface Facts {
  readonly created: Int32Array;
  readonly modified: Int32Array;
  readonly has: Uint16Array;
}
export const NO_DATE = -0x80000000;
export const HAS = { math: 1, code: 2, picture: 4, table: 8, task: 16, footnote: 32 } as const;
