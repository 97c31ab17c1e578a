/** A query as a search engine takes it: words to rank by, and conditions that a hit must meet besides. */
import { allOf, termsOf, type Query, type Words } from './query.ts';

export interface Plan {
  /** Free words that every hit must have. */
  readonly words: readonly string[];
  /** Likewise, as they stand. */
  readonly phrases: readonly string[];
  /** What else must hold, for `evaluate`; it may ask for words of the text too, such as those of an OR. */
  readonly conditions: Query;
  /** What of the facts is asked for, which come in files of their own. */
  readonly needs: Needs;
}

export function planOf(query: Query): Plan {
  const parts = query.kind === 'and' ? query.of : [query];
  const isFree = (part: Query): part is Words => part.kind === 'words' && part.field === null;
  const free = parts.filter(isFree);
  return {
    words: free.flatMap(({ text, phrase }) => (phrase ? [] : [text])),
    phrases: free.flatMap(({ text, phrase }) => (phrase ? [text] : [])),
    conditions: allOf(parts.filter((part) => !isFree(part))),
    needs: needsOf(query),
  };
}

/** Nothing, dates and features of notes, or their headings besides. */
export type Needs = 'nothing' | 'facts' | 'headings';

/** What one or another of the queries needs. */
export function needsOf(...queries: readonly Query[]): Needs {
  const terms = queries.flatMap(termsOf);
  if (terms.some((term) => term.kind === 'words' && term.field === 'section')) return 'headings';
  return terms.some((term) => term.kind === 'date' || (term.kind === 'has' && term.what !== 'tag'))
    ? 'facts'
    : 'nothing';
}
