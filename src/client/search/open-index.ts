/** Fetches and opens the index; runs in the worker, and in the page where no worker can start. */
import MiniSearch from 'minisearch';
import { readSearch, SEARCH_OPTIONS } from '../../contract/search.ts';
import { answering } from '../../search/answering.ts';
import type { IndexSource, SearchEngine } from '../../search/engine.ts';
import { Texts } from './texts.ts';

export type OpenIndex = Omit<SearchEngine, 'close'>;

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
  return { texts: file.texts, ...answering(index, titles, texts) };
}
