/** An index that is there as a whole: MiniSearch. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { SEARCH_BOOST, SEARCH_OPTIONS, tokenize } from '../contract/search.ts';
import { mostEdits, mostOf, type Store, type Strictness } from './store.ts';

const loose: SearchOptions = { prefix: true, fuzzy: (term) => mostEdits(term) || false };

const isLast = (_term: string, index: number, terms: readonly string[]): boolean =>
  index === terms.length - 1;

const OPTIONS: Readonly<Record<Strictness, SearchOptions>> = {
  whole: { combineWith: 'AND', prefix: false, fuzzy: false },
  begun: { combineWith: 'AND', prefix: isLast, fuzzy: false },
  most: { combineWith: 'OR', prefix: isLast, fuzzy: false },
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
      const least = how === 'most' ? mostOf(new Set(tokenize(words)).size) : 0;
      const found = index
        .search(words, { ...OPTIONS[how], boost: SEARCH_BOOST })
        .filter(({ queryTerms }) => new Set(queryTerms).size >= least);
      const hits = found.map((result) => ({ id: result.id as number, terms: result.terms }));
      return Promise.resolve({ hits, lacks: [] });
    },
  };
}
