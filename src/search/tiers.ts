/** Asks strictly first, and less strictly only where that finds nothing. */
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { tokenize } from '../contract/search.ts';
import type { Answer, Match } from './engine.ts';
import type { Ranked, Store, Strictness } from './store.ts';

const TIERS: readonly (readonly [Match, Strictness])[] = [
  ['all', 'begun'],
  ['near', 'near'],
  ['any', 'any'],
];

const NOTHING: Ranked = { hits: [], lacks: [] };

/** The query is cut to `MAX_QUERY_LENGTH`; without a word in it, nothing is found. */
export async function answer(store: Store, query: string): Promise<Answer> {
  const words = cut(query);
  if (tokenize(words).length === 0) return { match: 'all', hits: [] };
  let lacks: readonly string[] = [];
  for (const [match, how] of TIERS) {
    const found = await store.rank(words, how);
    lacks = found.lacks;
    if (found.hits.length > 0) return { match, hits: found.hits, ...lacking(lacks) };
  }
  return { match: 'any', hits: [], ...lacking(lacks) };
}

/** Notes that have all the words, best first; where it is not typed to its end, the last may go on. */
export async function strictly(store: Store, words: string, isTyping: boolean): Promise<Ranked> {
  const asked = cut(words);
  return tokenize(asked).length === 0 ? NOTHING : store.rank(asked, isTyping ? 'begun' : 'whole');
}

export function lacking(lacks: readonly string[]): Pick<Answer, 'lacks'> {
  return lacks.length > 0 ? { lacks } : {};
}

function cut(query: string): string {
  return [...query].slice(0, MAX_QUERY_LENGTH).join('');
}
