/** A piece of the graph placed from nothing. */
import { DISC_GAP } from './map-forces.ts';
import type { Piece } from './pieces.ts';
import { nodeRadius } from './radius.ts';
import { separate } from './separate.ts';
import { simulate, type Schedule } from './simulate.ts';
import { startByCommunity, sunflower, type Points } from './start.ts';

/** Least distance between the nodes of different pieces. */
export const PIECE_GAP = 36;

/** Distance between single nodes. */
export const SINGLE_GAP = 12;

/** What brings a piece of this size to rest. A large one has its order from the communities' start. */
function scheduleFor(nodes: number, grouped: boolean): Schedule {
  if (!grouped) return { ticks: 120, theta: 0.9 };
  return nodes < 20_000 ? { ticks: 80, theta: 0.9 } : { ticks: 50, theta: 1.2 };
}

/** Pieces of no more nodes are placed once a shape: a large garden may have thousands of pairs. */
const SMALL = 12;

/** Each piece around (0, 0), without overlaps, in the order given. `community` by node id. */
export function placePieces(pieces: readonly Piece[], community: ArrayLike<number> | undefined): Points[] {
  const shapes = new Map<string, Points>();
  return pieces.map((piece) => {
    if (piece.nodes.length > SMALL) return placePiece(piece, community);
    const shape = `${piece.from.join()} ${piece.to.join()}`;
    const known = shapes.get(shape);
    if (known) return known;
    const points = placePiece(piece, undefined);
    shapes.set(shape, points);
    return points;
  });
}

function placePiece(piece: Piece, community: ArrayLike<number> | undefined): Points {
  const groups = communitiesOf(piece, community);
  const start = groups ? startByCommunity(piece, groups) : sunflower(piece.nodes.length, 10);
  const loose = simulate(piece, start, groups, scheduleFor(piece.nodes.length, groups !== undefined));
  return separate(loose, Float64Array.from(piece.degree, nodeRadius), DISC_GAP);
}

/** Communities by index of the piece's nodes; none where they don't divide it, or hardly put two nodes together. */
export function communitiesOf(
  piece: Piece,
  community: ArrayLike<number> | undefined,
): Int32Array | undefined {
  if (!community) return undefined;
  const groups = Int32Array.from(piece.nodes, (node) => community[node]!);
  const count = new Set(groups).size;
  return count > 1 && count * 3 <= groups.length ? groups : undefined;
}

/** Single nodes in rows, in reading order. */
export function singles(count: number): Points {
  const columns = singleColumns(count);
  return {
    x: Float64Array.from({ length: count }, (_, i) => (i % columns) * SINGLE_GAP),
    y: Float64Array.from({ length: count }, (_, i) => Math.floor(i / columns) * SINGLE_GAP),
  };
}

/** The rows' length: a block a little wider than high. */
export function singleColumns(count: number): number {
  return Math.ceil(Math.sqrt(count * 1.4));
}
