/** What the reader's pane shows of a note, and how it gets there. */
import { notePage } from '../../contract/page.ts';
import {
  ensureStyle,
  fetchNotePage,
  NotePageError,
  presentNotePage,
  type Failure,
  type NotePage,
} from './note-page.ts';

export type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading'; readonly slug: string }
  | { readonly kind: 'note'; readonly slug: string; readonly text: HTMLElement }
  | { readonly kind: Failure; readonly slug: string; readonly message: string };

/** Notes that stay ready for going back. */
const KEPT = 24;
/** Milliseconds that a text may keep other pictures waiting. */
const FIRST = 300;
/** Elements from which a text is laid out part by part. */
const LONG = 1_500;

export class ReaderSession {
  reading = $state.raw<Reading>({ kind: 'nothing' });
  /** A note is under way while the one before is still shown. */
  busy = $state(false);
  /** Counts the builds of the notes that this page has seen. */
  edition = $state(0);
  /** Where texts are shown; null before a pane does. */
  host: Element | null = null;
  /** Whether the text that comes will be read from its beginning. */
  fromTop: () => boolean = () => false;
  /** Lays out all of a text that is shown in part. */
  layOut: (() => void) | undefined;
  /** When that of which `comes` tells is over. */
  #comesUntil = 0;
  readonly #root: URL;
  readonly #kept: Map<string, NotePage>;
  #slug: string | null = null;
  /** What is shown. */
  #page: NotePage | null = null;
  #loading: AbortController | null = null;

  constructor(root: URL, kept = new Map<string, NotePage>()) {
    this.#root = root;
    this.#kept = kept;
  }

  /** For a note that is shown beside this one; what is ready for the one is for the other. */
  another(): ReaderSession {
    return new ReaderSession(this.#root, this.#kept);
  }

  /** Takes the note that stands in the document already, a long one's copy part by part; false where there is none. */
  adopt(slug: string): boolean {
    const page = presentNotePage(LONG);
    if (page === null) return false;
    this.#slug = slug;
    this.#keep(slug, page);
    if (this.#isLong(page)) void this.#load(slug, page);
    else this.#read(slug, page);
    return true;
  }

  show(slug: string | null): void {
    if (slug === this.#slug) return;
    this.#slug = slug;
    this.#loading?.abort();
    this.#loading = null;
    this.busy = false;
    if (slug === null) {
      this.reading = { kind: 'nothing' };
      return;
    }
    const page = this.#kept.get(slug);
    if (page === undefined) void this.#load(slug);
    // While another note is still shown there is time for it.
    else if (this.reading.kind === 'note' && this.#isLong(page)) void this.#load(slug, page);
    else this.#read(slug, page);
  }

  /** Fetches the open note anew, after a failure or a rebuild; until it is there, the old one stays. */
  reload(): void {
    this.#kept.clear();
    this.edition++;
    if (this.#slug !== null) void this.#load(this.#slug);
  }

  /** @param kept its page, where that is there already */
  async #load(slug: string, kept?: NotePage): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    if (this.reading.kind === 'note') this.busy = true;
    else this.reading = { kind: 'loading', slug };
    // Without it a text is shown all the same.
    const setting = import('./set-text.ts').catch(() => null);
    try {
      const came = (): void => void (this.#comesUntil = performance.now() + FIRST);
      if (kept !== undefined) came();
      const url = new URL(notePage(slug), this.#root);
      const page = kept ?? (await fetchNotePage(url, loading.signal, came));
      await Promise.all(page.styles.map(ensureStyle));
      if (loading.signal.aborted) return;
      this.#keep(slug, page);
      // A text that did not change keeps the reader's selection.
      const now = this.reading;
      const same = now.kind === 'note' && now.slug === slug && this.#page?.source() === page.source();
      const text =
        same || !this.#isLong(page)
          ? undefined
          : await (await setting)?.setText(page.text, this.host!, loading.signal, this.fromTop());
      if (!same && !loading.signal.aborted) {
        this.#read(slug, page);
        this.layOut = text?.now;
      }
      await text?.rest();
      if (loading.signal.aborted) return;
    } catch (error) {
      if (loading.signal.aborted) return;
      const known = error instanceof NotePageError;
      this.reading = {
        kind: known ? error.failure : 'failed',
        slug,
        message: error instanceof Error ? error.message : String(error),
      };
    }
    this.busy = false;
  }

  /** Whether a text has come and is about to be seen: a reader waits for it more than for all else. */
  get comes(): boolean {
    return performance.now() < this.#comesUntil;
  }

  #isLong({ text }: NotePage): boolean {
    return this.host !== null && text.getElementsByTagName('*').length > LONG;
  }

  #read(slug: string, page: NotePage): void {
    this.#page = page;
    this.reading = { kind: 'note', slug, text: page.text };
    requestAnimationFrame(() => setTimeout(() => (this.#comesUntil = 0)));
  }

  #keep(slug: string, page: NotePage): void {
    this.#kept.delete(slug);
    this.#kept.set(slug, page);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value);
  }
}
