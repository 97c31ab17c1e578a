/** What `import … from 'hearthmap'` gives: a folder of notes becomes a graph, or a whole site, in a program of yours. */
import type { Diagnostic } from './diagnostic.ts';
import type { GraphFile } from './graph.ts';

// Who keeps a note or a finding in a program of their own can name it.
export type { Diagnostic, Severity } from './diagnostic.ts';
export type { GraphFile, GraphGhost, GraphNote, GraphReference } from './graph.ts';

export interface IndexOptions {
  /** Lets drafts, future and expired notes in. */
  readonly drafts?: boolean;
  /** What "future" and "expired" are measured against; the present moment, if you don't say. */
  readonly now?: Date;
  /** Takes dates that front matter doesn't tell from the history of the repository. */
  readonly gitDates?: boolean;
  /** Folder for what is kept between runs, which a next run is faster by; none, if you don't say. */
  readonly cache?: string;
  /** Called as each stage goes on. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

export interface Indexed {
  /** As in `graph.json`: notes, references, ghosts, tags. */
  readonly graph: GraphFile;
  /** As in `report.json`: by file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PublishOptions extends IndexOptions {
  /** Where the site will be: then it has a sitemap and a feed. */
  readonly url?: string;
  /** Lays the map out as if there had never been one. */
  readonly freshMap?: boolean;
}

export interface Published extends Indexed {
  /** Where the site stands; links are followed. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Files whose bytes were written; the others were there already. */
  readonly changed: number;
}

/**
 * Indexes a folder of notes, whichever kind it is. Writes nothing but the cache.
 * @throws {Error} in words, where there is no such folder or its configuration can't be followed
 */
export declare function indexNotes(folder: string, options?: IndexOptions): Promise<Indexed>;

/**
 * Publishes the notes of a folder as a site into another, whole or not at all.
 * @throws {Error} in words, with the old site still in place
 */
export declare function publishSite(
  folder: string,
  out: string,
  options?: PublishOptions,
): Promise<Published>;
