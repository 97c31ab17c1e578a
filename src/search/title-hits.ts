/** What titles alone can answer, before the index has come and where it can't. */
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { fold, tokenize } from '../contract/search.ts';
import type { Answer, Hit } from './engine.ts';

export class TitleSearch {
  readonly #titles: readonly string[];
  #words: readonly (readonly string[])[] | null = null;

  /** @param titles of the notes, by id. */
  constructor(titles: readonly string[]) {
    this.#titles = titles;
  }

  /** Notes whose title has all words, the last one perhaps not typed to its end. The shortest titles first. */
  answer(query: string): Answer {
    const words = tokenize(query.slice(0, MAX_QUERY_LENGTH));
    if (words.length === 0) return { match: 'all', hits: [] };
    this.#words ??= this.#titles.map(tokenize);
    const hits: (Hit & { readonly length: number })[] = [];
    this.#words.forEach((title, id) => {
      const terms: string[] = [];
      const has = words.every((word, index) => {
        const last = index === words.length - 1;
        const found = title.filter((own) => (last ? own.startsWith(word) : own === word));
        terms.push(...found);
        return found.length > 0;
      });
      if (has) hits.push({ id, terms, length: title.length });
    });
    hits.sort((a, b) => a.length - b.length || a.id - b.id);
    return { match: 'all', hits: hits.map(({ id, terms }) => ({ id, terms })) };
  }

  /** The same hits, those first whose whole title is the query. */
  exactFirst(answer: Answer, query: string): Answer {
    const wanted = fold(query.trim());
    const isExact = (hit: Hit): boolean => fold(this.#titles[hit.id] ?? '') === wanted;
    const exact = answer.hits.slice(0, 50).filter(isExact);
    if (exact.length === 0) return answer;
    return { ...answer, hits: [...exact, ...answer.hits.filter((hit) => !exact.includes(hit))] };
  }
}
