/** One reader's search: from what is typed to what is found. */
import type { Garden } from '../../contract/map.ts';
import type { Answer, Hit, SearchEngine } from '../../search/engine.ts';
import type { Reply } from '../../search/language.ts';
import { saysMore } from '../../search/says-more.ts';
import type { Askable } from './ask.ts';
import type { Asking } from './asking.ts';
import type { Texts } from './texts.ts';
import type { TitleSearch } from '../../search/title-hits.ts';

export interface Found extends Answer, Partial<Pick<Reply, 'problems' | 'open'>> {
  /** What was asked. */
  readonly query: string;
  /** The index hasn't come: titles only. */
  readonly titlesOnly: boolean;
}

export type IndexStatus = 'none' | 'loading' | 'ready' | 'failed';

type Finding = typeof import('./finding.ts');

/** Where queries are kept from visit to visit, if anywhere. */
export interface Memory {
  readonly read: () => unknown;
  readonly write: (queries: readonly string[] | null) => void;
}

export class SearchSession {
  status = $state<IndexStatus>('none');
  /** Why the index failed, in words. */
  failure = $state('');
  /** Null while nothing is asked. */
  found = $state.raw<Found | null>(null);
  texts = $state.raw<Texts | null>(null);
  /** What was asked before and led somewhere, the last first. */
  recent = $state.raw<readonly string[]>([]);
  readonly #root: URL;
  readonly #facts: Askable['facts'];
  readonly #memory: Memory;
  #finding: Finding | null = null;
  #asking: Asking | null = null;
  #engine: SearchEngine | null = null;
  #garden: Garden | null = null;
  #names: readonly string[] = [];
  /** Made of the names when it is first asked. */
  #titles: TitleSearch | null = null;
  #source: URL | null = null;
  #query = '';

  /** @param facts what is in notes, loaded when a query asks for it; null where the site has none. */
  constructor(root: URL, facts: Askable['facts'], memory: Memory) {
    this.#memory = memory;
    this.#root = root;
    this.#facts = facts;
  }

  /** Takes the notes of a build; an index of another build is let go. */
  setGarden(garden: Garden, source: string): void {
    this.#garden = garden;
    this.#names = garden.titles.slice(0, garden.noteCount);
    this.#titles = null;
    const next = new URL(source, this.#root);
    if (next.href !== this.#source?.href) {
      this.#asking?.forget();
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
    let finding: Finding;
    try {
      finding = await import('./finding.ts');
    } catch {
      throw new Error('The search itself did not come. Are you connected?');
    }
    // It may have been wanted twice meanwhile.
    if (this.#finding !== null) return finding;
    this.#finding = finding;
    this.#asking = new finding.Asking(
      () => ({
        garden: this.#garden,
        engine: this.#engine,
        inTitles: (words) => this.#inTitles(finding).answer(words),
        facts: this.#facts,
      }),
      (query, answer) => this.#tell(query, answer),
      (error) => this.#fail(error),
    );
    this.recent = finding.readRecent(this.#memory.read());
    this.ask(this.#query);
    return finding;
  }

  /** Begins to load the index, unless that is done or under way. */
  open(): void {
    if (this.status === 'loading' || this.status === 'ready' || this.#source === null) return;
    this.status = 'loading';
    const source = this.#source;
    // Now, and not when all is there that asks it.
    const file = fetch(source);
    file.catch(() => {});
    this.prepare()
      .then(async ({ startEngine, Texts }) => {
        const engine = await startEngine(
          { url: source.href, root: this.#root.href, titles: this.#names },
          file,
        );
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
        if (source === this.#source) this.#fail(error);
      });
  }

  /** What titles have is there all the same. */
  #fail(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
    this.status = 'failed';
    if (this.#engine === null) return;
    this.#engine.close();
    this.#engine = null;
    this.ask(this.#query);
  }

  /** Remembers a query that led somewhere. */
  keep(query: string): void {
    if (this.#finding === null) return;
    this.recent = this.#finding.withRecent(this.recent, query);
    this.#memory.write(this.recent);
  }

  forget(): void {
    this.recent = [];
    this.#memory.write(null);
  }

  ask(query: string): void {
    this.#query = query;
    // An answer that is still on its way is of another question.
    this.#asking?.forget();
    if (query.trim() === '') this.found = null;
    if (query.trim() === '' || this.#finding === null) return;
    // From titles at once, before the next key is pressed.
    if (this.#engine === null && !saysMore(query))
      this.#tell(query, this.#inTitles(this.#finding).answer(query));
    else this.#asking!.ask(query);
  }

  #tell(query: string, answer: Answer): void {
    const titles = this.#inTitles(this.#finding!);
    this.found = { ...titles.exactFirst(answer, query), query, titlesOnly: this.#engine === null };
  }

  #inTitles({ TitleSearch }: Finding): TitleSearch {
    return (this.#titles ??= new TitleSearch(this.#garden!));
  }

  /** Ids of the hits, best first; null while nothing is asked. */
  get ids(): readonly number[] | null {
    return this.#ids;
  }

  readonly #ids = $derived(this.found?.hits.map((hit: Hit) => hit.id) ?? null);
}
