/** Answers from an opened index and the texts that it was made of: the same in the worker, in the page and in the terminal. */
import type { SearchEngine } from './engine.ts';
import { orderedFirst, withPhrases, type TextSource } from './phrases.ts';
import type { Store } from './store.ts';
import { answer, lacking, strictly } from './tiers.ts';

/** @param titles of the notes, by id */
export function answering(
  store: Store,
  titles: readonly string[],
  texts: TextSource,
): Pick<SearchEngine, 'answer' | 'find'> {
  return {
    async answer({ words, phrases }) {
      if (phrases.length > 0) {
        const { hits, lacks } = await strictly(store, [words, ...phrases].join(' '), words !== '');
        return { match: 'all', ...(await withPhrases(hits, phrases, titles, texts)), ...lacking(lacks) };
      }
      const found = await answer(store, words);
      if (found.match !== 'all') return found;
      return { ...found, hits: await orderedFirst(found.hits, words, titles, texts) };
    },
    async find({ words, phrase }) {
      const { hits } = await strictly(store, words, !phrase);
      const found = phrase ? await withPhrases(hits, [words], titles, texts) : { hits };
      return found.hits.map(({ id }) => id);
    },
  };
}
