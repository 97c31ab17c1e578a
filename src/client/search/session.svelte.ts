/** One reader's search: from what is typed to what is found. */
import type { Garden } from '../../contract/map.ts';
import type { Answer, Hit, SearchEngine } from './engine.ts';
import { Newest } from './newest.ts';
import { startEngine } from './start-engine.ts';
import { Texts } from './texts.ts';
import { TitleSearch } from './title-hits.ts';

export interface Found extends Answer {
  /** What was asked. */
  readonly query: string;
  /** The index hasn't come: titles only. */
  readonly titlesOnly: boolean;
}

export type IndexStatus = 'none' | 'loading' | 'ready' | 'failed';

export class SearchSession {
  status = $state<IndexStatus>('none');
  /** Why the index failed, in words. */
  failure = $state('');
  /** Null while nothing is asked. */
  found = $state.raw<Found | null>(null);
  texts = $state.raw<Texts | null>(null);
  readonly #root: URL;
  #engine: SearchEngine | null = null;
  #titles = new TitleSearch([]);
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
    this.#titles = new TitleSearch(garden.titles.slice(0, garden.noteCount));
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

  /** Begins to load the index, unless that is done or under way. */
  open(): void {
    if (this.status === 'loading' || this.status === 'ready' || this.#source === null) return;
    this.status = 'loading';
    const source = this.#source;
    startEngine(source.href).then(
      (engine) => {
        if (source !== this.#source) {
          engine.close();
          return;
        }
        this.#engine = engine;
        this.texts = new Texts(new URL(engine.texts, this.#root));
        this.status = 'ready';
        this.ask(this.#query);
      },
      (error: unknown) => {
        if (source !== this.#source) return;
        this.failure = error instanceof Error ? error.message : String(error);
        this.status = 'failed';
      },
    );
  }

  ask(query: string): void {
    this.#query = query;
    if (query.trim() === '') {
      this.#newest.forget();
      this.found = null;
      return;
    }
    if (this.#engine !== null) this.#newest.ask(query);
    else this.#tell(query, this.#titles.answer(query), true);
  }

  #tell(query: string, answer: Answer, titlesOnly: boolean): void {
    this.found = { ...this.#titles.exactFirst(answer, query), query, titlesOnly };
  }

  /** Ids of the hits, best first; null while nothing is asked. */
  get ids(): readonly number[] | null {
    return this.#ids;
  }

  readonly #ids = $derived(this.found?.hits.map((hit: Hit) => hit.id) ?? null);
}
