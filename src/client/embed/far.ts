/** More than a note's neighbours: drawn from the whole map, which is loaded for it. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import { readMap } from '../../contract/map.ts';
import { readPages } from '../../contract/near.ts';
import { endPlacing, placeAround } from '../graph/local-placement.ts';
import { around } from '../graph/neighbourhood.ts';
import type { EmbedRequest } from './request.ts';
import type { Fetch } from './fetch-json.ts';
import type { Found, Surroundings } from './surroundings.ts';

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
  const { x, y } = await placeAround(garden, shown, centre);
  // A map in another page asks once: its page has no use for a worker that waits.
  endPlacing();
  return { ...rest, placement: { x, y, shown, local: true } };
}
