/**
 * `data/near.<hash>/<n>.json`: what stands around a note, for the map in somebody else's page, which draws one note's
 * neighbours and must not load the whole map for that. A file holds the surroundings of some ten notes; which one is
 * told by a note's name alone, so that nothing has to be looked up before.
 */
import { readColumns, type Garden, type MapColumns } from './map.ts';
import { notePage } from './page.ts';
import { DataError, isRecord } from './site.ts';

export const NEAR_VERSION = 1;

/** A map's columns, of the notes that are in this file by their names, and of all that these are linked with. */
export interface NearFile extends Omit<MapColumns, 'tags' | 'noteTags'> {
  readonly version: typeof NEAR_VERSION;
  /** Nodes of the whole map, ascending: notes, then ghosts. All columns are in this order. */
  readonly ids: readonly number[];
  /** Links into and out of each node on the whole map. */
  readonly in: readonly number[];
  readonly out: readonly number[];
  /** Of the notes only: see `PagesFile`. */
  readonly pages: PagesFile;
  /** Names of pages on the blog that are in this file, with the slug of the note; those that are that slug are left out. */
  readonly moved: readonly (readonly [name: string, slug: string])[];
}

/**
 * Where notes stand on the author's blog, as a path from its host: 0 is the slug below the blog's own path, '' nowhere.
 * `data/pages.<hash>.json` holds those of all notes.
 */
export type PagesFile = readonly (string | 0)[];

export interface Near {
  /** A map of these nodes alone, but for the degrees, which are those of the whole. */
  readonly garden: Garden;
  readonly ids: readonly number[];
  readonly pages: PagesFile;
  readonly moved: ReadonlyMap<string, string>;
}

/** A note's path on the blog, or null. @param base path of the blog, without a slash at the end */
export function blogPath(page: string | 0 | undefined, slug: string, base: string): string | null {
  if (page === 0) return `${base}/${notePage(slug).slice('notes/'.length)}`;
  return page === undefined || page === '' ? null : page;
}

/**
 * Checks an unknown value once.
 * @throws {DataError} in words, where the value is no file of this version or contradicts itself.
 */
export function readNear(value: unknown): Near {
  if (!isRecord(value) || value['version'] !== NEAR_VERSION)
    throw new DataError(`This page reads surroundings of version ${NEAR_VERSION}. Reload the page.`);
  const { ids, slugs, moved } = value;
  const garden = readColumns({
    ...value,
    tags: [],
    noteTags: Array.isArray(slugs) ? slugs.map(() => []) : null,
  });
  const { nodeCount, noteCount } = garden;
  const counts = (key: string): Uint32Array => Uint32Array.from(whole(value[key], nodeCount));
  return {
    garden: { ...garden, inDegree: counts('in'), outDegree: counts('out') },
    ids: whole(ids, nodeCount),
    pages: readPages(value['pages'], noteCount),
    moved: new Map(Array.isArray(moved) ? moved.filter(isPair) : []),
  };
}

/** @throws {DataError} in words, where these aren't the pages of so many notes. */
export function readPages(value: unknown, notes: number): PagesFile {
  if (!Array.isArray(value) || value.length !== notes || !value.every(isPage))
    throw new DataError('The file of pages is broken.');
  return value;
}

function whole(value: unknown, length: number): number[] {
  const isWhole = (entry: unknown): boolean =>
    typeof entry === 'number' && Number.isInteger(entry) && entry >= 0;
  if (!Array.isArray(value) || value.length !== length || !value.every(isWhole))
    throw new DataError('The file of surroundings is broken.');
  return value as number[];
}

function isPage(value: unknown): value is string | 0 {
  return value === 0 || typeof value === 'string';
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}
