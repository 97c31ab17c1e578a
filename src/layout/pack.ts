/**
 * Pieces side by side, compactly: each is drawn as squares on a grid and takes the free place nearest to the middle.
 * After Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing approach" (2001).
 */
import { Grid } from './grid.ts';
import type { Points } from './start.ts';

/** Squares an axis of the smallest grid, and squares a part that a grid of many parts has room for. */
const SIDE = 256;
const SQUARES_A_PART = 80;

/**
 * Moves of each part, in the order given (largest first packs best); the first stays where it is and the others gather
 * around it. `gap` is the least distance between points of different parts.
 */
export function packParts(parts: readonly Points[], gap: number): { dx: Float64Array; dy: Float64Array } {
  const dx = new Float64Array(parts.length);
  const dy = new Float64Array(parts.length);
  const [first, ...others] = parts;
  if (!first || others.length === 0) return { dx, dy };
  const middle = middleOf(first);
  const size = Math.max(SIDE, Math.ceil(Math.sqrt(SQUARES_A_PART * parts.length)));
  for (let side = squareSide(parts, gap, size); ; side *= 1.5) {
    const moves = packOnto(new Grid(size), first, others, side, gap);
    // Full: the same grid with larger squares holds more.
    if (!moves) continue;
    moves.forEach((move, index) => {
      dx[index + 1] = move.x + middle.x;
      dy[index + 1] = move.y + middle.y;
    });
    return { dx, dy };
  }
}

/** Where each of the others goes from its own place, seen from the first's middle; null where they don't fit. */
function packOnto(
  grid: Grid,
  first: Points,
  others: readonly Points[],
  side: number,
  gap: number,
): { x: number; y: number }[] | null {
  // The first keeps the others a little farther off: what stands in its bays would look like a part of it.
  if (!grid.take(squaresOf(first, side, gap), grid.middle)) return null;
  grid.closeHoles();
  const moves: { x: number; y: number }[] = [];
  let from = 0;
  let smallest = Infinity;
  for (const part of others) {
    const squares = squaresOf(part, side, gap / 2);
    // No place before the last one found was free for a part as large; a smaller part looks again from the start.
    if (squares.columns.length < smallest) from = 0;
    smallest = Math.min(smallest, squares.columns.length);
    while (from < grid.places.length && !grid.take(squares, grid.places[from]!)) from++;
    const place = grid.places[from];
    if (place === undefined) return null;
    const middle = middleOf(part);
    moves.push({ x: grid.column(place) * side - middle.x, y: grid.row(place) * side - middle.y });
  }
  return moves;
}

/** Width of a square, so that all parts cover less than half of the grid. */
function squareSide(parts: readonly Points[], gap: number, size: number): number {
  let reach = 0;
  let area = 0;
  for (const part of parts) {
    const box = boundsOf(part);
    const width = box.right - box.left + 2 * gap;
    const height = box.bottom - box.top + 2 * gap;
    reach = Math.max(reach, width, height);
    area += width * height;
  }
  return Math.max(gap / 4, (1.6 * Math.max(reach, Math.sqrt(area))) / size);
}

function boundsOf(part: Points): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < part.x.length; i++) {
    box.left = Math.min(box.left, part.x[i]!);
    box.right = Math.max(box.right, part.x[i]!);
    box.top = Math.min(box.top, part.y[i]!);
    box.bottom = Math.max(box.bottom, part.y[i]!);
  }
  return box;
}

function middleOf(part: Points): { x: number; y: number } {
  const box = boundsOf(part);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** The squares nearer than `distance` to the part's points, from the square of its middle. */
function squaresOf(part: Points, side: number, distance: number): { columns: Int32Array; rows: Int32Array } {
  const middle = middleOf(part);
  const reach = Math.ceil(distance / side);
  const seen = new Set<number>();
  const half = 0x8000;
  for (let i = 0; i < part.x.length; i++) {
    const column = Math.floor((part.x[i]! - middle.x) / side + 0.5) + half;
    const row = Math.floor((part.y[i]! - middle.y) / side + 0.5) + half;
    for (let r = row - reach; r <= row + reach; r++) {
      for (let c = column - reach; c <= column + reach; c++) seen.add(r * 0x10000 + c);
    }
  }
  const keys = Float64Array.from(seen);
  return {
    columns: Int32Array.from(keys, (key) => (key % 0x10000) - half),
    rows: Int32Array.from(keys, (key) => Math.floor(key / 0x10000) - half),
  };
}
