/** Pages of notes that are looked at before they are opened. Each is fetched once, and given up when nobody waits. */
import { notePage } from '../../contract/page.ts';
import { ensureStyle, fetchNotePage, type NotePage } from './note-page.ts';

const KEPT = 40;

export class PreviewPages {
  readonly #root: URL;
  readonly #kept = new Map<string, NotePage>();

  constructor(root: URL) {
    this.#root = root;
  }

  addressOf(slug: string): URL {
    return new URL(notePage(slug), this.#root);
  }

  /**
   * The page, its styles included.
   * @throws {NotePageError} in words; an aborted fetch throws its own error.
   */
  async get(slug: string, signal: AbortSignal): Promise<NotePage> {
    let page = this.#kept.get(slug);
    if (page === undefined) {
      page = await fetchNotePage(this.addressOf(slug), signal);
      this.#kept.set(slug, page);
      const oldest = this.#kept.keys().next();
      if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value);
    }
    await Promise.all(page.styles.map(ensureStyle));
    return page;
  }

  /** The notes have been built anew. */
  forget(): void {
    this.#kept.clear();
  }
}
