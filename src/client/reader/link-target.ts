/** What a link of the text leads to, as far as the reader can tell of it before going there. */
export type LinkTarget =
  | {
      readonly kind: 'note';
      readonly slug: string;
      readonly title: string;
      /** Id of a heading or another place of the note. */
      readonly heading: string | null;
    }
  | { readonly kind: 'ghost'; readonly name: string; readonly wanting: readonly Wanting[] };

/** A note that refers to a ghost. */
export interface Wanting {
  readonly title: string;
  readonly href: string;
}
