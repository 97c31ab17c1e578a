import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MARKER } from '../common/own-site.ts';
import type { Site } from '../common/types.ts';
import { inWords, PublishError } from '../common/write-error.ts';
import { FileWriter, folderMaker } from './file-writer.ts';
import { hasNoMore, rootEntries } from './write-besides.ts';
import { checkForeign, checkOutput, realFolder } from './write-check.ts';
import { KnownFiles } from './write-known.ts';
import { lock } from './write-lock.ts';
import { flush, fsyncPath, isSame, linkFile, prepare, sizeOf } from './write-stage.ts';
import { markerText, recover, remove, stagePath, swap } from './write-swap.ts';

/** Files handled between two looks at the clock of the event loop: Ctrl-C answers within some milliseconds. */
const BREATH = 256;
/** Read at a time, to compare. Most files are smaller. */
const COMPARE_BYTES = 1 << 18;

export interface WriteOptions {
  /** Folders that hold the notes; the output folder may not hold one of them. */
  readonly notes?: readonly string[];
  /** Folder of the cache, where there is one: it tells which files needn't be made to be compared. */
  readonly cache?: string | null;
  /** Stops before the swap and leaves the old site. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Called before each step with its name; a test breaks in there. */
  readonly onStep?: (name: string) => void;
}

export interface Written {
  /** Where the site stands; links are followed. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Files whose bytes were written; the others were there already. */
  readonly changed: number;
  /** The old site, where the system would not let it be deleted; the next build tries again. */
  readonly leftover?: string;
}

/**
 * Ends what an interrupted build left beside `out`, and refuses a folder that isn't Hearthmap's.
 * Called before the notes are read, so that a wrong `--out` is said at once.
 * @throws {PublishError}
 */
export function prepareOutput(out: string, notes: readonly string[] = []): void {
  const target = realFolder(out);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const unlock = lock(target);
    try {
      recover(target);
      checkOutput(target, notes.map(realFolder));
    } finally {
      unlock();
    }
  } catch (error) {
    throw inWords(error, `Can't write to ${out}`);
  }
}

/**
 * Publishes a site whole or not at all: it is staged beside the old one and swapped in by renaming. Files that did not
 * change are linked from the old site and keep their time. Killed at any point, the old site or the new one stands
 * in `out`, or `prepareOutput` puts it there.
 * @throws {PublishError} with the old site still in place
 */
export async function writeSite(
  site: Pick<Site, 'files'>,
  out: string,
  options: WriteOptions = {},
): Promise<Written> {
  const target = realFolder(out);
  const step = options.onStep ?? ((): void => {});
  const writer = new FileWriter(stagePath(target));
  let unlock: (() => void) | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    step('lock');
    unlock = lock(target);
    recover(target);
    checkOutput(target, (options.notes ?? []).map(realFolder));
    return await publish(site, target, options, step, writer);
  } catch (error) {
    await writer.stop();
    if (unlock !== undefined) cleanUp(target);
    throw inWords(error, `The site was not written to ${out}`);
  } finally {
    unlock?.();
  }
}

async function publish(
  site: Pick<Site, 'files'>,
  out: string,
  options: WriteOptions,
  step: (name: string) => void,
  writer: FileWriter,
): Promise<Written> {
  const entries = rootEntries(site.files.keys());
  if (entries.has(MARKER)) throw new PublishError(`The site has a file named ${MARKER}. Rename it.`);
  checkForeign(out, entries);
  const breathe = breather(options.signal);

  const buffer = Buffer.allocUnsafe(COMPARE_BYTES);
  const isRebuild = existsSync(out);
  const known = new KnownFiles(options.cache ?? null, out);
  const stage = stagePath(out);
  const makeFolder = folderMaker(stage);
  const same: string[] = [];
  const fresh: string[] = [];
  let bytes = 0;
  const tell = (): void => options.onProgress?.(same.length + fresh.length, site.files.size);
  // A file is made once: compared with the old one, and written at once where it differs.
  for (const [path, content] of site.files) {
    const size = known.unchanged(path, content);
    if (size !== null) {
      bytes += size;
      same.push(path);
      tell();
      await breathe();
      continue;
    }
    const prepared = await prepare(path, content);
    if (isRebuild && isSame(join(out, path), prepared, buffer)) {
      bytes += sizeOf(prepared);
      same.push(path);
    } else {
      if (fresh.length === 0) {
        step('stage');
        mkdirSync(stage);
      }
      step(`file ${path}`);
      bytes += writer.put(path, prepared);
      await writer.ready();
      fresh.push(path);
    }
    tell();
    await breathe();
  }
  const written = { folder: out, files: site.files.size, bytes };
  if (fresh.length === 0) {
    if (hasNoMore(out, entries, site.files.size)) {
      if (!known.isWhole(site.files)) await known.keep(site.files);
      return { ...written, changed: 0 };
    }
    step('stage');
    mkdirSync(stage);
  }
  for (const path of same) {
    step(`file ${path}`);
    makeFolder(path);
    if (!linkFile(join(out, path), join(stage, path))) {
      writer.put(path, await prepare(path, site.files.get(path)!));
      await writer.ready();
      fresh.push(path);
    }
    await breathe();
  }
  await writer.end();
  step('flush');
  flush(stage, fresh);
  step('seal');
  writeFileSync(join(stage, MARKER), markerText(entries));
  flush(stage, [MARKER]);
  const leftover = swap(out, step);
  fsyncPath(dirname(out));
  await known.keep(site.files, writer.written);
  return { ...written, changed: fresh.length, ...(leftover === undefined ? {} : { leftover }) };
}

/** Lets the event loop run now and then, and stops where the signal says so. */
function breather(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let count = 0;
  return () => {
    if (signal?.aborted === true) throw new PublishError('Stopped before the new site was published.');
    return ++count % BREATH === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
  };
}

function cleanUp(out: string): void {
  try {
    remove(stagePath(out), out);
  } catch {
    // The next build clears it; the first error is the one to tell.
  }
}
