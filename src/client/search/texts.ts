/** Fetches notes' texts for snippets, each once. */
import { GONE } from '../../contract/gone.ts';
import { textAddress, type TextFile } from '../../contract/texts.ts';
import { readText } from '../../search/read-text.ts';

/** Milliseconds that an answer waits for the texts of its best hits. */
const PATIENCE = 150;
/** Milliseconds after which a text is not waited for: a worker that is silent for twice as long is taken for dead. */
const LONGEST = 8_000;
/** Files that are kept at most. */
const KEPT = 80;

export class Texts {
  readonly #folder: URL;
  readonly #files = new Map<string, Promise<readonly unknown[]>>();

  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Null where the text cannot be had: a hit without a snippet is still a hit. */
  async get(id: number): Promise<TextFile | null> {
    const { file, place } = textAddress(id);
    let texts = this.#files.get(file);
    if (texts === undefined) {
      texts = this.#fetch(file);
      this.#files.set(file, texts);
      const oldest = this.#files.keys().next();
      if (this.#files.size > KEPT && !oldest.done) this.#files.delete(oldest.value);
    }
    return readText((await texts)[place]);
  }

  late(): Promise<null> {
    return new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  }

  async #fetch(file: string): Promise<readonly unknown[]> {
    try {
      const response = await fetch(new URL(file, this.#folder), { signal: AbortSignal.timeout(LONGEST) });
      // In the worker nobody hears it: what it lacks is told with its answer.
      if (response.status === 404) dispatchEvent(new Event(GONE));
      const found: unknown = await response.json();
      if (!response.ok || !Array.isArray(found)) throw new Error('No texts.');
      return found;
    } catch {
      // They may come the next time.
      this.#files.delete(file);
      return [];
    }
  }
}
