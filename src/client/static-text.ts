/** The text that a page came with, until the reader has it. */
import { STATIC_ID } from '../contract/page.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { ReaderSession } from './reader/session.svelte.ts';

export class StaticText {
  readonly #explorer: Explorer;
  readonly #reader: ReaderSession;
  /** Whether its note is the reader's. */
  #adopted = false;

  constructor(explorer: Explorer, reader: ReaderSession) {
    this.#explorer = explorer;
    this.#reader = reader;
  }

  /** The note moves into the reader, with its place. */
  handOver(): void {
    const { slug, arrival } = this.#explorer;
    if (slug === null) return;
    const top = Math.max(this.#element?.scrollTop ?? 0, document.scrollingElement?.scrollTop ?? 0);
    this.#adopted = this.#reader.adopt(slug);
    if (this.#adopted && top > 0 && arrival.scroll === null)
      this.#explorer.arrival = { ...arrival, scroll: top };
  }

  /** Whether the reader has begun to lay out a copy of it, and shows none yet. */
  get isCopied(): boolean {
    return this.#adopted && this.#reader.reading.kind === 'loading';
  }

  drop(): void {
    const element = this.#element;
    // Where it was copied, it may have been scrolled since.
    if (this.#adopted && element !== null && element.scrollTop > 0) {
      this.#reader.layOut?.();
      this.#explorer.arrival = { ...this.#explorer.arrival, scroll: element.scrollTop };
    }
    element?.remove();
  }

  get #element(): HTMLElement | null {
    return document.getElementById(STATIC_ID);
  }
}
