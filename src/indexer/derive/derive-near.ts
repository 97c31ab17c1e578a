/** What stands around each note, in small files, and where notes stand on the blog: for the map in other pages. */
import type { MapColumns } from '../../contract/map.ts';
import { nearFile, nearFiles, pageName } from '../../contract/near-names.ts';
import { blogPath, NEAR_VERSION, type NearFile, type PagesFile } from '../../contract/near.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import type { NodeGraph } from './derive-graph.ts';

/** @param base path of the blog; null where there is none, and then no note is on it */
export function derivePages(notes: readonly ResolvedNote[], base: string | null): PagesFile {
  return notes.map(({ permalink, slug }) => {
    if (base === null) return '';
    return permalink === blogPath(0, slug, base) ? 0 : permalink;
  });
}

/** Which notes each file is for, and the pages of the blog that it only leads on from. */
export interface NearGroup {
  readonly file: string;
  readonly notes: readonly number[];
  readonly moved: NearFile['moved'];
}

export function nearGroups(
  notes: readonly ResolvedNote[],
  pages: PagesFile,
  base: string | null,
): NearGroup[] {
  const count = nearFiles(notes.length);
  const groups = Array.from({ length: count }, (_, index) => ({
    file: `${index}.json`,
    notes: [] as number[],
    moved: [] as [string, string][],
  }));
  const groupOf = (name: string): (typeof groups)[number] => groups[parseInt(nearFile(name, count), 10)]!;
  notes.forEach(({ slug, permalink }, id) => {
    groupOf(slug).notes.push(id);
    const name = pageName(permalink, base ?? '');
    if (pages[id] !== '' && name !== slug) groupOf(name).moved.push([name, slug]);
  });
  return groups;
}

/** Made once for all files: which nodes a node leads to, and is linked with, in the whole graph. */
export interface Linked {
  readonly out: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
}

export function linkedNodes({ titles, from, to }: NodeGraph): Linked {
  const out: number[][] = titles.map(() => []);
  const into: number[][] = titles.map(() => []);
  from.forEach((a, link) => {
    out[a]!.push(to[link]!);
    into[to[link]!]!.push(a);
  });
  return { out, into };
}

export function deriveNear(
  { notes, moved }: NearGroup,
  { out, into }: Linked,
  map: MapColumns,
  pages: PagesFile,
): NearFile {
  const near = new Set(notes.flatMap((id) => [id, ...out[id]!, ...into[id]!]));
  const ids = [...near].sort((a, b) => a - b);
  const place = new Map(ids.map((id, index) => [id, index]));
  const own = ids.filter((id) => id < map.slugs.length);
  const pick = <T>(column: readonly T[]): T[] => ids.map((id) => column[id]!);
  const from: number[] = [];
  const to: number[] = [];
  ids.forEach((id, index) => {
    for (const other of out[id]!) {
      const end = place.get(other);
      if (end === undefined) continue;
      from.push(index);
      to.push(end);
    }
  });
  const region = pick(map.region);
  const kept = [...new Set(region.filter((one) => one >= 0))].sort((a, b) => a - b);
  return {
    version: NEAR_VERSION,
    ids,
    titles: pick(map.titles),
    ...(map.ghostNames === undefined
      ? {}
      : { ghostNames: ids.slice(own.length).map((id) => map.ghostNames![id - map.slugs.length]!) }),
    slugs: own.map((id) => map.slugs[id]!),
    unit: map.unit,
    x: pick(map.x),
    y: pick(map.y),
    region: region.map((one) => kept.indexOf(one)),
    in: ids.map((id) => into[id]!.length),
    out: ids.map((id) => out[id]!.length),
    from,
    to,
    // Only their colours are shown here: the notes that they are named after may be far.
    regions: kept.map((one) => ({ name: '', hub: 0, words: [], colour: map.regions[one]!.colour })),
    pages: own.map((id) => pages[id]!),
    moved,
  };
}
