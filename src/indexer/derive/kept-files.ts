/** The files of a site that are made of others, each with a key of what it is made from. */
import { keyOf } from '../common/key-of.ts';
import type { SiteContent } from '../common/types.ts';

type MadeContent = Extract<SiteContent, { kind: 'made' }>;
type Renewable = { -readonly [Field in keyof MadeContent]: MadeContent[Field] };

export class KeptFiles {
  readonly files: Map<string, SiteContent>;
  #before: ReadonlyMap<string, SiteContent>;
  readonly #stayed = new Map<Renewable, MadeContent['make']>();

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
    if (before?.kind === 'made' && before.key === key) {
      // The same object again: what a server has compressed of it stays so.
      this.files.set(name, before);
      this.#stayed.set(before, make);
    } else {
      this.files.set(name, { kind: 'made', key, make });
    }
  }

  /**
   * Has what stayed made by this run from now on, once all that it takes is there: what an earlier run made it from would else be
   * held as long as the file stays.
   */
  renew(): void {
    for (const [content, make] of this.#stayed) content.make = make;
    this.#stayed.clear();
    this.#before = new Map();
  }
}
