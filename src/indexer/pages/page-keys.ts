/** Short names for what pages are made of: a page is made again where its key differs. */
import { keyOf } from '../common/key-of.ts';
import { sameItems } from '../common/memo.ts';
import { isSameValue } from '../common/same-value.ts';

interface Page {
  readonly parts: readonly unknown[];
  readonly inputs: unknown;
  readonly key: string;
}

/**
 * A server would make keys of two thousand pages at each edit, of which few have changed: most are told by their parts, which are
 * the same objects as they were, and most others by their value.
 */
export class PageKeys {
  #keeps = false;
  #before = new Map<string, Page>();
  #now = new Map<string, Page>();

  /** Begins a run. @param keeps whether there will be another one */
  begin(keeps: boolean): void {
    this.#keeps = keeps;
    this.#before = this.#now;
    this.#now = new Map();
  }

  /**
   * @param parts all that `inputs` reads: where each is what it was in the last run, so is what `inputs` gives
   * @param inputs all that the page shows, as a value of JSON's kinds
   */
  keyOf(name: string, parts: readonly unknown[], inputs: () => unknown): string {
    const before = this.#before.get(name);
    if (before !== undefined && sameItems(before.parts, parts)) {
      this.#now.set(name, before);
      return before.key;
    }
    const value = inputs();
    const key = before !== undefined && isSameValue(before.inputs, value) ? before.key : keyOf(value);
    if (this.#keeps) this.#now.set(name, { parts, inputs: value, key });
    return key;
  }
}
