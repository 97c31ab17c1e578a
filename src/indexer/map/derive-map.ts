/** What the browser needs to draw the map: names, positions, regions and links, in one small file. */
import type { MapColumns } from '../../contract/map.ts';
import type { NodeGraph } from '../derive/derive-graph.ts';
import { spokenAliases } from '../derive/spoken-aliases.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import type { Drawing } from './recall-drawing.ts';

export function deriveMap(
  notes: readonly ResolvedNote[],
  { titles, ghostNames, from, to }: NodeGraph,
  tags: readonly string[],
  { unit, x, y, region, regions }: Drawing,
): MapColumns {
  const tagIndex = new Map(tags.map((tag, index) => [tag, index]));
  return {
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
    ...aliasColumns(notes),
    ...(ghostNames.some((name) => name !== '') ? { ghostNames } : {}),
  };
}

/** Nothing where no note has another name. */
export function aliasColumns(notes: readonly ResolvedNote[]): Pick<MapColumns, 'aliases' | 'aliasOf'> {
  const aliases: string[] = [];
  const aliasOf: number[] = [];
  notes.forEach(({ note }, id) => {
    for (const alias of spokenAliases(note)) {
      aliases.push(alias);
      aliasOf.push(id);
    }
  });
  return aliases.length === 0 ? {} : { aliases, aliasOf };
}
