/** The wall between asking and answering: whatever store can answer queries fits behind it. */

export interface Hit {
  /** Id of a note. */
  readonly id: number;
  /** Words of the index that matched, for marking: not those that were typed. */
  readonly terms: readonly string[];
}

/** How much of the query a hit has. */
export type Match =
  /** All words as typed, the last one perhaps not typed to its end. */
  | 'all'
  /** All words, some only begun or misspelt. */
  | 'near'
  /** Some of the words. */
  | 'any';

export interface Answer {
  readonly match: Match;
  /** Best first. */
  readonly hits: readonly Hit[];
}

export interface SearchEngine {
  /** Folder of the notes' texts, from the site's root. */
  readonly texts: string;
  answer(query: string): Promise<Answer>;
  close(): void;
}
