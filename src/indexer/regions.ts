/** Regions of the map: communities of notes that link to each other more than to others. */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { MapRegion } from '../contract/map.ts';

export interface RegionInput {
  /** One a node; its length is the number of nodes. */
  readonly titles: readonly string[];
  /** How many of the nodes are notes; the ghosts behind them name no region where a note can. By default all. */
  readonly noteCount?: number;
  /** Links by node id. Each one given counts, so a pair of nodes weighs what all links between them sum to. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

export interface Regions {
  /** By node: index into `regions`, or -1. */
  readonly region: Int16Array;
  /** Largest first. */
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

/**
 * Louvain communities (Blondel et al. 2008, by graphology) of the undirected graph, each named by its hub, the node
 * that most nodes of the same region link to, a note before a ghost. Same links, same regions: nodes are visited in the order of their ids.
 */
export function findRegions({ titles, noteCount = titles.length, from, to }: RegionInput): Regions {
  const nodeCount = titles.length;
  const members = communities(nodeCount, from, to);
  const community = new Int32Array(nodeCount);
  members.forEach((list, index) => list.forEach((node) => (community[node] = index)));

  const kept = members
    .slice(0, mostRegions(nodeCount))
    .filter((list) => list.length >= leastNodes(nodeCount));
  const region = Int16Array.from(community, (index) => (index < kept.length ? index : -1));
  const inside = new Uint32Array(nodeCount);
  for (let link = 0; link < from.length; link++) {
    const source = from[link]!;
    const target = to[link]!;
    if (source !== target && region[source] === region[target]) inside[target]!++;
  }
  const regions = kept.map((list) => {
    const notes = list.filter((node) => node < noteCount);
    const hub = (notes.length > 0 ? notes : list).reduce((best, node) =>
      inside[node]! > inside[best]! ? node : best,
    );
    return { name: titles[hub]!, hub };
  });
  return { region, regions, community };
}

/** The nodes of each community, ascending; the largest first, ties by the smallest node. */
function communities(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): number[][] {
  const graph = new Graph<object, { weight: number }>({ type: 'undirected', multi: false });
  for (let node = 0; node < nodeCount; node++) graph.addNode(node);
  const weights = new Map<number, number>();
  for (let link = 0; link < from.length; link++) {
    const low = Math.min(from[link]!, to[link]!);
    const high = Math.max(from[link]!, to[link]!);
    if (low === high) continue;
    const pair = low * nodeCount + high;
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  }
  for (const pair of Float64Array.from(weights.keys()).sort()) {
    const high = pair % nodeCount;
    graph.addUndirectedEdge((pair - high) / nodeCount, high, { weight: weights.get(pair)! });
  }
  const found = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 });
  const members = new Map<number, number[]>();
  for (let node = 0; node < nodeCount; node++) {
    const list = members.get(found[node]!);
    if (list) list.push(node);
    else members.set(found[node]!, [node]);
  }
  return [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
