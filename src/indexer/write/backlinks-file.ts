/** The file that takes who links to each note, among the author's own files. */
import { lstatSync, readFileSync } from 'node:fs';
import type { Site } from '../common/types.ts';
import { PublishError } from '../common/write-error.ts';
import { writeBeside } from './write-beside.ts';
import { holds, realFolder } from './write-check.ts';

/** As such a file begins, however a formatter has set it; or one that waits to be filled. */
const OWN = /^\s*(?:\{\s*(?:\}\s*|"version"\s*:\s*\d+\s*,\s*(?:"language"\s*:[^,]*,\s*)?"notes"\s*:.*))?$/s;

/**
 * @param out the folder of the site, if one is written
 * @throws {PublishError} where the file is another one that would be lost, or lies in the site, which is replaced as a whole
 */
export function checkBacklinks(file: string, out: string | null): void {
  const real = realFolder(file);
  if (out !== null && holds(realFolder(out), real)) {
    throw new PublishError(
      `${file} lies in the folder of the site, which a build replaces. Name a file outside of it with --backlinks.`,
    );
  }
  if (!isFree(real)) {
    throw new PublishError(
      `${file} is there already, and is no file of backlinks that Hearthmap wrote. Name another one with --backlinks, or move it away.`,
    );
  }
}

/** Where nothing can be known of it, writing will say why. */
function isFree(file: string): boolean {
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    return found === undefined || (found.isFile() && OWN.test(readFileSync(file, 'utf8')));
  } catch {
    return true;
  }
}

/** @throws {PublishError} in words. @returns whether it has changed */
export function writeBacklinks(site: Pick<Site, 'backlinks'>, file: string): boolean {
  checkBacklinks(file, null);
  return writeBeside(
    file,
    site.backlinks(),
    'The site is there, but who links to each note could not be written',
    'name another file with --backlinks',
  );
}
