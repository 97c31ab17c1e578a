/** What holds an index: it ranks the notes that have words, as strictly as is asked. */
import type { Hit } from './engine.ts';

/** How strictly words are taken. */
export type Strictness =
  /** All of them, as they stand. */
  | 'whole'
  /** All of them; the last one perhaps not typed to its end. */
  | 'begun'
  /** Likewise, each of one thing or of many. */
  | 'numbers'
  /** All of them; each may go on, and be misspelt from four letters on. */
  | 'near'
  /** Some of them, likewise. */
  | 'any'
  /** Two in three of them, of three at least, as in `begun`. */
  | 'most';

export interface Ranked {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Words whose notes may be missing, each once, because a part of the index did not come. One of which nothing came is no condition. */
  readonly lacks: readonly string[];
  /** Whether each of the words is in some note, as far as it is taken so. */
  readonly known: boolean;
}

export interface Store {
  rank(words: string, how: Strictness): Promise<Ranked>;
}

/** How many of so many different words are most of them; of few words, all are needed. */
export function mostOf(words: number): number {
  return words < 3 ? words : Math.ceil((2 * words) / 3);
}

/** What a word counts for that was typed in its other number. */
export const IN_OTHER_NUMBER = 0.5;

/** Edits that a word of so many letters may have: a short word is one letter away from half the dictionary. */
export function mostEdits({ length }: string): number {
  return length > 3 ? Math.round(0.2 * length) : 0;
}
