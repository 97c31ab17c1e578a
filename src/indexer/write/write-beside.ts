/** Writes a file that isn't part of the site, among the author's own. */
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inWords } from '../common/write-error.ts';
import { PASSED_OVER } from './write-swap.ts';

/**
 * Whole or not at all, and only where it differs: what watches the folder has no work then.
 * @param what is said before the reason where it fails
 * @param elsewhere what else the author may do then, or null
 * @throws {PublishError} in words. @returns whether it has changed
 */
export function writeBeside(file: string, text: string, what: string, elsewhere: string | null): boolean {
  const aside = `${file}.${process.pid}${PASSED_OVER}`;
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === true && readFileSync(file, 'utf8') === text)
      return false;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(aside, text);
    renameSync(aside, file);
    return true;
  } catch (error) {
    try {
      rmSync(aside, { force: true });
    } catch {
      // It was never there: the first error is the one to tell.
    }
    throw inWords(error, what, elsewhere);
  }
}
