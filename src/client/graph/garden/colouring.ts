/** What a node's colour says, where it isn't its region: that the map knows by itself. Loaded when it is asked for. */
import type { ColourBy } from '../../../contract/choice.ts';
import type { Garden } from '../../../contract/map.ts';
import { folderOf } from './filter.ts';
import { degree } from './neighbourhood.ts';
import { HUES, NEUTRAL, nodeHues, RAMP, regionHues } from './region-hues.ts';

/** A row of the legend. */
export interface LegendRow {
  readonly name: string;
  readonly hue: number;
  readonly count: number;
}

export interface Colouring {
  /** By node: a hue, a step of the ramp, or NEUTRAL. */
  readonly hue: Int8Array;
  readonly legend: readonly LegendRow[];
}

/** @param given what the reader's groups or the dates of notes colour; null where that isn't known yet */
export function colouring(garden: Garden, by: ColourBy, given: Colouring | null = null): Colouring {
  switch (by) {
    case 'region': {
      const { hue, size, order } = regionHues(garden);
      const named = order.filter((region) => hue[region] !== NEUTRAL);
      const legend = named.map((region) => ({
        name: garden.regions[region]!.name,
        hue: hue[region]!,
        count: size[region]!,
      }));
      return { hue: nodeHues(garden), legend };
    }
    case 'folder':
      return byName(garden, (note) => folderOf(garden.slugs[note]!).split('/').slice(0, 2).join('/'));
    case 'tag':
      return byName(garden, rarestTag(garden));
    case 'links':
      return byLinks(garden);
    case 'groups':
    case 'age':
    case 'changed':
      return given ?? { hue: new Int8Array(garden.nodeCount).fill(NEUTRAL), legend: [] };
  }
}

/** The commonest names have a colour each, the rest none; so have ghosts. */
function byName(garden: Garden, nameOf: (note: number) => string): Colouring {
  const names = Array.from(garden.slugs.keys(), nameOf);
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, HUES)
    .map(([name, count], hue) => ({ name, hue, count }));
  const hues = new Map(rows.map(({ name, hue }) => [name, hue]));
  const hue = new Int8Array(garden.nodeCount).fill(NEUTRAL);
  names.forEach((name, note) => (hue[note] = hues.get(name) ?? NEUTRAL));
  return { hue, legend: rows };
}

/** Of a note's tags the one that the most notes have: the coarsest says most on a map. '' without a tag. */
function rarestTag({ tags, noteTags }: Garden): (note: number) => string {
  const counts = new Uint32Array(tags.length);
  for (const own of noteTags) for (const tag of own) counts[tag]! += 1;
  return (note) => {
    const [first, ...others] = noteTags[note]!;
    if (first === undefined) return '';
    return tags[others.reduce((best, tag) => (counts[tag]! > counts[best]! ? tag : best), first)]!;
  };
}

/** Five steps with about equal numbers of nodes, from those with the fewest neighbours on. */
function byLinks(garden: Garden): Colouring {
  const degrees = Uint32Array.from(garden.titles, (_, node) => degree(garden, node));
  const sorted = degrees.slice().sort();
  const bounds: number[] = [];
  for (let step = 1; step < RAMP; step++) {
    const bound = sorted[Math.floor((step * sorted.length) / RAMP)] ?? 0;
    if (bound > (bounds.at(-1) ?? sorted[0] ?? 0)) bounds.push(bound);
  }
  const stepOf = (neighbours: number): number => bounds.filter((bound) => neighbours >= bound).length;
  // The last step is the strongest, however few there are.
  const shift = HUES + RAMP - 1 - bounds.length;
  const hue = Int8Array.from(degrees, (neighbours) => shift + stepOf(neighbours));
  const counts = new Uint32Array(bounds.length + 1);
  for (const neighbours of degrees) counts[stepOf(neighbours)]! += 1;
  const legend = [sorted[0] ?? 0, ...bounds].map((least, step) => {
    const most = step < bounds.length ? bounds[step]! - 1 : sorted.at(-1)!;
    const name = most === least ? String(least) : `${least} to ${most}`;
    return {
      name: `${name} ${most === 1 ? 'neighbour' : 'neighbours'}`,
      hue: shift + step,
      count: counts[step]!,
    };
  });
  return { hue, legend };
}
