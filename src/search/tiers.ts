/** Asks strictly first, and less strictly where that finds nothing. */
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { tokenize } from '../contract/search.ts';
import type { Answer, Asked, Hit, Match } from './engine.ts';
import type { Ranked, Store, Strictness } from './store.ts';

type Tier = readonly [Match, Strictness];

const WHOLE: Tier = ['all', 'whole'];
const ANY: Tier = ['any', 'any'];
const TIERS: readonly Tier[] = [['all', 'begun'], ['near', 'near'], ANY];

/** So many hits are enough; behind fewer, others may follow. */
export const ENOUGH = 8;
/** Others that follow at most: who asks for two words is not helped by all notes with one of them. */
const MOST_FURTHER = 20;

const NOTHING: Ranked = { hits: [], lacks: [] };

/** What is typed for a formula has an end: its `b` is not the beginning of a word. */
export function isFormula(query: string): boolean {
  return /[\\{}^=]|[\p{L}\p{N}]\/[\p{L}\p{N}]/u.test(query);
}

/** The words are cut to `MAX_QUERY_LENGTH`; without a word in them, nothing is found. */
export async function answer(
  store: Store,
  { words: query, among, further = false, some = false }: Omit<Asked, 'phrases'>,
): Promise<Answer> {
  const words = cut(query);
  if (tokenize(words).length === 0) return { match: 'all', hits: [] };
  const tiers = some ? [ANY] : isFormula(words) ? [WHOLE, ...TIERS] : TIERS;
  let lacks: readonly string[] = [];
  let match: Match | null = null;
  let hits: readonly Hit[] = [];
  let first = 0;
  for (const [tier, how] of tiers) {
    const found = await store.rank(words, how);
    lacks = found.lacks;
    const have = new Set(hits.map(({ id }) => id));
    const others = within(found.hits, among).filter(({ id }) => !have.has(id));
    if (match === null) {
      if (others.length === 0) continue;
      match = tier;
      hits = others;
      first = others.length;
    } else hits = [...hits, ...others.slice(0, MOST_FURTHER - (hits.length - first))];
    if (!further || hits.length >= ENOUGH) break;
  }
  return {
    match: match ?? 'any',
    hits,
    ...(hits.length > first ? { further: hits.length - first } : {}),
    ...lacking(lacks),
  };
}

/** Notes that have all the words, best first; where it is not typed to its end, the last may go on. */
export async function strictly(store: Store, words: string, how: Strictness): Promise<Ranked> {
  const asked = cut(words);
  return tokenize(asked).length === 0 ? NOTHING : store.rank(asked, how);
}

export function within(hits: readonly Hit[], among: Uint8Array | undefined): readonly Hit[] {
  return among === undefined ? hits : hits.filter(({ id }) => among[id] === 1);
}

export function lacking(lacks: readonly string[]): Pick<Answer, 'lacks'> {
  return lacks.length > 0 ? { lacks } : {};
}

function cut(query: string): string {
  return [...query].slice(0, MAX_QUERY_LENGTH).join('');
}
