/**
 * `data/links.<hash>/<n>.json`: why notes are linked. For each note, the sentences in which it names others. Asked for when a
 * reader wants to know, never before the map is drawn.
 */
import { DataError, isRecord } from './site.ts';

export const LINKS_VERSION = 1;

/** Notes that share a file: few files for the author's host, few bytes for the reader. */
export const LINKS_A_FILE = 16;

/** Sentences that are kept of one note about another. */
export const MOST_PLACES = 20;

/** One place where a note names another. */
export interface LinkPlace {
  /** Plain; empty where the link stands in no sentence. */
  readonly sentence: string;
  /** UTF-16 offset and length of the link's own text in `sentence`; the length is 0 where it isn't in it. */
  readonly at: number;
  readonly length: number;
  /** Id and text of the heading it stands under; both empty above the first. In a footnote, the footnote's id and no text. */
  readonly anchor: string;
  readonly heading: string;
}

/** All that one note says about another. */
export interface NoteLink {
  /** Node of the map. */
  readonly to: number;
  /** In the order of the text, no sentence twice. */
  readonly places: readonly LinkPlace[];
  /** Sentences beyond `MOST_PLACES`. */
  readonly more: number;
}

/** Columns instead of objects: `[to, more, [[sentence, at, length, anchor, heading], …]]` for each note that is named. */
export interface LinksFile {
  readonly version: typeof LINKS_VERSION;
  readonly notes: readonly (readonly LinkRow[])[];
}
export type LinkRow = readonly [to: number, more: number, places: readonly PlaceRow[]];
export type PlaceRow = readonly [
  sentence: string,
  at: number,
  length: number,
  anchor: string,
  heading: string,
];

/** Where a note's links stand: the file below the folder of links, and the place in its `notes`. */
export function linksAddress(id: number): { readonly file: string; readonly place: number } {
  return { file: `${Math.floor(id / LINKS_A_FILE)}.json`, place: id % LINKS_A_FILE };
}

/**
 * Checks an unknown value once. By note of the file.
 * @throws {DataError} in words, where the value is no file of this version or contradicts itself.
 */
export function readLinks(value: unknown): NoteLink[][] {
  if (!isRecord(value) || !Array.isArray(value['notes']))
    throw new DataError('The file of links holds no links.');
  if (value['version'] !== LINKS_VERSION) {
    throw new DataError(
      `The file of links has version ${String(value['version'])}; this page reads version ${LINKS_VERSION}. Reload the page.`,
    );
  }
  return value['notes'].map((rows: unknown) => list(rows).map(readLink));
}

function readLink(row: unknown): NoteLink {
  const [to, more, places] = list(row);
  return { to: count(to), more: count(more), places: list(places).map(readPlace) };
}

function readPlace(row: unknown): LinkPlace {
  const [sentence, at, length, anchor, heading] = list(row);
  const place = {
    sentence: text(sentence),
    at: count(at),
    length: count(length),
    anchor: text(anchor),
    heading: text(heading),
  };
  if (place.at + place.length > place.sentence.length) throw broken();
  return place;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw broken();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw broken();
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw broken();
  return value;
}

function broken(): DataError {
  return new DataError('The file of links is broken.');
}
