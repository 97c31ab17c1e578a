/** What the names of notes alone can answer, before the index has come and where it can't. */
import type { Garden } from '../contract/map.ts';
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { fold, tokenize } from '../contract/search.ts';
import type { Answer, Hit } from './engine.ts';

export type NamedGarden = Pick<Garden, 'titles' | 'noteCount' | 'aliases' | 'aliasOf'>;

interface Name {
  readonly id: number;
  readonly name: string;
}

export class TitleSearch {
  /** Titles first, then aliases. */
  readonly #names: readonly Name[];
  #words: readonly (readonly string[])[] | null = null;

  /** @param withGhosts whether what nobody has written is looked for too */
  constructor({ titles, noteCount, aliases, aliasOf }: NamedGarden, withGhosts = false) {
    this.#names = [
      ...(withGhosts ? titles : titles.slice(0, noteCount)).map((name, id) => ({ id, name })),
      ...aliases.map((name, index) => ({ id: aliasOf[index]!, name })),
    ];
  }

  /** Notes of which a name has all words, the last one perhaps not typed to its end. The shortest names first. */
  answer(query: string): Answer {
    const words = tokenize(query.slice(0, MAX_QUERY_LENGTH));
    if (words.length === 0) return { match: 'all', hits: [] };
    this.#words ??= this.#names.map(({ name }) => tokenize(name));
    const best = new Map<number, Hit & { readonly length: number }>();
    this.#words.forEach((own, index) => {
      const { id } = this.#names[index]!;
      if (own.length >= (best.get(id)?.length ?? Infinity)) return;
      const terms: string[] = [];
      const has = words.every((word, place) => {
        const last = place === words.length - 1;
        const found = own.filter((term) => (last ? term.startsWith(word) : term === word));
        terms.push(...found);
        return found.length > 0;
      });
      if (has) best.set(id, { id, terms, length: own.length });
    });
    const hits = [...best.values()].sort((a, b) => a.length - b.length || a.id - b.id);
    return { match: 'all', hits: hits.map(({ id, terms }) => ({ id, terms })) };
  }

  /** The same hits, those first whose whole title is the query, then those with such an alias. */
  exactFirst(answer: Answer, query: string): Answer {
    const wanted = fold(query.trim());
    const best = new Map(answer.hits.slice(0, 50).map((hit) => [hit.id, hit]));
    const exact = new Set<Hit>();
    for (const { id, name } of this.#names) {
      const hit = best.get(id);
      if (hit !== undefined && fold(name) === wanted) exact.add(hit);
    }
    if (exact.size === 0) return answer;
    return { ...answer, hits: [...exact, ...answer.hits.filter((hit) => !exact.has(hit))] };
  }
}
