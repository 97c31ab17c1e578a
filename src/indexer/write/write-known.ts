/** What the last build wrote: a file whose key, size and time are still the same needn't be made to be compared. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readKept, writeKept } from '../cache/cache.ts';
import type { Site, SiteContent } from '../common/types.ts';
import type { Stands } from './file-writer.ts';
import { stampOf } from './made-of.ts';
import { hasNoMore, rootEntries } from './write-besides.ts';

/** The key is null where the file isn't made. */
type Entry = readonly [key: string | null, size: number, mtimeMs: number];

const NAME = 'written';

export class KnownFiles {
  readonly #cache: string | null;
  readonly #out: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @param cache folder of the cache, or null; @param out folder of the site */
  constructor(cache: string | null, out: string) {
    this.#cache = cache;
    this.#out = out;
    const kept = cache === null ? null : readKept(cache, NAME, out);
    this.#entries = new Map(Array.isArray(kept) ? (kept as [string, Entry][]) : []);
  }

  /** Size of the file that stands there, where it is surely the one that `content` would make; else null. */
  unchanged(path: string, content: SiteContent): number | null {
    const entry = this.#entries.get(path);
    if (entry === undefined || content.kind !== 'made' || entry[0] !== content.key) return null;
    return this.#stands(path, entry) ? entry[1] : null;
  }

  /** How many files the site that stands there has, and bytes, where all is as it was written and nothing besides; else null. */
  standing(): { files: number; bytes: number } | null {
    let bytes = 0;
    for (const [path, entry] of this.#entries) {
      if (!this.#stands(path, entry)) return null;
      bytes += entry[1];
    }
    const files = this.#entries.size;
    const isAll = files > 0 && hasNoMore(this.#out, rootEntries(this.#entries.keys()), files);
    return isAll ? { files, bytes } : null;
  }

  /** Changes whenever another site is remembered. */
  get stamp(): string {
    return this.#cache === null ? '' : stampOf(join(this.#cache, `${NAME}.json`));
  }

  /** Whether it knows all of these files as they stand there. */
  isWhole(files: Site['files']): boolean {
    if (this.#entries.size !== files.size) return false;
    for (const [path, content] of files) {
      const entry = this.#entries.get(path);
      if (entry === undefined || entry[0] !== keyOf(content) || !this.#stands(path, entry)) return false;
    }
    return true;
  }

  /**
   * Remembers the site that stands there now.
   * @param written those that were written now, where the system needn't be asked again
   */
  async keep(files: Site['files'], written: ReadonlyMap<string, Stands> = new Map()): Promise<void> {
    if (this.#cache === null) return;
    const entries: [string, Entry][] = [];
    for (const [path, content] of files) {
      const { size, mtimeMs } = written.get(path) ?? statSync(join(this.#out, path));
      entries.push([path, [keyOf(content), size, mtimeMs]]);
    }
    await writeKept(this.#cache, NAME, this.#out, entries);
  }

  #stands(path: string, [, size, mtimeMs]: Entry): boolean {
    const found = statSync(join(this.#out, path), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === mtimeMs;
  }
}

function keyOf(content: SiteContent): string | null {
  return content.kind === 'made' ? content.key : null;
}
