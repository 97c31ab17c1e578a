/** A query as a search engine takes it: words to rank by, and conditions that a hit must meet besides. */
import { allOf, termsOf, type Query, type Words } from './query.ts';

export interface Plan {
  /** Free words that every hit must have. */
  readonly words: readonly string[];
  /** Likewise, as they stand. */
  readonly phrases: readonly string[];
  /** What else must hold, for `evaluate`; it may ask for words of the text too, such as those of an OR. */
  readonly conditions: Query;
  /** Whether dates and features of notes are asked for, which come in a file of their own. */
  readonly needsFacts: boolean;
}

export function planOf(query: Query): Plan {
  const parts = query.kind === 'and' ? query.of : [query];
  const isFree = (part: Query): part is Words => part.kind === 'words' && part.field === null;
  const free = parts.filter(isFree);
  return {
    words: free.flatMap(({ text, phrase }) => (phrase ? [] : [text])),
    phrases: free.flatMap(({ text, phrase }) => (phrase ? [text] : [])),
    conditions: allOf(parts.filter((part) => !isFree(part))),
    needsFacts: needsFacts(query),
  };
}

export function needsFacts(query: Query): boolean {
  return termsOf(query).some((term) => term.kind === 'date' || (term.kind === 'has' && term.what !== 'tag'));
}
