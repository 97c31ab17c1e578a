import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { MARKER } from '../common/own-site.ts';
import { PublishError } from '../common/write-error.ts';
import { foreignEntries, ownEntries } from './write-swap.ts';

const NAMED = 3;

/** Where a folder really is, as far as it exists: links are followed. */
export function realFolder(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : resolve(realFolder(parent), relative(parent, absolute));
}

/**
 * Refuses an output folder whose replacement would lose something that isn't the site.
 * @param out real path of the output folder
 * @param notes real paths of the folders that hold the notes
 * @throws {PublishError}
 */
export function checkOutput(out: string, notes: readonly string[]): void {
  for (const folder of notes) {
    if (holds(out, folder)) {
      throw new PublishError(
        `The output folder ${out} holds the notes (${folder}), and a build replaces it. Name another one with --out.`,
      );
    }
  }
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new PublishError(`${out} is a file. Name a folder with --out.`);
  if (holds(out, realFolder(process.cwd()))) {
    throw new PublishError(
      `The output folder ${out} holds the folder you are in, and a build replaces it. Name another one with --out.`,
    );
  }
  if (found.dev !== statSync(dirname(out)).dev) {
    throw new PublishError(
      `${out} is a mount point, which can't be replaced. Name a folder inside it with --out.`,
    );
  }
  const entries = readdirSync(out);
  if (entries.length > 0 && ownEntries(out) === undefined) {
    throw new PublishError(
      `The folder ${out} holds ${listed(entries)} and was not written by Hearthmap (it has no ${MARKER}). ` +
        'Name an empty or new folder with --out, or empty this one.',
    );
  }
}

/** @throws {PublishError} where what the author put into the output folder is in the way of the new site */
export function checkForeign(out: string, entries: ReadonlySet<string>): void {
  const inTheWay = foreignEntries(out).filter((name) => entries.has(name));
  if (inTheWay.length === 0) return;
  throw new PublishError(
    `${out} holds ${listed(inTheWay)}, which Hearthmap did not write, and the new site has an entry of that name. ` +
      'Move it away, then build again.',
  );
}

/** Whether one real path is the other, or lies in it. */
export function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => JSON.stringify(name));
  const rest = names.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
