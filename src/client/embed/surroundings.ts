/** What the map shows: a note with what stands around it, or the whole. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import type { Garden } from '../../contract/map.ts';
import { pageName } from '../../contract/near-names.ts';
import { readNear, type Near, type PagesFile } from '../../contract/near.ts';
import { DataError } from '../../contract/site.ts';
import { placeLocal } from '../../layout/local.ts';
import { cutOut, MOST_LOCAL } from '../graph/place/neighbourhood-layout.ts';
import { around } from '../graph/garden/neighbourhood.ts';
import type { Placement } from '../graph/draw/picture.ts';
import type { Fetch } from './fetch-json.ts';
import { namedPages, nearOf } from './asked-first.ts';
import type { EmbedRequest } from './request.ts';

export interface Surroundings {
  readonly garden: Garden;
  readonly pages: PagesFile;
  /** Node of the whole map, for where its text is. */
  readonly idOf: (node: number) => number;
  /** The note that the map is about; null where it is about all. */
  readonly centre: number | null;
  readonly placement: Placement;
  readonly depth: number;
  /** Whether the page around is the note's own. */
  readonly isOwn: boolean;
  /** A page of the blog, as it is seen; null where that isn't known. */
  readonly at: URL | null;
}

/** A note by its name in a file that knows all that stands around it. */
export interface Found {
  readonly slug: string;
  readonly near: Near;
  /** The page around, or the one that is named, where it is the note's own. */
  readonly at: URL | null;
}

/**
 * @throws {DataError} in words, where the note that is asked for by name isn't there, or a local map has none to be
 * about
 */
export async function readSurroundings(
  request: EmbedRequest,
  site: EmbedSite,
  fetchJson: Fetch,
): Promise<Surroundings> {
  const found = await findNote(request, site, fetchJson);
  if (found === null && request.view === 'local')
    throw new DataError('This page is none of the notes. Name one by the attribute "note".');
  if (found !== null && request.depth === 1 && request.view !== 'whole') return nearby(found, request);
  const { readFar } = await import('./far.ts');
  return readFar(found, request, site, fetchJson);
}

/** The note that is asked for by name, else the one whose page is named or around, else null. */
export async function findNote(
  request: Pick<EmbedRequest, 'note' | 'about' | 'pages' | 'origin'>,
  site: EmbedSite,
  fetchJson: Fetch,
): Promise<Found | null> {
  const { note } = request;
  const read = async (name: string): Promise<Near> => readNear(await fetchJson(nearOf(name, site)));
  if (note !== null) {
    // Also as it is copied from a browser's address.
    for (const slug of new Set([note, pageName(note, '')])) {
      const near = await read(slug);
      if (near.garden.idBySlug.has(slug)) return { slug, near, at: null };
    }
    throw new DataError(`There is no note "${note}". Its name is the address of its page without "notes/".`);
  }
  for (const { name, at } of namedPages(request, site)) {
    const near = await read(name);
    const slug = near.moved.get(name);
    if (slug !== undefined) return { slug, near: await read(slug), at };
    const node = near.garden.idBySlug.get(name);
    if (node !== undefined && near.pages[node] === 0) return { slug: name, near, at };
  }
  return null;
}

function nearby({ slug, near, at }: Found, { direction, host, about }: EmbedRequest): Surroundings {
  const { garden, ids, pages } = near;
  const centre = garden.idBySlug.get(slug);
  if (centre === undefined) throw new DataError('The file of surroundings lacks its own note.');
  const shown = around(garden, centre, 1, direction);
  return {
    garden,
    pages,
    idOf: (node) => ids[node]!,
    centre,
    placement: laidOut(garden, shown, centre),
    depth: 1,
    isOwn: at !== null && at !== about,
    at: at ?? host,
  };
}

/** For themselves, in the page: a worker would have to be fetched first, and a strict page around lets none start. */
export function laidOut(garden: Garden, shown: Uint8Array, centre: number): Placement {
  const { nodes, ...graph } = cutOut(garden, shown, centre);
  const [x, y] = [garden.x.slice(), garden.y.slice()];
  if (nodes.length <= MOST_LOCAL) {
    const places = placeLocal(graph);
    nodes.forEach((node, index) => {
      x[node] = places.x[index]!;
      y[node] = places.y[index]!;
    });
  }
  return { x, y, shown, local: true };
}
