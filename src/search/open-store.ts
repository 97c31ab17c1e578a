/** Opens whichever store a site's index is in. */
import { readSearch } from '../contract/search.ts';
import { blockStore } from './block-store.ts';
import type { Store } from './store.ts';

/**
 * @param value the parsed search file
 * @param load gives the parsed file beside it
 * @throws {DataError} in words, where it is no index of this version.
 */
export async function openStore(
  value: unknown,
  load: (file: string) => Promise<unknown>,
): Promise<{ readonly store: Store; readonly texts: string }> {
  const file = readSearch(value);
  const { texts } = file;
  if (file.store === 'blocks') return { store: blockStore(file, load), texts };
  const { openWhole } = await import('./whole-store.ts');
  return { store: await openWhole(file.index), texts };
}
