/** Opens the index; runs in the worker, and in the page where no worker can start. */
import { answering } from '../../search/answering.ts';
import type { IndexSource, SearchEngine } from '../../search/engine.ts';
import { openStore } from '../../search/open-store.ts';
import { Texts } from './texts.ts';

export type OpenIndex = Omit<SearchEngine, 'close'>;

/**
 * @param file the search file as it came; what else there is of the index is fetched when it is needed
 * @throws {Error} in words, where the index cannot be read.
 */
export async function openIndex({ url, root, titles }: IndexSource, file: ArrayBuffer): Promise<OpenIndex> {
  const load = async (name: string): Promise<unknown> => {
    const response = await fetch(new URL(name, url));
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    return response.json();
  };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(file));
  } catch {
    throw new Error('The search index is broken off or no data at all.');
  }
  const { store, texts } = await openStore(value, load);
  return { texts, ...answering(store, titles, new Texts(new URL(texts, root))) };
}
