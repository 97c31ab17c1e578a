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
  /** Those of them that have the small words of a question too, where the others needn't: a remembered phrase may be in them. */
  readonly entire?: readonly Hit[];
  /** How many of them, the last ones, have similar words or fewer of them; left out where none do. */
  readonly further?: number;
  /** Notes that have the words, but were not read for the phrase: they are too many, or their texts did not come. */
  readonly unread?: number;
  /** Texts took long: hits that have the words in their order may not be first yet. Asked with `further`, they are waited for. */
  readonly unordered?: true;
  /** Words whose notes may be missing, because a part of the index did not come. */
  readonly lacks?: readonly string[];
}

/** What a hit must have: words to rank by, and phrases as they stand. */
export interface Asked {
  readonly words: string;
  readonly phrases: readonly string[];
  /** 1 for each note that may be found; left out where all may. */
  readonly among?: Uint8Array;
  /** Where few notes have what is asked, those with similar words or fewer of them follow. */
  readonly further?: boolean;
  /** One of the words is enough. */
  readonly some?: boolean;
}

/** Words that are only a part of what is asked. */
export interface Wanted {
  readonly words: string;
  /** As they stand, one after the other. */
  readonly phrase: boolean;
  /** The last one is perhaps not typed to its end. */
  readonly begun: boolean;
}

/** The notes that have them. */
export interface Having extends Pick<Answer, 'unread' | 'lacks'> {
  readonly ids: readonly number[];
}

/** What an index is opened with. */
export interface IndexSource {
  /** Of the search file. */
  readonly url: string;
  /** The site's. */
  readonly root: string;
  /** Of the notes, by id. */
  readonly titles: readonly string[];
}

export interface SearchEngine {
  /** Folder of the notes' texts, from the site's root. */
  readonly texts: string;
  answer(asked: Asked): Promise<Answer>;
  /** The notes that have all words, or the phrase. */
  find(wanted: Wanted): Promise<Having>;
  close(): void;
}
