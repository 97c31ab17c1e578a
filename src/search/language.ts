/** Answers queries that say more than words. Loaded with the first of them. */
import type { Facts } from '../contract/facts.ts';
import type { Garden } from '../contract/map.ts';
import { tokenize } from '../contract/search.ts';
import { evaluate, type Open } from '../query/evaluate.ts';
import { parse } from '../query/parse.ts';
import { planOf, type Needs } from '../query/plan.ts';
import { termsOf, type Problem, type Term, type Words } from '../query/query.ts';
import type { Answer, Hit, SearchEngine } from './engine.ts';

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

/** Hits are ranked by the words that all must have; where there are none, the most linked come first. */
export async function answerQuery(text: string, sources: Sources): Promise<Reply> {
  const { garden, engine } = sources;
  const { query, problems } = parse(text);
  const { words, phrases, conditions, needs } = planOf(query);
  const facts = needs === 'nothing' ? null : await sources.facts(needs);
  const sought = termsOf(conditions).filter(isInTexts);
  const found = await find(
    sought.filter(({ field }) => field === null),
    engine,
  );
  const { mask, open } = evaluate(conditions, garden, {
    facts,
    find: (term) => found.get(keyOf(term)) ?? null,
  });
  // A word of a heading shows which section is meant.
  const marks = engine === null ? [] : [...new Set(sought.flatMap(({ text }) => tokenize(text)))];
  const fits = ({ id }: Hit): boolean => mask === null || mask[id] === 1;
  if (words.length === 0 && phrases.length === 0) {
    return { match: 'all', hits: mask === null ? [] : mostLinked(mask, garden, marks), problems, open };
  }
  const answer =
    engine === null
      ? sources.inTitles([...words, ...phrases].join(' '))
      : await engine.answer({ words: words.join(' '), phrases });
  const hits = answer.hits.filter(fits);
  return {
    ...answer,
    hits:
      marks.length === 0
        ? hits
        : hits.map(({ id, terms }) => ({ id, terms: [...new Set([...terms, ...marks])] })),
    problems,
    open,
  };
}

const isInTexts = (term: Term): term is Words =>
  term.kind === 'words' && (term.field === null || term.field === 'section');
const keyOf = ({ text, phrase }: Words): string => (phrase ? '"' : '') + text;

/** The notes that have words which are only a part of a condition, such as those of an OR. */
async function find(
  terms: readonly Words[],
  engine: Sources['engine'],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (engine === null) return new Map();
  const unique = new Map(terms.map((term) => [keyOf(term), term]));
  return new Map(
    await Promise.all(
      [...unique].map(
        async ([key, { text, phrase }]) => [key, await engine.find({ words: text, phrase })] as const,
      ),
    ),
  );
}

function mostLinked(mask: Uint8Array, { inDegree, outDegree }: Garden, terms: readonly string[]): Hit[] {
  const links = (node: number): number => inDegree[node]! + outDegree[node]!;
  const nodes: number[] = [];
  for (let node = 0; node < mask.length; node++) if (mask[node] === 1) nodes.push(node);
  return nodes.sort((a, b) => links(b) - links(a) || a - b).map((id) => ({ id, terms }));
}
