import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from '../common/own-site.ts';

const MARKER_HEAD =
  'This folder is written by Hearthmap. The next build replaces the entries below; what stands beside them is kept.\n';

/** What `hugo server` and others that watch a folder pass over. */
export const PASSED_OVER = '.tmp';

export const stagePath = (out: string): string => `${out}.hearthmap-new${PASSED_OVER}`;
export const retiredPath = (out: string): string => `${out}.hearthmap-old${PASSED_OVER}`;
const gonePath = (out: string): string => `${out}.hearthmap-gone${PASSED_OVER}`;

const DEEP = { recursive: true, force: true, maxRetries: 3 } as const;

/** @param entries the site's files and folders at its root */
export function markerText(entries: Iterable<string>): string {
  return `${MARKER_HEAD}${[...entries].sort().join('\n')}\n`;
}

/** Root entries that the build which wrote `folder` made, or undefined where no build did. */
export function ownEntries(folder: string): Set<string> | undefined {
  try {
    return new Set([...readFileSync(join(folder, MARKER), 'utf8').split('\n').slice(1, -1), MARKER]);
  } catch {
    return undefined;
  }
}

/** What the author put beside the site's own entries (`CNAME`, `.git`): kept from build to build. */
export function foreignEntries(folder: string): string[] {
  const own = ownEntries(folder) ?? new Set();
  return existsSync(folder) ? readdirSync(folder).filter((name) => !own.has(name)) : [];
}

/**
 * Puts the staged site in the place of the old one by renaming. Killed between any two lines, `recover` ends it; where
 * a renaming fails, the old site is put back.
 * @param step called before each step with its name; a test breaks in there
 * @returns the folder of the old site, where it could not be deleted; the next build tries again
 */
export function swap(out: string, step: (name: string) => void): string | undefined {
  const retired = retiredPath(out);
  try {
    if (existsSync(out) && readdirSync(out).length === 0) {
      rmdirSync(out);
    } else if (existsSync(out)) {
      step('retire');
      renameSync(out, retired);
    }
    step('publish');
    renameSync(stagePath(out), out);
  } catch (error) {
    if (existsSync(retired) && !existsSync(out)) renameSync(retired, out);
    throw error;
  }
  if (!existsSync(retired)) return undefined;
  try {
    step('keep');
    keepForeign(out);
    step('clear');
    remove(retired, out);
    return undefined;
  } catch {
    return retired;
  }
}

/**
 * Ends what an interrupted build left: a swap that had begun is completed, or undone where the new site is not whole;
 * half-written sites are deleted. Does nothing where there is nothing to do.
 */
export function recover(out: string): void {
  const stage = stagePath(out);
  const retired = retiredPath(out);
  if (!existsSync(out)) {
    if (ownEntries(stage) !== undefined) renameSync(stage, out);
    else if (existsSync(retired)) renameSync(retired, out);
  }
  remove(stage, out);
  // Where somebody else made the folder meanwhile, the old site is the only one there is.
  if (existsSync(retired) && ownEntries(out) !== undefined) {
    keepForeign(out);
    remove(retired, out);
  }
}

function keepForeign(out: string): void {
  const retired = retiredPath(out);
  for (const name of foreignEntries(retired)) {
    if (!existsSync(join(out, name))) renameSync(join(retired, name), join(out, name));
  }
}

/** Renamed first: a folder that is half deleted must never be taken for a whole site. */
export function remove(folder: string, out: string): void {
  const gone = gonePath(out);
  rmSync(gone, DEEP);
  if (!existsSync(folder)) return;
  renameSync(folder, gone);
  rmSync(gone, DEEP);
}
