/** Regions of the map: communities of notes that link to each other more than to others. */
import type { MapRegion } from '../../contract/map.ts';
import type { KeptRegion } from '../../layout/kept.ts';
import { findCommunities, growCommunities, weighPairs } from './communities.ts';
import { regionWords } from './region-words.ts';

export interface RegionInput {
  /** One a node; its length is the number of nodes. */
  readonly titles: readonly string[];
  /** How many of the nodes are notes; the ghosts behind them name no region where a note can. By default all. */
  readonly noteCount?: number;
  /** Of the notes, by node. */
  readonly tags?: readonly (readonly string[])[];
  /** Links by node id. Each one given counts, so a pair of nodes weighs what all links between them sum to. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** What the last build found: its regions stay as far as the links let them. */
  readonly last?: LastRegions;
}

export interface LastRegions {
  /** By node: the colour of its region then, NO_REGION or NEW. */
  readonly colour: Int32Array;
  readonly regions: readonly (Pick<KeptRegion, 'colour' | 'words'> & {
    /** Undefined where the note is gone. */
    readonly hub: number | undefined;
  })[];
}

export interface Regions {
  /** By node: index into `regions`, or -1. */
  readonly region: Int16Array;
  /** By colour: those of the last build, in their order then, and new ones, the largest first. */
  readonly regions: readonly MapRegion[];
  /** By node: its community, however small; the layout's. The first are the regions, in the same order. */
  readonly community: Int32Array;
}

/** Fewer nodes are no region of their own; a small garden has small regions. */
function leastNodes(nodeCount: number): number {
  return Math.max(4, Math.min(8, Math.floor(Math.sqrt(nodeCount) / 2)));
}

/** As many names as fit on one screen; a large map has room for more. */
function mostRegions(nodeCount: number): number {
  return Math.max(24, Math.floor(Math.sqrt(nodeCount) / 2));
}

/** A region of the last build counts as if it were larger by this: one note more or less does not end it. */
const LOYALTY = 1.25;

/** The hub of the last build stays until another note has this many times its links. */
const HUB_LOYALTY = 1.25;

interface Group {
  /** Ascending. */
  readonly nodes: readonly number[];
  /** What it was in the last build. */
  readonly last: LastRegions['regions'][number] | undefined;
}

/**
 * Communities of the undirected graph (see `findCommunities`), each named by its hub, the node that most nodes of the same
 * region link to, a note before a ghost, and by its most telling words. Same input, same regions.
 */
export function findRegions(input: RegionInput): Regions {
  const { titles, noteCount = titles.length, from, to } = input;
  const nodeCount = titles.length;
  const groups = findGroups(input);
  const weight = ({ nodes, last }: Group): number => nodes.length * (last === undefined ? 1 : LOYALTY);
  groups.sort((a, b) => weight(b) - weight(a) || a.nodes[0]! - b.nodes[0]!);
  const isRegion = (group: Group, rank: number): boolean =>
    rank < mostRegions(nodeCount) && weight(group) >= leastNodes(nodeCount);
  const kept = colourGroups(groups.filter(isRegion));
  const small = groups.filter((group, rank) => !isRegion(group, rank));

  const community = new Int32Array(nodeCount);
  [...kept, ...small].forEach(({ nodes }, index) => nodes.forEach((node) => (community[node] = index)));
  const region = Int16Array.from(community, (index) => (index < kept.length ? index : -1));
  const inside = new Uint32Array(nodeCount);
  for (let link = 0; link < from.length; link++) {
    const source = from[link]!;
    const target = to[link]!;
    if (source !== target && region[source] === region[target]) inside[target]!++;
  }
  const named = kept.map(({ nodes, last, colour }, index) => {
    const notes = nodes.filter((node) => node < noteCount);
    const best = (notes.length > 0 ? notes : nodes).reduce((found, node) =>
      inside[node]! > inside[found]! ? node : found,
    );
    const before = last?.hub;
    const stays =
      before !== undefined &&
      region[before] === index &&
      before < noteCount === best < noteCount &&
      inside[before]! * HUB_LOYALTY >= inside[best]!;
    const hub = stays ? before : best;
    return { name: titles[hub]!, hub, words: last?.words ?? [], colour };
  });
  const words = regionWords({ titles, tags: input.tags ?? [], region, links: inside, regions: named });
  return { region, regions: named.map((one, index) => ({ ...one, words: words[index]! })), community };
}

function findGroups({ titles, from, to, last }: RegionInput): Group[] {
  const pairs = weighPairs(titles.length, from, to);
  const found = findCommunities(pairs);
  if (last === undefined || last.regions.length === 0)
    return groupsOf(found).map((nodes) => ({ nodes, last: undefined }));
  const limit = 1 + last.regions.reduce((most, { colour }) => Math.max(most, colour), 0);
  const { community, isGrown } = growCommunities(pairs, found, last.colour, limit);
  const byColour = new Map(last.regions.map((region) => [region.colour, region]));
  const groups = groupsOf(community);
  if (isGrown) return groups.map((nodes) => ({ nodes, last: byColour.get(community[nodes[0]!]!) }));
  const colours = matchColours(groups, last.colour);
  return groups.map((nodes, index) => ({ nodes, last: byColour.get(colours.get(index) ?? -1) }));
}

function groupsOf(community: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  community.forEach((own, node) => {
    const list = members.get(own);
    if (list) list.push(node);
    else members.set(own, [node]);
  });
  return [...members.values()];
}

/** Which region of the last build each group goes on: the pairs that share most nodes, each once, where it is half of either. */
function matchColours(groups: readonly (readonly number[])[], colour: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const own of colour) if (own >= 0) sizes.set(own, (sizes.get(own) ?? 0) + 1);
  const shared = groups.flatMap((nodes, group) => {
    const counts = new Map<number, number>();
    for (const node of nodes) {
      if (colour[node]! >= 0) counts.set(colour[node]!, (counts.get(colour[node]!) ?? 0) + 1);
    }
    return [...counts].map(([own, count]) => ({ group, own, count }));
  });
  shared.sort((a, b) => b.count - a.count || a.own - b.own || a.group - b.group);
  const matched = new Map<number, number>();
  const given = new Set<number>();
  for (const { group, own, count } of shared) {
    if (matched.has(group) || given.has(own)) continue;
    if (count * 2 < groups[group]!.length && count * 2 < sizes.get(own)!) continue;
    matched.set(group, own);
    given.add(own);
  }
  return matched;
}

/** Each with its colour of the last build, or the lowest that is free; by colour. */
function colourGroups(groups: readonly Group[]): (Group & { readonly colour: number })[] {
  const taken = new Set(groups.map(({ last }) => last?.colour));
  let free = 0;
  const next = (): number => {
    while (taken.has(free)) free++;
    return free++;
  };
  return groups
    .map((group) => ({ ...group, colour: group.last?.colour ?? next() }))
    .sort((a, b) => a.colour - b.colour);
}
