/** What `<hearth-search>` asks: the notes, where they stand on the blog, and the index as soon as it is there. */
import type { EmbedNote } from '../../contract/embed.ts';
import { loadFacts } from '../graph/garden/facts-file.ts';
import { readMap, type Garden } from '../../contract/map.ts';
import { readPages, type PagesFile } from '../../contract/near.ts';
import { readSite, type SiteFile } from '../../contract/site.ts';
import type { Answer, Hit, SearchEngine } from '../../search/engine.ts';
import type { Reply } from '../../search/language.ts';
import type { FindRanges } from '../../search/marking.ts';
import { makeSnippet, type Snippet } from '../../search/snippet.ts';
import { TitleSearch } from '../../search/title-hits.ts';
import type { Askable } from '../search/ask.ts';
import { Asking } from '../search/asking.ts';
import { startEngine } from '../search/start-engine.ts';
import { Texts } from '../search/texts.ts';
import { fetchFrom } from './fetch-json.ts';
import { tellNote } from './places.ts';
import { isThisMachine } from './request.ts';

/**
 * Notes up to which a page that might refuse a worker aloud, as strict ones under Trusted Types do, isn't asked for one:
 * it searches these by itself, hardly slower.
 */
const FEW_NOTES = 1000;

export interface Found extends Answer, Partial<Pick<Reply, 'problems'>> {
  readonly query: string;
  /** The index hasn't come: titles only. */
  readonly titlesOnly: boolean;
}

export class BlogSearch {
  readonly garden: Garden;
  readonly #pages: PagesFile;
  readonly #site: SiteFile;
  readonly #root: URL;
  readonly #titles: TitleSearch;
  readonly #asking: Asking;
  #engine: SearchEngine | null = null;
  #texts: Texts | null = null;
  #query = '';
  #isClosed = false;

  private constructor(
    site: SiteFile,
    garden: Garden,
    pages: PagesFile,
    root: URL,
    onFound: (found: Found) => void,
  ) {
    this.garden = garden;
    this.#pages = pages;
    this.#site = site;
    this.#root = root;
    const names = garden.titles.slice(0, garden.noteCount);
    this.#titles = new TitleSearch(garden);
    this.#asking = new Asking(
      () => this.#askable(),
      (query, answer) => {
        const titlesOnly = this.#engine === null;
        onFound({ ...this.#titles.exactFirst(answer, query), query, titlesOnly });
      },
      () => {
        if (this.#engine === null) return;
        this.#engine.close();
        this.#engine = null;
        this.ask(this.#query);
      },
    );
    const url = new URL(site.search, root).href;
    const tries = names.length > FEW_NOTES || !('trustedTypes' in window);
    startEngine({ url, root: root.href, titles: names }, undefined, tries).then(
      (engine) => {
        if (this.#isClosed) {
          engine.close();
          return;
        }
        this.#engine = engine;
        this.#texts = new Texts(new URL(engine.texts, root));
        this.ask(this.#query);
      },
      // Titles answer all the same, and say that it is they.
      () => {},
    );
  }

  /**
   * @param onFound told of each answer; of an earlier question none comes after that of a later one
   * @throws {Error} in words, where the notes don't come
   */
  static async open(root: URL, onFound: (found: Found) => void): Promise<BlogSearch> {
    const fetchJson = fetchFrom(root);
    const site = readSite(await fetchJson('site.json', 'no-cache'));
    const [map, pages] = await Promise.all([
      fetchJson(site.map),
      site.pages === undefined ? [] : fetchJson(site.pages),
    ]);
    const garden = readMap(map);
    const blog = site.pages === undefined ? [] : readPages(pages, garden.noteCount);
    return new BlogSearch(site, garden, blog, root, onFound);
  }

  ask(query: string): void {
    this.#query = query;
    if (query.trim() === '') this.#asking.forget();
    else this.#asking.ask(query);
  }

  /** The note, and where its pages are. */
  tell(id: number): EmbedNote {
    // While its author writes, the blog is seen elsewhere than it is published.
    const isHere = this.#root.origin === location.origin && isThisMachine(location);
    const at = isHere ? this.#root : null;
    return tellNote(id, { garden: this.garden, pages: this.#pages, at }, this.#site.baseURL, this.#root);
  }

  /** Null where its text does not come. */
  async snippet({ id }: Hit, find: FindRanges): Promise<Snippet | null> {
    const text = await this.#texts?.get(id);
    return text ? makeSnippet(text, find, [this.garden.titles[id] ?? '']) : null;
  }

  close(): void {
    this.#isClosed = true;
    this.#asking.forget();
    this.#engine?.close();
  }

  #askable(): Askable {
    const { facts } = this.#site;
    return {
      garden: this.garden,
      engine: this.#engine,
      inTitles: (words) => this.#titles.answer(words),
      facts: (needs) =>
        facts === undefined
          ? Promise.resolve(null)
          : loadFacts(new URL(facts, this.#root), needs).catch(() => null),
    };
  }
}
