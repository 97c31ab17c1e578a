/** What the last build wrote: a file whose key, size and time are still the same needn't be made to be compared. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readKept, writeKept } from './cache.ts';
import type { Site, SiteContent } from './types.ts';

type Entry = readonly [key: string, size: number, mtimeMs: number];

export class KnownFiles {
  readonly #cache: string | null;
  readonly #out: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @param cache folder of the cache, or null; @param out folder of the site */
  constructor(cache: string | null, out: string) {
    this.#cache = cache;
    this.#out = out;
    const kept = cache === null ? null : readKept(cache, 'written', out);
    this.#entries = new Map(Array.isArray(kept) ? (kept as [string, Entry][]) : []);
  }

  /** Size of the file that stands there, where it is surely the one that `content` would make; else null. */
  unchanged(path: string, content: SiteContent): number | null {
    const entry = this.#entries.get(path);
    if (entry === undefined || content.kind !== 'made' || entry[0] !== content.key) return null;
    const found = statSync(join(this.#out, path), { throwIfNoEntry: false });
    const same = found?.isFile() === true && found.size === entry[1] && found.mtimeMs === entry[2];
    return same ? entry[1] : null;
  }

  /** Remembers the site that was just written. */
  async keep(files: Site['files']): Promise<void> {
    if (this.#cache === null) return;
    const entries: [string, Entry][] = [];
    for (const [path, content] of files) {
      if (content.kind !== 'made') continue;
      const { size, mtimeMs } = statSync(join(this.#out, path));
      entries.push([path, [content.key, size, mtimeMs]]);
    }
    await writeKept(this.#cache, 'written', this.#out, entries);
  }
}
