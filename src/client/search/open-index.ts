/** Fetches and opens the index; runs in the worker, and in the page where no worker can start. */
import { answering } from '../../search/answering.ts';
import type { IndexSource, SearchEngine } from '../../search/engine.ts';
import { openStore } from '../../search/open-store.ts';
import { Texts } from './texts.ts';

export type OpenIndex = Omit<SearchEngine, 'close'>;

/** @throws {Error} in words, where the index cannot be had or read. */
export async function openIndex({ url, root, titles }: IndexSource): Promise<OpenIndex> {
  const load = async (address: URL | string): Promise<unknown> => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    return response.json();
  };
  const { store, texts } = await openStore(await load(url), (file) => load(new URL(file, url)));
  return { texts, ...answering(store, titles, new Texts(new URL(texts, root))) };
}
