/** The files of a site that are made of others, each with a key of what it is made from. */
import { keyOf } from './key-of.ts';
import type { SiteContent } from './types.ts';

type MadeContent = Extract<SiteContent, { kind: 'made' }>;

export class KeptFiles {
  readonly files: Map<string, SiteContent>;
  readonly #before: ReadonlyMap<string, SiteContent>;

  /** @param before those of the last run; @param app those that are the same in every site */
  constructor(before: ReadonlyMap<string, SiteContent>, app: ReadonlyMap<string, SiteContent>) {
    this.#before = before;
    this.files = new Map(app);
  }

  /** @param inputs all that the file is made from, as a value of JSON's kinds */
  put(name: string, inputs: unknown, make: MadeContent['make']): void {
    this.keep(name, keyOf(inputs), make);
  }

  /** @param key stands for all that the file is made from */
  keep(name: string, key: string, make: MadeContent['make']): void {
    const before = this.#before.get(name);
    // The same object again: what a server has compressed of it stays so.
    const isSame = before?.kind === 'made' && before.key === key;
    this.files.set(name, isSame ? before : { kind: 'made', key, make });
  }
}
