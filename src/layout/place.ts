/** Where notes stand: same graph, same picture, on every machine. */
import { cutPieces, type Piece } from './pieces.ts';
import { packParts } from './pack.ts';
import { nodeRadius } from './radius.ts';
import { separate } from './separate.ts';
import { simulate } from './simulate.ts';
import { startByCommunity, sunflower, type Points } from './start.ts';

export interface PlaceInput {
  readonly nodeCount: number;
  /** Links by node id. Repeated ones count once, those of a node to itself not at all. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Communities by node, any numbers from 0, -1 for none: they start together and stay a little closer. */
  readonly community?: ArrayLike<number>;
  /** Positions of the last build by node, NaN where a node is new. */
  readonly previous?: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/** Layout units; a link is about 30 long. The picture's middle is (0, 0). */
export type Placed = Points;

/** Least distance between pieces, and between single nodes. */
const GAP = 36;
const SINGLE_GAP = 12;
/** Least distance between the edges of two discs. */
const DISC_GAP = 1.5;

/** A force-directed layout (d3-force), piece by piece; small pieces and single nodes are packed around the largest. */
export function placeGraph({ nodeCount, from, to, community }: PlaceInput): Placed {
  const { pieces, isolated } = cutPieces(nodeCount, from, to);
  const parts = pieces.map((piece) => ({ nodes: piece.nodes, at: placePiece(piece, community) }));
  if (isolated.length > 0) parts.push({ nodes: isolated, at: lattice(isolated.length) });
  // The largest piece stays first: the others gather around it.
  const [first, ...others] = parts;
  others.sort((a, b) => b.nodes.length - a.nodes.length || a.nodes[0]! - b.nodes[0]!);
  const ordered = first ? [first, ...others] : [];
  const { dx, dy } = packParts(
    ordered.map((part) => part.at),
    GAP,
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

function placePiece(piece: Piece, community: ArrayLike<number> | undefined): Points {
  const groups = community && Int32Array.from(piece.nodes, (node) => community[node]!);
  const grouped = groups !== undefined && groups.some((group) => group !== groups[0]);
  const start = grouped ? startByCommunity(piece, groups) : sunflower(piece.nodes.length, 10);
  const loose = simulate(piece, start, grouped ? groups : undefined, {
    ticks: grouped ? 80 : 120,
    theta: 0.9,
  });
  return separate(loose, Float64Array.from(piece.degree, nodeRadius), DISC_GAP);
}

/** Rows like a honeycomb's, in reading order, a little wider than high. */
function lattice(count: number): Points {
  const columns = Math.ceil(Math.sqrt(count * 1.4));
  return {
    x: Float64Array.from({ length: count }, (_, i) => {
      const column = i % columns;
      const row = (i - column) / columns;
      return (column + (row % 2) / 2) * SINGLE_GAP;
    }),
    y: Float64Array.from({ length: count }, (_, i) => ((i - (i % columns)) / columns) * SINGLE_GAP * 0.87),
  };
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
