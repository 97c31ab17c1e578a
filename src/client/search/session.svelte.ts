/** One reader's search: from what is typed to what is found. */
import type { Garden } from '../../contract/map.ts';
import type { Answer, Hit, SearchEngine } from './engine.ts';
import { Newest } from './newest.ts';
import type { Texts } from './texts.ts';
import type { TitleSearch } from './title-hits.ts';

export interface Found extends Answer {
  /** What was asked. */
  readonly query: string;
  /** The index hasn't come: titles only. */
  readonly titlesOnly: boolean;
}

export type IndexStatus = 'none' | 'loading' | 'ready' | 'failed';

type Finding = typeof import('./finding.ts');

export class SearchSession {
  status = $state<IndexStatus>('none');
  /** Why the index failed, in words. */
  failure = $state('');
  /** Null while nothing is asked. */
  found = $state.raw<Found | null>(null);
  texts = $state.raw<Texts | null>(null);
  readonly #root: URL;
  #finding: Finding | null = null;
  #engine: SearchEngine | null = null;
  #names: readonly string[] = [];
  /** Made of the names when it is first asked. */
  #titles: TitleSearch | null = null;
  #source: URL | null = null;
  #query = '';
  readonly #newest = new Newest<string, Answer>(
    (query) => this.#engine!.answer(query),
    (query, answer) => this.#tell(query, answer, false),
  );

  constructor(root: URL) {
    this.#root = root;
  }

  /** Takes the notes of a build; an index of another build is let go. */
  setGarden(garden: Garden, source: string): void {
    this.#names = garden.titles.slice(0, garden.noteCount);
    this.#titles = null;
    const next = new URL(source, this.#root);
    if (next.href !== this.#source?.href) {
      this.#newest.forget();
      this.#engine?.close();
      this.#engine = null;
      this.#source = next;
      if (this.status !== 'none') {
        this.status = 'none';
        this.open();
      }
    }
    this.ask(this.#query);
  }

  /**
   * Loads what answers from titles: the sooner, the earlier the first key is answered.
   * @throws {Error} in words, where it does not come.
   */
  async prepare(): Promise<Finding> {
    if (this.#finding !== null) return this.#finding;
    try {
      this.#finding = await import('./finding.ts');
    } catch {
      throw new Error('The search itself did not come. Are you connected?');
    }
    this.ask(this.#query);
    return this.#finding;
  }

  /** Begins to load the index, unless that is done or under way. */
  open(): void {
    if (this.status === 'loading' || this.status === 'ready' || this.#source === null) return;
    this.status = 'loading';
    const source = this.#source;
    this.prepare()
      .then(async ({ startEngine, Texts }) => {
        const engine = await startEngine(source.href);
        if (source !== this.#source) {
          engine.close();
          return;
        }
        this.#engine = engine;
        this.texts = new Texts(new URL(engine.texts, this.#root));
        this.status = 'ready';
        this.ask(this.#query);
      })
      .catch((error: unknown) => {
        if (source !== this.#source) return;
        this.failure = error instanceof Error ? error.message : String(error);
        this.status = 'failed';
      });
  }

  ask(query: string): void {
    this.#query = query;
    if (query.trim() === '') {
      this.#newest.forget();
      this.found = null;
      return;
    }
    if (this.#engine !== null) this.#newest.ask(query);
    else if (this.#finding !== null) this.#tell(query, this.#inTitles(this.#finding).answer(query), true);
  }

  #tell(query: string, answer: Answer, titlesOnly: boolean): void {
    const titles = this.#inTitles(this.#finding!);
    this.found = { ...titles.exactFirst(answer, query), query, titlesOnly };
  }

  #inTitles({ TitleSearch }: Finding): TitleSearch {
    return (this.#titles ??= new TitleSearch(this.#names));
  }

  /** Ids of the hits, best first; null while nothing is asked. */
  get ids(): readonly number[] | null {
    return this.#ids;
  }

  readonly #ids = $derived(this.found?.hits.map((hit: Hit) => hit.id) ?? null);
}
