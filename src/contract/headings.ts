/**
 * `data/headings.<hash>.json`: the words of all headings. The facts name it; it is asked for when a query asks for words of
 * headings, never before.
 */
import { DataError, isRecord } from './site.ts';

export const HEADINGS_VERSION = 1;

/** What stands between a note's headings. */
const END = '\n';

export interface HeadingsFile {
  readonly version: typeof HEADINGS_VERSION;
  /** By note of the map: its headings, folded, with one space between words and a line end between headings. */
  readonly headings: readonly string[];
}

/** By note of the map: its headings, folded, each with one space before, between and behind its words. */
export type Headings = readonly string[];

/** @param headings of one note, folded, with one space between words */
export function joinHeadings(headings: readonly string[]): string {
  return [...new Set(headings)].join(END);
}

/**
 * Checks an unknown value once.
 * @throws {DataError} in words, where the value is no file of this version, or of another number of notes.
 */
export function readHeadings(value: unknown, notes: number): Headings {
  if (!isRecord(value)) throw new DataError('The file of headings holds no headings.');
  if (value['version'] !== HEADINGS_VERSION) {
    throw new DataError(
      `The file of headings has version ${String(value['version'])}; this page reads version ${HEADINGS_VERSION}. Reload the page.`,
    );
  }
  const { headings } = value;
  if (!Array.isArray(headings) || headings.length !== notes) {
    throw new DataError(`The file of headings is not of ${notes} notes.`);
  }
  return headings.map((own: unknown) => {
    if (typeof own !== 'string') throw new DataError('The file of headings holds something else.');
    return ` ${own.replaceAll(END, ` ${END} `)} `;
  });
}
