/** Where notes stand: same graph, same picture, on every machine. */
import { cutPieces } from './pieces.ts';
import { packParts } from './pack.ts';
import { PIECE_GAP, placePieces, singles } from './rest.ts';
import { settle } from './settle.ts';
import type { Points } from './start.ts';

export interface PlaceInput {
  readonly nodeCount: number;
  /** Links by node id. Repeated ones count once, those of a node to itself not at all. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Communities by node, any numbers from 0, -1 for none: they start together and stay a little closer. */
  readonly community?: ArrayLike<number>;
  /** Positions of the last build by node, NaN where a node is new: the others stay where they are. */
  readonly previous?: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/** Layout units; a link is about 30 long. The middle of a picture made from nothing is (0, 0). */
export type Placed = Points;

/**
 * A force-directed layout (d3-force), piece by piece; small pieces and single nodes are packed around the largest.
 * With previous positions only new nodes look for a place, and their neighbours yield a little; with no new node every
 * position comes back as it was given. The input is not changed.
 */
export function placeGraph({ nodeCount, from, to, community, previous }: PlaceInput): Placed {
  const graph = cutPieces(nodeCount, from, to);
  if (previous && known(previous, nodeCount)) return settle(nodeCount, graph, community, previous);

  const places = placePieces(graph.pieces, community);
  const parts = graph.pieces.map((piece, index) => ({ nodes: piece.nodes, at: places[index]! }));
  if (graph.isolated.length > 0) parts.push({ nodes: graph.isolated, at: singles(graph.isolated.length) });
  // The largest piece stays first: the others gather around it.
  const [first, ...others] = parts;
  others.sort((a, b) => b.nodes.length - a.nodes.length || a.nodes[0]! - b.nodes[0]!);
  const ordered = first ? [first, ...others] : [];
  const { dx, dy } = packParts(
    ordered.map((part) => part.at),
    PIECE_GAP,
  );
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  ordered.forEach((part, index) =>
    part.nodes.forEach((node, i) => {
      x[node] = part.at.x[i]! + dx[index]!;
      y[node] = part.at.y[i]! + dy[index]!;
    }),
  );
  centre(x);
  centre(y);
  return { x, y };
}

/** Whether any node has a place already. */
function known(
  previous: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  count: number,
): boolean {
  for (let i = 0; i < count; i++)
    if (Number.isFinite(previous.x[i]) && Number.isFinite(previous.y[i])) return true;
  return false;
}

/** Moves an axis so that its extremes are equally far from 0. */
function centre(axis: Float64Array): void {
  let least = Infinity;
  let most = -Infinity;
  for (const value of axis) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const middle = (least + most) / 2;
  for (let i = 0; i < axis.length; i++) axis[i]! -= middle;
}
