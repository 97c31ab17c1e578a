/** Fetches the sentences in which notes name each other: a file for some notes at a time, each once. */
import { linksAddress, readLinks, type LinkPlace, type NoteLink } from '../../../contract/links.ts';
import { loadData } from './data-file.ts';

/** Files that are kept at most. */
const KEPT = 60;

export class LinkPlaces {
  readonly #folder: URL;
  readonly #noteCount: number;
  readonly #files = new Map<string, Promise<NoteLink[][]>>();

  constructor(folder: URL, noteCount: number) {
    this.#folder = folder;
    this.#noteCount = noteCount;
  }

  /**
   * What the one says about the other; null where it does not name it, as no ghost does.
   * @throws {DataError} whose message is for the reader.
   */
  async about(from: number, to: number): Promise<NoteLink | null> {
    if (from >= this.#noteCount) return null;
    const { file, place } = linksAddress(from);
    let links = this.#files.get(file);
    if (links === undefined) {
      links = loadData(new URL(file, this.#folder), 'sentences').then(readLinks);
      this.#files.set(file, links);
      // What failed is asked for again.
      links.catch(() => this.#files.delete(file));
      const oldest = this.#files.keys().next();
      if (this.#files.size > KEPT && !oldest.done) this.#files.delete(oldest.value);
    }
    return (await links)[place]?.find((link) => link.to === to) ?? null;
  }
}

let last: { readonly folder: URL; readonly places: LinkPlaces } | null = null;

/** Those of a build; asked for the same build again, the same. */
export function linkPlaces(folder: URL, noteCount: number): LinkPlaces {
  if (last?.folder.href !== folder.href) last = { folder, places: new LinkPlaces(folder, noteCount) };
  return last.places;
}

/** The places where a note names another or a ghost, each with its address. @param hrefOf that of a note's heading */
export async function placesOf(
  folder: URL,
  noteCount: number,
  from: number,
  to: number,
  hrefOf: (node: number, heading: string | null) => string,
): Promise<(LinkPlace & { href: string })[]> {
  const found = await linkPlaces(folder, noteCount).about(from, to);
  return (found?.places ?? []).map((place) => ({ ...place, href: hrefOf(from, place.anchor || null) }));
}
