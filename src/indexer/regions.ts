/** Regions of the map: communities of notes that link to each other more than to others. */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { MapRegion } from '../contract/map.ts';

export interface RegionInput {
  /** One a node; its length is the number of nodes. */
  readonly titles: readonly string[];
  /** Links by node id. Each one given counts, so a pair of nodes weighs what all links between them sum to. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

export interface Regions {
  /** By node: index into `regions`, or -1. */
  readonly region: Int16Array;
  /** Largest first. */
  readonly regions: readonly MapRegion[];
}

/** Fewer nodes are no region of their own. */
const LEAST = 8;

/** More names than these can't be told apart on one screen. */
const MOST = 24;

/**
 * Louvain communities (Blondel et al. 2008, by graphology) of the undirected graph, each named by its hub, the node
 * that most nodes of the same region link to. Same links, same regions: nodes are visited in the order of their ids.
 */
export function findRegions({ titles, from, to }: RegionInput): Regions {
  const nodeCount = titles.length;
  const region = new Int16Array(nodeCount).fill(-1);
  const community = communities(nodeCount, from, to);

  const members = new Map<number, number[]>();
  community.forEach((id, node) => {
    const list = members.get(id);
    if (list) list.push(node);
    else members.set(id, [node]);
  });
  const kept = [...members.values()]
    .filter((list) => list.length >= LEAST)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .slice(0, MOST);
  kept.forEach((list, index) => list.forEach((node) => (region[node] = index)));

  const inside = new Uint32Array(nodeCount);
  for (let link = 0; link < from.length; link++) {
    const source = from[link]!;
    const target = to[link]!;
    if (source !== target && region[source] === region[target]) inside[target]!++;
  }
  const regions = kept.map((list) => {
    const hub = list.reduce((best, node) => (inside[node]! > inside[best]! ? node : best));
    return { name: titles[hub]!, hub };
  });
  return { region, regions };
}

/** The community of each node, by an arbitrary number; a node without a link is alone. */
function communities(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): number[] {
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
  if (graph.size === 0) return Array.from({ length: nodeCount }, (_, node) => node);
  const found = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 });
  return Array.from({ length: nodeCount }, (_, node) => found[node]!);
}
