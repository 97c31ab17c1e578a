/** New nodes in a map that stays put. */
import { forceSimulation } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import { cool } from './cooling.ts';
import { DISC_GAP } from './map-forces.ts';
import { packParts } from './pack.ts';
import type { Piece, Pieces } from './pieces.ts';
import { nodeRadius } from './radius.ts';
import { communitiesOf, PIECE_GAP, placePieces, SINGLE_GAP, singleColumns, singles } from './rest.ts';
import { separate } from './separate.ts';
import { addForces } from './simulate.ts';
import { sunflower, type Points } from './start.ts';

interface Given {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const TICKS = 40;
const HEAT = 0.4;

/**
 * Places for the nodes that have none (NaN) in `previous`. Of the others only the neighbours of new nodes move, a
 * little; all the rest keep their positions bit for bit.
 */
export function settle(
  nodeCount: number,
  graph: Pieces,
  community: ArrayLike<number> | undefined,
  previous: Given,
): Points {
  const x = new Float64Array(nodeCount).fill(NaN);
  const y = new Float64Array(nodeCount).fill(NaN);
  for (let node = 0; node < nodeCount; node++) {
    if (!Number.isFinite(previous.x[node]) || !Number.isFinite(previous.y[node])) continue;
    x[node] = previous.x[node]!;
    y[node] = previous.y[node]!;
  }
  const unknown: Piece[] = [];
  for (const piece of graph.pieces) {
    const missing = piece.nodes.reduce((sum, node) => sum + (Number.isNaN(x[node]!) ? 1 : 0), 0);
    if (missing === 0) continue;
    if (missing === piece.nodes.length) {
      unknown.push(piece);
      continue;
    }
    const at = settlePiece(piece, community, {
      x: Float64Array.from(piece.nodes, (node) => x[node]!),
      y: Float64Array.from(piece.nodes, (node) => y[node]!),
    });
    piece.nodes.forEach((node, i) => {
      x[node] = at.x[i]!;
      y[node] = at.y[i]!;
    });
  }
  const places = placePieces(unknown, community);
  const unplaced = unknown.map((piece, index) => ({ nodes: piece.nodes, at: places[index]! }));
  const left = fillRows(graph.isolated, x, y);
  if (left.length > 0) unplaced.push({ nodes: left, at: singles(left.length) });
  if (unplaced.length > 0) packBeside(unplaced, x, y);
  return { x, y };
}

/** `at` by index of the piece's nodes, NaN where new; some are known. */
function settlePiece(piece: Piece, community: ArrayLike<number> | undefined, at: Points): Points {
  const isNew = Uint8Array.from(at.x, (value) => (Number.isNaN(value) ? 1 : 0));
  const beside = new Uint8Array(isNew.length);
  piece.from.forEach((a, link) => {
    const b = piece.to[link]!;
    if (isNew[a] === 1) beside[b] = 1;
    if (isNew[b] === 1) beside[a] = 1;
  });
  const start = startBesideNeighbours(piece, at);
  const bodies = Array.from(start.x, (x, i): SimulationNodeDatum => {
    const y = start.y[i]!;
    return isNew[i] === 1 ? { x, y, vx: 0, vy: 0 } : { x, y, vx: 0, vy: 0, fx: x, fy: y };
  });
  const simulation = forceSimulation(bodies).stop();
  addForces(simulation, piece, communitiesOf(piece, community), 0.9);
  cool(simulation, TICKS, HEAT);
  const loose = {
    x: Float64Array.from(bodies, (body) => body.x!),
    y: Float64Array.from(bodies, (body) => body.y!),
  };
  // Neighbours yield where the new node's disc needs room.
  const held = isNew.map((fresh, node) => (fresh === 1 || beside[node] === 1 ? 0 : 1));
  return separate(loose, Float64Array.from(piece.degree, nodeRadius), DISC_GAP, held);
}

/** New nodes begin at the mean of the neighbours that have a place, those nearest to known ones first. */
function startBesideNeighbours(piece: Piece, at: Points): Points {
  const x = at.x.slice();
  const y = at.y.slice();
  const neighbours: number[][] = Array.from(x, () => []);
  piece.from.forEach((a, link) => {
    neighbours[a]!.push(piece.to[link]!);
    neighbours[piece.to[link]!]!.push(a);
  });
  // Apart from each other, though they may have the same neighbours.
  const aside = sunflower(x.length, 4);
  let wave = [...x.keys()].filter((node) => Number.isNaN(x[node]!));
  let count = 0;
  while (wave.length > 0) {
    const placed: { node: number; x: number; y: number }[] = [];
    const later: number[] = [];
    for (const node of wave) {
      const known = neighbours[node]!.filter((other) => !Number.isNaN(x[other]!));
      if (known.length === 0) {
        later.push(node);
        continue;
      }
      const mean = (axis: Float64Array): number =>
        known.reduce((sum, other) => sum + axis[other]!, 0) / known.length;
      placed.push({ node, x: mean(x) + aside.x[count]!, y: mean(y) + aside.y[count]! });
      count++;
    }
    for (const one of placed) {
      x[one.node] = one.x;
      y[one.node] = one.y;
    }
    wave = later;
  }
  return { x, y };
}

/** Puts new single nodes into the gaps of the rows of known ones, and under them. @returns those that found no rows. */
function fillRows(isolated: Uint32Array, x: Float64Array, y: Float64Array): Uint32Array {
  const fresh = isolated.filter((node) => Number.isNaN(x[node]!));
  const known = isolated.filter((node) => !Number.isNaN(x[node]!));
  if (fresh.length === 0 || known.length === 0) return fresh;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  for (const node of known) {
    left = Math.min(left, x[node]!);
    right = Math.max(right, x[node]!);
    top = Math.min(top, y[node]!);
  }
  const columns = Math.max(Math.floor((right - left) / SINGLE_GAP + 0.5) + 1, singleColumns(isolated.length));
  const taken = cellsTaken(isolated, x, y, left, top);
  let at = 0;
  for (const node of fresh) {
    while (taken.has(cellKey(at % columns, Math.floor(at / columns)))) at++;
    x[node] = left + (at % columns) * SINGLE_GAP;
    y[node] = top + Math.floor(at / columns) * SINGLE_GAP;
    at++;
  }
  return new Uint32Array(0);
}

function cellKey(column: number, row: number): number {
  return (row + 0x100000) * 0x200000 + column + 0x100000;
}

/** Cells of the rows where something stands already; linked nodes keep single ones a little away. */
function cellsTaken(
  isolated: Uint32Array,
  x: Float64Array,
  y: Float64Array,
  left: number,
  top: number,
): Set<number> {
  const single = new Uint8Array(x.length);
  for (const node of isolated) single[node] = 1;
  const taken = new Set<number>();
  for (let node = 0; node < x.length; node++) {
    if (Number.isNaN(x[node]!)) continue;
    const column = Math.floor((x[node]! - left) / SINGLE_GAP + 0.5);
    const row = Math.floor((y[node]! - top) / SINGLE_GAP + 0.5);
    const around = single[node] === 1 ? 0 : 2;
    for (let r = row - around; r <= row + around; r++) {
      for (let c = column - around; c <= column + around; c++) taken.add(cellKey(c, r));
    }
  }
  return taken;
}

/** Moves whole parts to free places around all that has one. */
function packBeside(
  parts: readonly { readonly nodes: Uint32Array; readonly at: Points }[],
  x: Float64Array,
  y: Float64Array,
): void {
  const placed = {
    x: x.filter((value) => !Number.isNaN(value)),
    y: y.filter((value) => !Number.isNaN(value)),
  };
  const { dx, dy } = packParts([placed, ...parts.map((part) => part.at)], PIECE_GAP);
  parts.forEach((part, index) =>
    part.nodes.forEach((node, i) => {
      x[node] = part.at.x[i]! + dx[index + 1]!;
      y[node] = part.at.y[i]! + dy[index + 1]!;
    }),
  );
}
