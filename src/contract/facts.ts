/**
 * `data/facts.<hash>.json`: when notes were written, and what is in them. Asked for when a reader wants to know, never before
 * the map is drawn.
 */
import type { Headings } from './headings.ts';
import { DataError, isRecord } from './site.ts';

export const FACTS_VERSION = 1;

/** Stands where a day isn't known. */
export const NO_DATE = -0x80000000;

/** What a note's text may have in it; `has` of a note is the sum of what it has. */
export const HAS = { math: 1, code: 2, picture: 4, table: 8, task: 16, footnote: 32 } as const;

/** Columns by note of the map. One that would say nothing is left out. */
export interface FactsFile {
  readonly version: typeof FACTS_VERSION;
  /** The length of every column. */
  readonly notes: number;
  /** Days since 1970-01-01, as their authors counted them; null where unknown. Left out where none is known. */
  readonly created?: readonly (number | null)[];
  /** Likewise; left out where it would say the same as `created`. */
  readonly modified?: readonly (number | null)[];
  /** Sums of `HAS`. Left out where no note has any. */
  readonly has?: readonly number[];
  /** The name of the file of headings, which stands beside this one. Left out where no note has any. */
  readonly headings?: string;
}

/** The checked facts, by note of the map. */
export interface Facts {
  /** Days since 1970-01-01 UTC, or NO_DATE. */
  readonly created: Int32Array;
  /** Days since 1970-01-01 UTC, or NO_DATE; of a note that never says that it changed, the day that it was created. */
  readonly modified: Int32Array;
  /** Sums of `HAS`. */
  readonly has: Uint16Array;
  /** The name of the file of headings, which stands beside this one; null where no note has any. */
  readonly headingsFile: string | null;
  /** Null until they have come. */
  readonly headings: Headings | null;
}

/** Beyond these there are no years with four digits. */
const LEAST_DAY = -800_000;
const MOST_DAY = 3_000_000;

/**
 * Checks an unknown value once.
 * @throws {DataError} in words, where the value is no file of this version or contradicts itself.
 */
export function readFacts(value: unknown): Facts {
  if (!isRecord(value)) throw new DataError('The file of facts holds no facts.');
  if (value['version'] !== FACTS_VERSION) {
    throw new DataError(
      `The file of facts has version ${String(value['version'])}; this page reads version ${FACTS_VERSION}. Reload the page.`,
    );
  }
  const notes = value['notes'];
  if (!isWhole(notes, 0, 1e7)) throw new DataError('The file of facts does not say of how many notes.');
  const column = (key: 'created' | 'modified' | 'has', least: number, most: number): Int32Array | null => {
    const found = value[key];
    if (found === undefined) return null;
    if (!Array.isArray(found) || found.length !== notes) {
      throw new DataError(`The file of facts is of ${notes} notes, but its "${key}" is not.`);
    }
    return Int32Array.from(found, (entry: unknown) => {
      if (entry === null && key !== 'has') return NO_DATE;
      if (!isWhole(entry, least, most)) {
        throw new DataError(`The file of facts holds ${JSON.stringify(entry)} in "${key}".`);
      }
      return entry;
    });
  };
  const created = column('created', LEAST_DAY, MOST_DAY) ?? new Int32Array(notes).fill(NO_DATE);
  const modified = column('modified', LEAST_DAY, MOST_DAY) ?? created;
  const has = Uint16Array.from(column('has', 0, 0xffff) ?? new Uint16Array(notes));
  const { headings: name } = value;
  if (name === undefined)
    return { created, modified, has, headingsFile: null, headings: new Array<string>(notes).fill('') };
  if (typeof name !== 'string' || !FILE_NAME.test(name))
    throw new DataError(`The file of facts names ${JSON.stringify(name)} as the file of headings.`);
  return { created, modified, has, headingsFile: name, headings: null };
}

/** Of a file beside this one. */
const FILE_NAME = /^headings\.[\da-z]+\.json$/;

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
