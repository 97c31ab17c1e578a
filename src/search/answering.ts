/** Answers from an opened index and the texts that it was made of: the same in the worker, in the page and in the terminal. */
import type MiniSearch from 'minisearch';
import type { SearchEngine } from './engine.ts';
import { orderedFirst, withHeading, withPhrases, type TextSource } from './phrases.ts';
import { answer, strictly } from './tiers.ts';

/** @param titles of the notes, by id */
export function answering(
  index: MiniSearch,
  titles: readonly string[],
  texts: TextSource,
): Pick<SearchEngine, 'answer' | 'find'> {
  return {
    async answer({ words, phrases }) {
      if (phrases.length > 0) {
        const hits = strictly(index, [words, ...phrases].join(' '), words !== '');
        return { match: 'all', ...(await withPhrases(hits, phrases, titles, texts)) };
      }
      const found = answer(index, words);
      if (found.match !== 'all') return found;
      return { ...found, hits: await orderedFirst(found.hits, words, titles, texts) };
    },
    async find({ words, phrase, inHeadings }) {
      const hits = strictly(index, words, !phrase);
      if (inHeadings) return (await withHeading(hits, words, phrase, texts)).map(({ id }) => id);
      const found = phrase ? await withPhrases(hits, [words], titles, texts) : { hits };
      return found.hits.map(({ id }) => id);
    },
  };
}
