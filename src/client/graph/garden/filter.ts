/** Which nodes are on the map, from what the reader lets in. */
import type { ColourBy } from '../../../contract/choice.ts';
import type { Garden } from '../../../contract/map.ts';
import type { Forces } from '../../../layout/forces.ts';
import { countTags } from '../../../query/count-tags.ts';
import type { Group } from './groups.ts';
import type { Look } from './knobs.ts';
import { degree, type Direction } from './neighbourhood.ts';

export interface MapFilter {
  /** Notes without a link. */
  readonly orphans: boolean;
  readonly ghosts: boolean;
  /** Tags as nodes, linked to their notes. */
  readonly tags: boolean;
  /** Attachments as nodes, linked to the notes that show or link to them. */
  readonly attachments: boolean;
  /** Notes with this tag only; null lets all in. */
  readonly tag: string | null;
  /** Notes in this folder and below only: the beginning of their slugs, without a slash at the end. */
  readonly folder: string | null;
  /** Nodes with so many neighbours at least. */
  readonly links: number;
  /** What must hold besides, in the language of queries; `asked.ts` answers it. */
  readonly only: string;
}

/** What the reader chose for the map. */
export interface MapChoice {
  readonly filter: MapFilter;
  readonly colour: ColourBy;
  /** For the colours of groups, the first that fits first. */
  readonly groups: readonly Group[];
  /** Of the links that a local map follows. */
  readonly direction: Direction;
  readonly forces: Forces;
  readonly look: Look;
}

export const NO_FILTER: MapFilter = {
  orphans: true,
  ghosts: true,
  tags: false,
  attachments: false,
  tag: null,
  folder: null,
  links: 0,
  only: '',
};

/** The folder of a note, '' at the root. */
export function folderOf(slug: string): string {
  return slug.slice(0, Math.max(0, slug.lastIndexOf('/')));
}

/** Marks the nodes that pass all but the query; null where all do. A name that no note has lets none in. */
export function filterMask(garden: Garden, filter: MapFilter): Uint8Array | null {
  const { orphans, ghosts, tag, folder, links } = filter;
  if (orphans && ghosts && tag === null && folder === null && links <= 0) return null;
  const within = (path: string, above: string): boolean => `${path}/`.startsWith(`${above}/`);
  return Uint8Array.from(garden.titles, (_, node) => {
    const neighbours = degree(garden, node);
    if (neighbours < links || (!orphans && neighbours === 0)) return 0;
    if (node >= garden.noteCount) return ghosts && tag === null && folder === null ? 1 : 0;
    if (tag !== null && !garden.noteTags[node]!.some((own) => within(garden.tags[own]!, tag))) return 0;
    return folder === null || within(garden.slugs[node]!, folder) ? 1 : 0;
  });
}

/** Nodes that both let in; null is all. */
export function both(one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null {
  if (one === null || other === null) return one ?? other;
  return one.map((value, node) => value & other[node]!);
}

export interface Choice {
  readonly name: string;
  readonly count: number;
}

/** Folders with notes in them or below, by name, with how many; none where there is but one. */
export function foldersOf({ slugs }: Garden): Choice[] {
  const counts = new Map<string, number>();
  for (const slug of slugs) {
    for (let folder = folderOf(slug); folder !== ''; folder = folderOf(folder)) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  const useful = [...counts].filter(([, count]) => count < slugs.length);
  return useful.map(([name, count]) => ({ name, count })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Tags, the commonest first, with how many notes have them or tags below. */
export function tagsOf({ tags, noteTags }: Garden): Choice[] {
  const counts = countTags(tags, noteTags);
  const all = tags.map((name, tag) => ({ name, count: counts.get(tag) ?? 0 }));
  return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
