/** What the browser needs to draw the map: names, positions, regions and links, in one small file. */
import { MAP_VERSION, type MapFile } from '../contract/map.ts';
import type { NodeGraph, ResolvedNote } from './derive-graph.ts';
import type { Drawing } from './draw-map.ts';

export function deriveMap(
  notes: readonly ResolvedNote[],
  { titles, from, to }: NodeGraph,
  tags: readonly string[],
  { unit, x, y, region, regions }: Drawing,
): MapFile {
  const tagIndex = new Map(tags.map((tag, index) => [tag, index]));
  return {
    version: MAP_VERSION,
    titles,
    slugs: notes.map(({ slug }) => slug),
    unit,
    x,
    y,
    region,
    regions,
    from,
    to,
    tags,
    noteTags: notes.map(({ note }) => note.frontMatter.tags.map((tag) => tagIndex.get(tag)!)),
  };
}
