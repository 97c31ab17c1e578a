/** Asks strictly first, and less strictly where that finds nothing. */
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { tokenize } from '../contract/search.ts';
import type { Answer, Asked, Hit, Match } from './engine.ts';
import { isFormula } from './is-formula.ts';
import { tellingWords } from './small-words.ts';
import type { Ranked, Store, Strictness } from './store.ts';

/** How words are taken, and how those that tell are, where they are all of them, or few notes have all. */
type Tier = readonly [Match, Strictness, Strictness | null];

const WHOLE: Tier = ['all', 'whole', null];
const ALL: Tier = ['all', 'begun', 'numbers'];
const NEAR: Tier = ['near', 'near', 'near'];
const MOST: Tier = ['any', 'most', null];
const ANY: Tier = ['any', 'any', null];
/** What may follow where few have all words. */
const FURTHER: readonly Strictness[] = ['near', 'most'];

/** So many hits are enough; behind fewer, others may follow. */
export const ENOUGH = 8;
/** Others that follow at most. */
const MOST_FURTHER = 20;

const NOTHING: Ranked = { hits: [], lacks: [], known: true };

/** The words are cut to `MAX_QUERY_LENGTH`; without a word in them, nothing is found. */
export async function answer(
  store: Store,
  { words: query, among, further = false, some = false }: Omit<Asked, 'phrases'>,
): Promise<Answer> {
  const words = cut(query);
  if (tokenize(words).length === 0) return { match: 'all', hits: [] };
  let isKnown = true;
  const rank = async (asked: string, match: Match, how: Strictness): Promise<Answer> => {
    const { hits, lacks, known } = await store.rank(asked, how);
    isKnown = known;
    return { match, hits: within(hits, among), ...lacking(lacks) };
  };
  const isTyped = isFormula(words);
  const telling = isTyped || some ? words : tellingWords(words);
  let found: Answer = { match: 'any', hits: [] };
  let tiers = some ? [ANY] : isTyped ? [WHOLE, ALL, NEAR, ANY] : [ALL, NEAR, MOST, ANY];
  for (let tier = tiers.shift(); tier !== undefined; tier = tiers.shift()) {
    const [match, how, forgiving] = tier;
    const asTold = match === 'any' ? telling : words;
    const forgives = forgiving !== null && !isTyped;
    found = await rank(asTold, match, forgives && asTold === telling ? forgiving : how);
    if (forgives && asTold !== telling && found.hits.length < ENOUGH)
      found = { ...(await rank(telling, match, forgiving)), entire: found.hits };
    if (tier === MOST && found.hits.length > 0 && found.hits.length < ENOUGH)
      found = { ...found, hits: joined(found.hits, (await rank(telling, 'any', 'any')).hits) };
    if (found.hits.length > 0) break;
    // Words that notes have were hardly meant otherwise.
    if (tier === ALL && !isTyped && isKnown) tiers = [MOST, NEAR, ANY];
  }
  if (found.match === 'any') return hasTyped(found.hits, telling) ? found : { ...found, match: 'near' };
  return further ? withOthers(store, telling, found, among) : found;
}

/** All hits, each once. */
function joined(first: readonly Hit[], others: readonly Hit[]): Hit[] {
  const have = new Set(first.map(({ id }) => id));
  return [...first, ...others.filter(({ id }) => !have.has(id))];
}

/** Whether a note has a word that was typed, and not only one that is spelt like it. */
function hasTyped(hits: readonly Hit[], words: string): boolean {
  const typed = tokenize(words);
  return (
    hits.length === 0 ||
    hits.some(({ terms }) => terms.some((term) => typed.some((word) => term.startsWith(word))))
  );
}

/** The same hits; where there are few, others follow. */
async function withOthers(
  store: Store,
  words: string,
  found: Answer,
  among: Uint8Array | undefined,
): Promise<Answer> {
  const hits = [...found.hits];
  const have = new Set(hits.map(({ id }) => id));
  for (const how of FURTHER) {
    if (hits.length >= ENOUGH) break;
    const ranked = await store.rank(words, how);
    const others = within(ranked.hits, among).filter(({ id }) => !have.has(id));
    for (const hit of others.slice(0, MOST_FURTHER - (hits.length - found.hits.length))) {
      hits.push(hit);
      have.add(hit.id);
    }
  }
  const further = hits.length - found.hits.length;
  return further === 0 ? found : { ...found, hits, further };
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
