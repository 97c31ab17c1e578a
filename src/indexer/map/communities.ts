/** Which notes belong together, by their links: found anew, or grown from what the last build found. */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { NEW, NO_REGION } from '../../layout/kept.ts';

/** Undirected pairs of linked nodes, ascending, each once, with the number of links between them. */
export interface Pairs {
  readonly nodeCount: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly weight: Float64Array;
}

/** Communities grown from the last build's may be this much worse than those found anew: modularity, which is 1 at most. */
const TOLERANCE = 0.02;

const MOST_PASSES = 10;

export function weighPairs(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Pairs {
  const weights = new Map<number, number>();
  for (let link = 0; link < from.length; link++) {
    const low = Math.min(from[link]!, to[link]!);
    const high = Math.max(from[link]!, to[link]!);
    if (low === high) continue;
    const pair = low * nodeCount + high;
    weights.set(pair, (weights.get(pair) ?? 0) + 1);
  }
  const pairs = Float64Array.from(weights.keys()).sort();
  return {
    nodeCount,
    low: Uint32Array.from(pairs, (pair) => Math.floor(pair / nodeCount)),
    high: Uint32Array.from(pairs, (pair) => pair % nodeCount),
    weight: Float64Array.from(pairs, (pair) => weights.get(pair)!),
  };
}

/** Louvain communities (Blondel et al. 2008, by graphology) by node. Nodes are visited in the order of their ids. */
export function findCommunities({ nodeCount, low, high, weight }: Pairs): Int32Array {
  const graph = new Graph<object, { weight: number }>({ type: 'undirected', multi: false });
  for (let node = 0; node < nodeCount; node++) graph.addNode(node);
  weight.forEach((value, pair) => graph.addUndirectedEdge(low[pair], high[pair], { weight: value }));
  const found = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0 });
  return Int32Array.from({ length: nodeCount }, (_, node) => found[node]!);
}

export interface Grown {
  readonly community: Int32Array;
  /** Whether communities below `limit` are the last build's regions, by their colours. */
  readonly isGrown: boolean;
}

/**
 * Goes on from the regions of the last build: known nodes stay, new ones and those that lost their links join the
 * neighbours' community that gains most modularity (the local moves of Louvain; Aynaud & Guillaume 2010 begin with the
 * last partition in the same way). Where so much has changed that communities found anew are clearly better, it is these.
 * @param found communities found anew
 * @param colour of each node's last region, NO_REGION or NEW; below `limit`
 */
export function growCommunities(pairs: Pairs, found: Int32Array, colour: Int32Array, limit: number): Grown {
  const { nodeCount, low, high, weight } = pairs;
  const degree = new Float64Array(nodeCount);
  const inside = new Float64Array(nodeCount);
  for (let pair = 0; pair < weight.length; pair++) {
    const [a, b] = [low[pair]!, high[pair]!];
    degree[a]! += weight[pair]!;
    degree[b]! += weight[pair]!;
    if (colour[a]! < 0 || colour[a] !== colour[b]) continue;
    inside[a]! += weight[pair]!;
    inside[b]! += weight[pair]!;
  }
  const community = found.map((own, node) =>
    colour[node]! >= 0 && degree[node]! > 0 ? colour[node]! : limit + own,
  );
  const loose = [...community.keys()].filter(
    (node) =>
      degree[node]! > 0 && (colour[node] === NEW || (colour[node] !== NO_REGION && inside[node] === 0)),
  );
  moveNodes(pairs, community, degree, loose);
  const isGrown = modularity(pairs, community) >= modularity(pairs, found) - TOLERANCE;
  return { community: isGrown ? community : found, isGrown };
}

/** Moves these nodes, and no others, to where they gain most, until none gains. */
function moveNodes(
  pairs: Pairs,
  community: Int32Array,
  degree: Float64Array,
  nodes: readonly number[],
): void {
  const { low, high, weight } = pairs;
  const neighbours = new Map(nodes.map((node) => [node, [] as [other: number, weight: number][]]));
  for (let pair = 0; pair < weight.length; pair++) {
    neighbours.get(low[pair]!)?.push([high[pair]!, weight[pair]!]);
    neighbours.get(high[pair]!)?.push([low[pair]!, weight[pair]!]);
  }
  const total = new Map<number, number>();
  let all = 0;
  community.forEach((own, node) => {
    total.set(own, (total.get(own) ?? 0) + degree[node]!);
    all += degree[node]!;
  });
  for (let pass = 0, isMoving = true; isMoving && pass < MOST_PASSES; pass++) {
    isMoving = false;
    for (const [node, beside] of neighbours) {
      const own = community[node]!;
      total.set(own, total.get(own)! - degree[node]!);
      const links = new Map<number, number>([[own, 0]]);
      for (const [other, count] of beside) {
        const theirs = community[other]!;
        links.set(theirs, (links.get(theirs) ?? 0) + count);
      }
      const gain = (to: number): number => links.get(to)! - (degree[node]! * total.get(to)!) / all;
      let best = own;
      for (const candidate of [...links.keys()].sort((a, b) => a - b)) {
        if (gain(candidate) > gain(best)) best = candidate;
      }
      total.set(best, total.get(best)! + degree[node]!);
      if (best === own) continue;
      community[node] = best;
      isMoving = true;
    }
  }
}

/** Newman & Girvan 2004: how many more links lie inside communities than chance would give, as a share of all. */
export function modularity({ low, high, weight }: Pairs, community: ArrayLike<number>): number {
  const total = new Map<number, number>();
  let inside = 0;
  let all = 0;
  const add = (own: number, value: number): void => void total.set(own, (total.get(own) ?? 0) + value);
  for (let pair = 0; pair < weight.length; pair++) {
    const [a, b] = [community[low[pair]!]!, community[high[pair]!]!];
    add(a, weight[pair]!);
    add(b, weight[pair]!);
    if (a === b) inside += weight[pair]!;
    all += weight[pair]!;
  }
  if (all === 0) return 0;
  let chance = 0;
  for (const sum of total.values()) chance += (sum / (2 * all)) ** 2;
  return inside / all - chance;
}
