import { basename, dirname, join, resolve, sep } from 'node:path';
import Watchpack from 'watchpack';
import { sameItems } from '../common/memo.ts';
import { isOwnLeftover, isOwnSite } from '../common/own-site.ts';
import type { ReadFrom } from '../common/types.ts';
import { VAULT_FOLDER, VAULT_SETTINGS } from '../settings/vault-settings.ts';

/** An editor's save is several events; a second save may follow the first one closely. */
const QUIET_MS = 30;
/** However busy the disk is, what has changed by then is built. */
const PATIENCE_MS = 300;

/** Folders of other tools at the root of a site. There may be very many files, and none is read, unless the notes lie there. */
const OF_OTHER_TOOLS = ['public', 'resources', 'themes'];

export interface Watching {
  /**
   * Watches what the site is read from now.
   * @param since moment before which nothing of that was read, in milliseconds since 1970: what was edited after it is told
   */
  readonly follow: (from: ReadFrom, since: number) => void;
  readonly close: () => void;
}

export interface WatchOptions {
  readonly from: ReadFrom;
  /** Absolute paths of what was edited, made, renamed or deleted; the next call waits for the promise. */
  readonly onChange: (paths: readonly string[]) => Promise<void>;
}

/**
 * Calls once for a burst of changes, and never while the last call is still at work. An edit after the call is
 * not missed. Where the system watches no more folders, they are looked at every five seconds, and the terminal says so.
 */
export function watchFolders(options: WatchOptions): Watching {
  const burst = createBurst(options.onChange);
  let from = options.from;
  let watcher = watch(from, Date.now(), burst.add);
  let isClosed = false;
  return {
    follow(now, since) {
      // A build may end after the watching does.
      if (isClosed || sameItems(rootsOf(now), rootsOf(from))) return;
      from = now;
      watcher.close();
      watcher = watch(from, since, burst.add);
    },
    close() {
      isClosed = true;
      burst.stop();
      watcher.close();
    },
  };
}

function watch(from: ReadFrom, since: number, tell: (path: string) => void): Pick<Watching, 'close'> {
  const roots = rootsOf(from);
  const watcher = new Watchpack({ ignored: (path) => isIgnored(resolve(path), from, roots) });
  watcher.on('change', (path, _, type) => {
    // Its files are told one by one.
    if (type !== 'scan (dir)') tell(resolve(path));
  });
  watcher.on('remove', (path) => tell(resolve(path)));
  const directories = roots.filter((root, i) => !roots.slice(0, i).some((other) => isInside(root, other)));
  // Folders are walked after this call returns; what was edited meanwhile is told then.
  watcher.watch({ directories, startTime: since });
  return watcher;
}

function rootsOf({ root, content, statics, otherContents }: ReadFrom): readonly string[] {
  return [root, content, ...statics, ...otherContents];
}

/** Hidden files, other tools' folders, and sites that Hearthmap wrote or is just writing. */
function isIgnored(path: string, { root, content }: ReadFrom, roots: readonly string[]): boolean {
  // What leads to a folder of the site's isn't ignored either.
  if (roots.some((folder) => isInside(folder, path))) return false;
  if (VAULT_SETTINGS.some((file) => isInside(join(root, file), path))) return false;
  const name = basename(path);
  if (name.startsWith('.') || name === 'node_modules') return true;
  if (isInside(path, join(root, VAULT_FOLDER))) return true;
  if (OF_OTHER_TOOLS.includes(name) && dirname(path) === root && !isInside(path, content)) return true;
  return isOwnLeftover(path) || isOwnSite(path);
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Collects until it is quiet or patience ends; runs one after the other. `run` handles its own errors. */
export function createBurst(
  run: (paths: readonly string[]) => Promise<void>,
  times: { quiet: number; patience: number } = { quiet: QUIET_MS, patience: PATIENCE_MS },
): { add: (path: string) => void; stop: () => void } {
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let firstAt = 0;
  let isRunning = false;
  let isStopped = false;

  const schedule = (): void => {
    if (isRunning || isStopped || paths.size === 0) return;
    clearTimeout(timer);
    const left = firstAt + times.patience - performance.now();
    timer = setTimeout(start, Math.max(0, Math.min(times.quiet, left)));
  };
  const start = (): void => {
    const taken = [...paths].sort();
    paths = new Set();
    isRunning = true;
    void run(taken).finally(() => {
      isRunning = false;
      firstAt = performance.now();
      schedule();
    });
  };
  return {
    add(path) {
      if (paths.size === 0) firstAt = performance.now();
      paths.add(path);
      schedule();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
