/** Whether anything stands in a site's folder that isn't the site's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from '../common/own-site.ts';
import { markerText } from './write-swap.ts';

/** Names at the root of a site. @param paths of its files */
export function rootEntries(paths: Iterable<string>): Set<string> {
  return new Set(Array.from(paths, (path) => path.split('/')[0]!));
}

/** Given that a site's files all stand in `out`, whether its entries there are marked as just these, and hold no more. */
export function hasNoMore(out: string, entries: ReadonlySet<string>, files: number): boolean {
  if (markerOf(out) !== markerText(entries)) return false;
  return [...entries].reduce((count, name) => count + countAt(join(out, name)), 0) === files;
}

function markerOf(out: string): string | null {
  try {
    return readFileSync(join(out, MARKER), 'utf8');
  } catch {
    return null;
  }
}

function countAt(path: string): number {
  try {
    return countFiles(path);
  } catch {
    // A file, not a folder: it was compared before.
    return 1;
  }
}

function countFiles(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    count += entry.isDirectory() ? countFiles(join(folder, entry.name)) : 1;
  }
  return count;
}
