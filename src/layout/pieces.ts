/** The graph cut where no link joins: what the layout works on, one piece at a time. */

/** A connected part of the graph with its own numbering, from 0. */
export interface Piece {
  /** Ids in the whole graph, ascending. */
  readonly nodes: Uint32Array;
  /** Each pair of linked nodes once, `from` < `to`, ascending. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Linked nodes of each node. */
  readonly degree: Uint32Array;
}

export interface Pieces {
  /** The largest first, ties by the smallest id. */
  readonly pieces: readonly Piece[];
  /** Nodes without a link, ascending. */
  readonly isolated: Uint32Array;
}

/** Links of a node to itself don't count, nor do repeated ones, whichever way they point. */
export function cutPieces(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Pieces {
  const pairs = distinctPairs(nodeCount, from, to);
  const root = rootsOf(nodeCount, pairs);

  const sizes = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) sizes[root[node]!]!++;
  const roots = [...root.keys()].filter((node) => root[node] === node && sizes[node]! > 1);
  roots.sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const pieceOf = new Int32Array(nodeCount).fill(-1);
  roots.forEach((top, index) => (pieceOf[top] = index));

  const nodes = roots.map((top) => new Uint32Array(sizes[top]!));
  const filled = new Uint32Array(roots.length);
  const local = new Uint32Array(nodeCount);
  const isolated: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    const piece = pieceOf[root[node]!]!;
    if (piece === -1) isolated.push(node);
    else nodes[piece]![(local[node] = filled[piece]!++)] = node;
  }

  const pieceFrom: number[][] = roots.map(() => []);
  const pieceTo: number[][] = roots.map(() => []);
  const degrees = nodes.map((list) => new Uint32Array(list.length));
  for (const pair of pairs) {
    const high = pair % nodeCount;
    const a = local[(pair - high) / nodeCount]!;
    const b = local[high]!;
    const piece = pieceOf[root[high]!]!;
    pieceFrom[piece]!.push(a);
    pieceTo[piece]!.push(b);
    degrees[piece]![a]!++;
    degrees[piece]![b]!++;
  }
  return {
    pieces: roots.map((_, index) => ({
      nodes: nodes[index]!,
      from: Uint32Array.from(pieceFrom[index]!),
      to: Uint32Array.from(pieceTo[index]!),
      degree: degrees[index]!,
    })),
    isolated: Uint32Array.from(isolated),
  };
}

/** `low * nodeCount + high` of each linked pair, ascending: exact up to 90 million nodes. */
function distinctPairs(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Float64Array {
  const keys = new Float64Array(from.length);
  let count = 0;
  for (let link = 0; link < from.length; link++) {
    const a = from[link]!;
    const b = to[link]!;
    if (a !== b) keys[count++] = a < b ? a * nodeCount + b : b * nodeCount + a;
  }
  const sorted = keys.subarray(0, count).sort();
  return sorted.filter((key, index) => index === 0 || key !== sorted[index - 1]);
}

/** The smallest id of each node's piece (union and find). */
function rootsOf(nodeCount: number, pairs: Float64Array): Uint32Array {
  const parent = Uint32Array.from({ length: nodeCount }, (_, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const pair of pairs) {
    const high = pair % nodeCount;
    const a = find((pair - high) / nodeCount);
    const b = find(high);
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  return parent.map((_, node) => find(node));
}
