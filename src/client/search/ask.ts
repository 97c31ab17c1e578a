import type { Facts } from '../../contract/facts.ts';
import type { Garden } from '../../contract/map.ts';
import type { Needs } from '../../query/plan.ts';
import type { Answer, SearchEngine } from '../../search/engine.ts';
import { saysMore } from '../../search/says-more.ts';

export interface Askable {
  /** Null before the notes have come. */
  readonly garden: Garden | null;
  /** Null before the index has come: then titles are all that is looked into. */
  readonly engine: SearchEngine | null;
  readonly inTitles: (words: string) => Answer;
  /** With their headings, where these are needed. Null where the site has none, or they don't come. */
  readonly facts: (needs: Needs) => Promise<Facts | null>;
}

/** Answers words, or whatever else the language of queries says, with what is there. */
export async function ask(
  query: string,
  { garden, engine, inTitles, facts }: Askable,
  further = false,
): Promise<Answer> {
  if (saysMore(query) && garden !== null) {
    const language = await import('../../search/language.ts').catch(() => null);
    if (language !== null) return language.answerQuery(query, { garden, engine, inTitles, facts }, further);
  }
  if (engine === null) return inTitles(query);
  const answer = await engine.answer({ words: query, phrases: [], further });
  // Without a connection, what titles have is better than nothing.
  return answer.hits.length === 0 && answer.lacks ? { ...inTitles(query), lacks: answer.lacks } : answer;
}
