/** What a link of the text leads to, as far as the reader can tell of it before going there. */
import type { LinkPlace } from '../../contract/links.ts';

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
  /** The sentences in which it does, each with the address of its place. Rejects with words for the reader. */
  readonly places: () => Promise<readonly (LinkPlace & { readonly href: string })[]>;
}
