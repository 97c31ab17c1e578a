import type { Garden } from '../../../contract/map.ts';

/** Those that `shown` marks (all without it); names that nobody has written aside. */
export function countNotes({ noteCount }: Garden, shown: Uint8Array | null): number {
  return shown?.subarray(0, noteCount).reduce((sum, one) => sum + one, 0) ?? noteCount;
}
