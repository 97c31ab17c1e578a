/** More than a note's neighbours: drawn from the whole map, which is loaded for it. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import { readMap } from '../../contract/map.ts';
import { readPages } from '../../contract/near.ts';
import { around } from '../graph/garden/neighbourhood.ts';
import type { EmbedRequest } from './request.ts';
import type { Fetch } from './fetch-json.ts';
import { laidOut, type Found, type Surroundings } from './surroundings.ts';

export async function readFar(
  found: Found | null,
  { depth, direction, view, host, about }: EmbedRequest,
  site: EmbedSite,
  fetchJson: Fetch,
): Promise<Surroundings> {
  const [map, told] = await Promise.all([fetchJson(site.map), fetchJson(site.pages)]);
  const garden = readMap(map);
  const pages = readPages(told, garden.noteCount);
  const centre = found === null ? null : (garden.idBySlug.get(found.slug) ?? null);
  const rest = {
    garden,
    pages,
    idOf: (node: number) => node,
    centre,
    depth,
    isOwn: found !== null && found.at !== null && found.at !== about,
    at: found?.at ?? host,
  };
  if (centre === null || view === 'whole')
    return { ...rest, placement: { x: garden.x, y: garden.y, shown: null, local: false } };
  const shown = around(garden, centre, depth, direction);
  return { ...rest, placement: laidOut(garden, shown, centre) };
}
