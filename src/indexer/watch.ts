import { basename, dirname, resolve, sep } from 'node:path';
import Watchpack from 'watchpack';
import { isOwnLeftover, isOwnSite } from './write-swap.ts';

/** An editor's save is several events; a second save may follow the first one closely. */
const QUIET_MS = 30;
/** However busy the disk is, what has changed by then is built. */
const PATIENCE_MS = 300;

/** Folders of other tools at the root of a site: their files aren't notes, and there may be very many. */
const OF_OTHER_TOOLS = new Set(['node_modules', 'public', 'resources', 'themes']);

export interface Watching {
  /** Watches one more folder. */
  readonly add: (folder: string) => void;
  readonly close: () => void;
}

export interface WatchOptions {
  /** The first is the one that the author named. */
  readonly folders: readonly string[];
  /** Absolute paths of what was edited, made, renamed or deleted; the next call waits for the promise. */
  readonly onChange: (paths: readonly string[]) => Promise<void>;
}

/**
 * Calls once for a burst of changes, and never while the last call is still at work. An edit after the call is
 * not missed. Where the system watches no more folders, they are looked at every five seconds, and the terminal says so.
 */
export function watchFolders(options: WatchOptions): Watching {
  const roots = options.folders.map((folder) => resolve(folder));
  const burst = createBurst(options.onChange);
  const watcher = new Watchpack({ ignored: (path) => isIgnored(path, roots) });
  // Folders are walked after this call returns; what was edited meanwhile is told then.
  const watch = (): void => watcher.watch({ directories: roots, startTime: Date.now() });
  watcher.on('change', (path, _, type) => {
    // Its files are told one by one.
    if (type !== 'scan (dir)') burst.add(resolve(path));
  });
  watcher.on('remove', (path) => burst.add(resolve(path)));
  watch();
  return {
    add(folder) {
      if (roots.some((root) => isInside(folder, root))) return;
      roots.push(resolve(folder));
      watch();
    },
    close() {
      burst.stop();
      watcher.close();
    },
  };
}

/** Hidden files, other tools' folders, and sites that Hearthmap wrote or is just writing. */
function isIgnored(path: string, roots: readonly string[]): boolean {
  const absolute = resolve(path);
  if (roots.includes(absolute)) return false;
  const name = basename(absolute);
  if (name.startsWith('.') || name === 'node_modules') return true;
  const root = roots.find((folder) => isInside(absolute, folder));
  if (root === roots[0] && root !== undefined && dirname(absolute) === root && OF_OTHER_TOOLS.has(name))
    return true;
  return isOwnLeftover(absolute) || isOwnSite(absolute);
}

function isInside(path: string, folder: string): boolean {
  return resolve(path) === folder || resolve(path).startsWith(folder + sep);
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
