/** The dear part of the map, a function of plain values: who stands where, in which region. */
import { placeGraph } from '../../layout/place.ts';
import { quantise } from '../../layout/quantise.ts';
import type { Drawing, DrawInput } from './recall-drawing.ts';
import { findRegions } from './regions.ts';

export function drawMap({ titles, noteCount, tags, from, to, last }: DrawInput): Drawing {
  const { region, regions, community } = findRegions({
    titles,
    noteCount,
    tags,
    from,
    to,
    ...(last === null ? {} : { last }),
  });
  const placed = placeGraph({
    nodeCount: titles.length,
    from,
    to,
    community,
    ...(last === null ? {} : { previous: last }),
  });
  return { ...quantise(placed.x, placed.y), region: [...region], regions };
}
