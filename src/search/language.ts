/** Answers queries that say more than words. Loaded with the first of them. */
import type { Facts } from '../contract/facts.ts';
import type { Garden } from '../contract/map.ts';
import { tokenize } from '../contract/search.ts';
import { evaluate, type Open } from '../query/evaluate.ts';
import { parse } from '../query/parse.ts';
import { planOf, type Needs } from '../query/plan.ts';
import { termsOf, wantedTermsOf, type Problem, type Term, type Words } from '../query/query.ts';
import type { Answer, Having, Hit, SearchEngine } from './engine.ts';
import { lacking } from './tiers.ts';

export interface Sources {
  readonly garden: Garden;
  /** Null before the index has come: then titles are all that is looked into. */
  readonly engine: Pick<SearchEngine, 'answer' | 'find'> | null;
  /** What titles alone answer. */
  readonly inTitles: (words: string) => Answer;
  /** With their headings, where these are needed. Null where the site has none, or they don't come. */
  readonly facts: (needs: Needs) => Promise<Facts | null>;
}

export interface Reply extends Answer {
  /** What can't be meant as it is written. */
  readonly problems: readonly Problem[];
  /** What was left out of the question. */
  readonly open: readonly Open[];
}

/**
 * Hits are ranked by the words that all must have, else by those of which some will do; where there are none, the most linked
 * come first.
 * @param further whether notes with similar words follow where few have what is asked
 */
export async function answerQuery(text: string, sources: Sources, further = false): Promise<Reply> {
  const { garden, engine } = sources;
  const { query, problems } = parse(text);
  const { words, phrases, conditions, needs } = planOf(query);
  const facts = needs === 'nothing' ? null : await sources.facts(needs);
  const last = termsOf(query).at(-1);
  const typed = /\S$/.test(text) ? wantedTermsOf(query).find((term) => term === last) : undefined;
  const found = await find(termsOf(conditions).filter(isFree), typed, engine);
  const { mask, open } = evaluate(conditions, garden, {
    facts,
    find: (term) => {
      const having = found.get(keyOf(term));
      if (having === undefined) return null;
      return having.unread === undefined ? having.ids : 'unread';
    },
  });
  // A word of a heading shows which section is meant; one that must not be there shows nothing.
  const sought = wantedTermsOf(conditions).filter(isInTexts);
  const marks = engine === null ? [] : [...new Set(sought.flatMap(({ text }) => tokenize(text)))];
  const lacks = [...new Set([...found.values()].flatMap(({ lacks = [] }) => lacks))];
  const among = mask === null ? {} : { among: mask };
  const fits = ({ id }: Hit): boolean => mask === null || mask[id] === 1;

  if (words.length === 0 && phrases.length === 0) {
    const some = sought.filter(isFree).map(({ text }) => text);
    const ranked =
      engine === null || mask === null || some.length === 0
        ? []
        : (await engine.answer({ words: some.join(' '), phrases: [], some: true, ...among })).hits;
    const hits = mask === null ? [] : rankedFirst(ranked, mostLinked(mask, garden), marks);
    return { match: 'all', hits, problems, open, ...lacking(lacks) };
  }
  const inTitles = (): Answer => {
    const answer = sources.inTitles([...words, ...phrases].join(' '));
    return { ...answer, hits: answer.hits.filter(fits) };
  };
  let answer =
    engine === null
      ? inTitles()
      : await engine.answer({ words: words.join(' '), phrases, further, ...among });
  const missing = [...new Set([...(answer.lacks ?? []), ...lacks])];
  // Without a connection, what titles have is better than nothing.
  if (answer.hits.length === 0 && missing.length > 0) answer = inTitles();
  return {
    ...answer,
    hits: answer.hits.map(({ id, terms }) => ({ id, terms: [...new Set([...terms, ...marks])] })),
    ...lacking(missing),
    problems,
    open,
  };
}

const isFree = (term: Term): term is Words => term.kind === 'words' && term.field === null;
const isInTexts = (term: Term): term is Words =>
  term.kind === 'words' && (term.field === null || term.field === 'section');
const keyOf = ({ text, phrase }: Words): string => (phrase ? '"' : '') + text;

/**
 * The notes that have words which are only a part of a condition, such as those of an OR.
 * @param typed the term that is perhaps not typed to its end
 */
async function find(
  terms: readonly Words[],
  typed: Term | undefined,
  engine: Sources['engine'],
): Promise<ReadonlyMap<string, Having>> {
  if (engine === null) return new Map();
  const unique = new Map(terms.map((term) => [keyOf(term), term]));
  return new Map(
    await Promise.all(
      [...unique].map(async ([key, term]) => {
        const { text, phrase } = term;
        return [key, await engine.find({ words: text, phrase, begun: term === typed })] as const;
      }),
    ),
  );
}

/** Those that are ranked, then the others. */
function rankedFirst(ranked: readonly Hit[], others: readonly number[], marks: readonly string[]): Hit[] {
  const first = new Map(ranked.map((hit) => [hit.id, hit]));
  for (const id of others) if (!first.has(id)) first.set(id, { id, terms: [] });
  return [...first.values()].map(({ id, terms }) => ({ id, terms: [...new Set([...terms, ...marks])] }));
}

function mostLinked(mask: Uint8Array, { inDegree, outDegree }: Garden): number[] {
  const links = (node: number): number => inDegree[node]! + outDegree[node]!;
  const nodes: number[] = [];
  for (let node = 0; node < mask.length; node++) if (mask[node] === 1) nodes.push(node);
  return nodes.sort((a, b) => links(b) - links(a) || a - b);
}
