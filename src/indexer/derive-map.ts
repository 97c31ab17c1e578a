/** What the browser needs to draw the map: names, positions, regions and links, in one small file. */
import { MAP_VERSION, type MapFile } from '../contract/map.ts';
import { placeGraph } from '../layout/place.ts';
import { quantise } from '../layout/quantise.ts';
import type { NodeGraph, ResolvedNote } from './derive-graph.ts';
import { findRegions } from './regions.ts';

export function deriveMap(
  notes: readonly ResolvedNote[],
  nodes: NodeGraph,
  tags: readonly string[],
): MapFile {
  const { titles, from, to } = nodes;
  const { region, regions, community } = findRegions({ titles, noteCount: nodes.noteCount, from, to });
  const placed = placeGraph({ nodeCount: titles.length, from, to, community });
  const { unit, x, y } = quantise(placed.x, placed.y);
  const tagIndex = new Map(tags.map((tag, index) => [tag, index]));
  return {
    version: MAP_VERSION,
    titles,
    slugs: notes.map(({ slug }) => slug),
    unit,
    x,
    y,
    region: [...region],
    regions,
    from,
    to,
    tags,
    noteTags: notes.map(({ note }) => note.frontMatter.tags.map((tag) => tagIndex.get(tag)!)),
  };
}
