/** Fetches and opens the index; runs in the worker, and in the page where no worker can start. */
import MiniSearch from 'minisearch';
import { readSearch, SEARCH_OPTIONS } from '../../contract/search.ts';
import type { Answer, Asked, IndexSource, Wanted } from './engine.ts';
import { orderedFirst, withHeading, withPhrases } from './phrases.ts';
import { Texts } from './texts.ts';
import { answer, strictly } from './tiers.ts';

export interface OpenIndex {
  readonly texts: string;
  answer(asked: Asked): Promise<Answer>;
  find(wanted: Wanted): Promise<readonly number[]>;
}

/** @throws {Error} in words, where the index cannot be had or read. */
export async function openIndex({ url, root, titles }: IndexSource): Promise<OpenIndex> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  const file = readSearch(await response.json());
  // In slices: where this runs in the page, it must not block it.
  const index = await MiniSearch.loadJSAsync(
    file.index as Parameters<typeof MiniSearch.loadJSAsync>[0],
    SEARCH_OPTIONS,
  );
  const texts = new Texts(new URL(file.texts, root));
  return {
    texts: file.texts,
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
