/** An index that is there as a whole: MiniSearch. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { SEARCH_BOOST, SEARCH_OPTIONS } from '../contract/search.ts';
import { mostEdits, type Store, type Strictness } from './store.ts';

const loose: SearchOptions = { prefix: true, fuzzy: (term) => mostEdits(term) || false };

const OPTIONS: Readonly<Record<Strictness, SearchOptions>> = {
  whole: { combineWith: 'AND', prefix: false, fuzzy: false },
  begun: { combineWith: 'AND', prefix: (_term, index, terms) => index === terms.length - 1, fuzzy: false },
  near: { combineWith: 'AND', ...loose },
  any: { combineWith: 'OR', ...loose },
};

/** @param index MiniSearch's own JSON */
export async function openWhole(index: unknown): Promise<Store> {
  // In slices: where this runs in the page, it must not block it.
  return wholeStore(
    await MiniSearch.loadJSAsync(index as Parameters<typeof MiniSearch.loadJSAsync>[0], SEARCH_OPTIONS),
  );
}

export function wholeStore(index: MiniSearch): Store {
  return {
    rank(words, how) {
      const found = index.search(words, { ...OPTIONS[how], boost: SEARCH_BOOST });
      const hits = found.map((result) => ({ id: result.id as number, terms: result.terms }));
      return Promise.resolve({ hits, lacks: [] });
    },
  };
}
