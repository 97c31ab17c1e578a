/** `data/texts.<hash>/*.json`: the plain texts of the notes, for snippets and previews. */

/** Plain text of one note for snippets: the lead text first, then a section a heading. */
export interface TextFile {
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/** Notes whose texts share a file: the reader loads little that is not shown, the author's host keeps few files. */
export const TEXTS_A_FILE = 8;

/** Where a note's text stands: the file below the folder of texts, a list of `TextFile`, and the place in it. */
export function textAddress(id: number): { readonly file: string; readonly place: number } {
  return { file: `${Math.floor(id / TEXTS_A_FILE)}.json`, place: id % TEXTS_A_FILE };
}
