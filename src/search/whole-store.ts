/** An index that is there as a whole: MiniSearch. */
import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import { dictionaryWords } from '../contract/dictionary-words.ts';
import { SEARCH_BOOST, SEARCH_OPTIONS, tokenize } from '../contract/search.ts';
import { IN_OTHER_NUMBER, mostEdits, mostOf, type Store, type Strictness } from './store.ts';
import { inOtherNumber } from './word-number.ts';

const loose: SearchOptions = { prefix: true, fuzzy: (term) => mostEdits(term) || false };

const isLast = (_term: string, index: number, terms: readonly string[]): boolean =>
  index === terms.length - 1;

const OPTIONS: Readonly<Record<Strictness, SearchOptions>> = {
  whole: { combineWith: 'AND', prefix: false, fuzzy: false },
  begun: { combineWith: 'AND', prefix: isLast, fuzzy: false },
  numbers: { combineWith: 'AND', prefix: isLast, fuzzy: false },
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

/** They help to rank, and nobody need have them. */
function helping(words: readonly string[]): Query {
  return { queries: [...words], combineWith: 'OR', prefix: false, fuzzy: false, tokenize: (word) => [word] };
}

/** Each word as it is typed or in its other number. */
function inAnyNumber(words: readonly string[]): Query[] {
  return words.map((word, place) => ({
    combineWith: 'OR',
    tokenize: (one) => [one],
    queries: [
      { queries: [word], prefix: place === words.length - 1 },
      { queries: inOtherNumber(word), prefix: false, boostTerm: () => IN_OTHER_NUMBER },
    ],
  }));
}

export function wholeStore(index: MiniSearch): Store {
  return {
    rank(words, how) {
      const parts = tokenize(words);
      const typed = new Set(parts);
      const least = how === 'any' ? 1 : how === 'most' ? mostOf(typed.size) : typed.size;
      const asking = (some: readonly string[]): Query => ({
        queries: how === 'numbers' ? inAnyNumber(some) : [some.join(' ')],
        ...OPTIONS[how],
      });
      const query = asking(parts);
      const told = dictionaryWords(words);
      const found = index
        .search(told.length === 0 ? query : { combineWith: 'OR', queries: [query, helping(told)] }, {
          boost: SEARCH_BOOST,
        })
        .filter(
          ({ queryTerms }) =>
            how === 'numbers' || new Set(queryTerms.filter((term) => typed.has(term))).size >= least,
        );
      const hits = found.map((result) => ({ id: result.id as number, terms: result.terms }));
      const known = hits.length > 0 || parts.every((word) => index.search(asking([word])).length > 0);
      return Promise.resolve({ hits, lacks: [], known });
    },
  };
}
