/** Asks the index strictly first, and less strictly only where that finds nothing. */
import type MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { SEARCH_BOOST, tokenize } from '../contract/search.ts';
import type { Answer, Hit, Match } from './engine.ts';

const loose: SearchOptions = {
  prefix: true,
  // A short word is one letter away from half the dictionary.
  fuzzy: (term) => (term.length > 3 ? 0.2 : false),
};

const TIERS: readonly (readonly [Match, SearchOptions])[] = [
  ['all', { combineWith: 'AND', prefix: (_term, index, terms) => index === terms.length - 1, fuzzy: false }],
  ['near', { combineWith: 'AND', ...loose }],
  ['any', { combineWith: 'OR', ...loose }],
];

/** The query is cut to `MAX_QUERY_LENGTH`; without a word in it, nothing is found. */
export function answer(index: MiniSearch, query: string): Answer {
  const cut = [...query].slice(0, MAX_QUERY_LENGTH).join('');
  if (tokenize(cut).length === 0) return { match: 'all', hits: [] };
  for (const [match, options] of TIERS) {
    const found = index.search(cut, { ...options, boost: SEARCH_BOOST });
    if (found.length > 0) {
      return { match, hits: found.map((result) => ({ id: result.id as number, terms: result.terms })) };
    }
  }
  return { match: 'any', hits: [] };
}

/** Notes that have all the words, best first; where it is not typed to its end, the last may go on. */
export function strictly(index: MiniSearch, words: string, isTyping: boolean): Hit[] {
  const cut = [...words].slice(0, MAX_QUERY_LENGTH).join('');
  if (tokenize(cut).length === 0) return [];
  const [, strict] = TIERS[0]!;
  const found = index.search(cut, {
    ...strict,
    ...(isTyping ? {} : { prefix: false }),
    boost: SEARCH_BOOST,
  });
  return found.map((result) => ({ id: result.id as number, terms: result.terms }));
}
