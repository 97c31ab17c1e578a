/** Fetches notes' texts for snippets, each once. */
import type { TextFile } from '../../contract/search.ts';
import { readText } from './snippet.ts';

/** Texts that are kept at most. */
const KEPT = 300;

export class Texts {
  readonly #folder: URL;
  readonly #found = new Map<number, Promise<TextFile | null>>();

  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Null where the text cannot be had: a hit without a snippet is still a hit. */
  get(id: number): Promise<TextFile | null> {
    let text = this.#found.get(id);
    if (text === undefined) {
      text = this.#fetch(id);
      this.#found.set(id, text);
      const oldest = this.#found.keys().next();
      if (this.#found.size > KEPT && !oldest.done) this.#found.delete(oldest.value);
    }
    return text;
  }

  async #fetch(id: number): Promise<TextFile | null> {
    try {
      const response = await fetch(new URL(`${id}.json`, this.#folder));
      return response.ok ? readText(await response.json()) : null;
    } catch {
      this.#found.delete(id);
      return null;
    }
  }
}
