/** `graph.json`: the public graph of notes and references. Described for other tools by `graph.schema.json`. */

export const GRAPH_VERSION = 1;

export type ReferenceKind = 'relref' | 'ref' | 'wikilink' | 'embed' | 'markdown' | 'permalink';

export interface GraphNote {
  /** From the content folder, `/` between segments. */
  readonly path: string;
  readonly title: string;
  /** Site-relative, percent-encoded, as Hugo's `.RelPermalink`. */
  readonly permalink: string;
  /** The note's own page in the Hearthmap site, from its root: `notes/<slug>/`. */
  readonly page: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** Ids of all headings, in document order. */
  readonly headings: readonly string[];
  /** ISO 8601, as far as the front matter says. */
  readonly date?: string;
  readonly lastmod?: string;
  readonly description?: string;
  readonly words: number;
}

/** One occurrence of a link, in the note `notes[from]`. */
export interface GraphReference {
  readonly from: number;
  /** Index of a note, or null where no note is found. */
  readonly to: number | null;
  readonly kind: ReferenceKind;
  /** As written. */
  readonly argument: string;
  /** Without `#`; null where there is none. */
  readonly anchor: string | null;
  /** Whether the target has a heading or id of that name; null without an anchor or target. */
  readonly anchorExists: boolean | null;
  /** Both from 1, of the shortcode's or link's first character; columns in UTF-8 bytes, as Hugo counts. */
  readonly line: number;
  readonly column: number;
  /** The link's text, and the sentence around it, both plain. */
  readonly text: string;
  readonly sentence: string;
  /** The note refers to itself. */
  readonly self?: true;
  /** Permalink of a page without a file (a section), or of another language, where `to` is null. With its host, if that is another. */
  readonly target?: string;
  /** Index of a ghost, where `to` is null because nothing has that name. */
  readonly ghost?: number;
}

/** A name that notes refer to and no note has. */
export interface GraphGhost {
  readonly name: string;
  /** What most links call it; left out where that is the name. */
  readonly title?: string;
}

export interface GraphFile {
  readonly version: typeof GRAPH_VERSION;
  readonly site: { readonly title: string; readonly baseURL: string | null };
  readonly notes: readonly GraphNote[];
  readonly references: readonly GraphReference[];
  readonly ghosts: readonly GraphGhost[];
  readonly tags: readonly string[];
}
