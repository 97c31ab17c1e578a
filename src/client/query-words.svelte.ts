import type { FindWords } from './reader/text-places.ts';
import type { SearchSession } from './search/session.svelte.ts';

/** Finds the words of a query in the texts of notes that it hits. What does that comes with the first query. */
export class QueryWords {
  readonly #search: SearchSession;
  #marking = $state.raw<typeof import('../search/mark-query.ts') | null>(null);

  /** @param query that of the address; read within an effect of the component that makes this */
  constructor(search: SearchSession, query: () => string) {
    this.#search = search;
    $effect(() => {
      if (query() !== '' && this.#marking === null) {
        import('../search/mark-query.ts').then(
          (found) => (this.#marking = found),
          () => {},
        );
      }
    });
  }

  /** Null where the note is no hit, or is one by its place alone. */
  readonly findIn = (node: number | null): FindWords | null => {
    const { found } = this.#search;
    const terms = node === null ? undefined : found?.hits.find(({ id }) => id === node)?.terms;
    if (this.#marking === null || terms === undefined || terms.length === 0) return null;
    return this.#marking.findingOf(found!.query, terms);
  };
}
