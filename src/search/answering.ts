/** Answers from an opened index and the texts that it was made of: the same in the worker, in the page and in the terminal. */
import type { Answer, Asked, SearchEngine } from './engine.ts';
import { MOST_SOUGHT, orderedFirst, withPhrases, type TextSource } from './phrases.ts';
import type { Store } from './store.ts';
import { answer, lacking, strictly, within } from './tiers.ts';

/** @param titles of the notes, by id */
export function answering(
  store: Store,
  titles: readonly string[],
  texts: TextSource,
): Pick<SearchEngine, 'answer' | 'find'> {
  /** The words may be misspelt where they must be; a phrase stands as it is typed. */
  async function withWordsAndPhrases({ words, phrases, among }: Asked): Promise<Answer> {
    // The words last: they are what is being typed.
    const all = [...phrases, words].join(' ');
    const tiers = words === '' ? (['whole'] as const) : (['begun', 'near'] as const);
    let found: Answer = { match: 'all', hits: [] };
    for (const how of tiers) {
      const { hits, lacks } = await strictly(store, all, how);
      const read = await withPhrases(within(hits, among), phrases, titles, texts);
      found = { match: how === 'near' ? 'near' : 'all', ...read, ...lacking(lacks) };
      if (found.hits.length > 0 || found.unread !== undefined) break;
    }
    return found;
  }

  return {
    async answer(asked) {
      if (asked.phrases.length > 0) return withWordsAndPhrases(asked);
      const { entire = [], ...found } = await answer(store, asked);
      if (found.match !== 'all' || asked.some === true) return found;
      const strict = found.hits.length - (found.further ?? 0);
      const all = found.hits.slice(0, strict);
      const best = await orderedFirst(all, asked.words, titles, texts, asked.further, entire);
      if (best === null) return { ...found, unordered: true };
      return { ...found, hits: [...best, ...found.hits.slice(strict)] };
    },
    async find({ words, phrase, begun }) {
      const { hits, lacks } = await strictly(store, words, begun && !phrase ? 'begun' : 'whole');
      const found = phrase ? await withPhrases(hits, [words], titles, texts, MOST_SOUGHT) : { hits };
      return {
        ids: found.hits.map(({ id }) => id),
        ...('unread' in found ? { unread: found.unread } : {}),
        ...lacking(lacks),
      };
    },
  };
}
