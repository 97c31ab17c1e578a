/**
 * Finds the node under a point: a uniform grid over the positions, its cells in compressed sparse rows.
 * Building is linear; a look-up touches the few cells within reach.
 */
import { PAUSE, type Work } from '../garden/in-slices.ts';

export interface PickingGrid {
  /**
   * The shown node whose disc is nearest to the point, its rim not further than `reach`; -1 where there is none.
   * Of two discs over the point the nearer centre wins, so that a small node on a large one can be had.
   */
  nearest(x: number, y: number, reach: number, radius: (id: number) => number, most: number): number;
}

/** @param shown marks the nodes that can be picked; all where null. */
export function* pickingGrid(x: Float32Array, y: Float32Array, shown: Uint8Array | null): Work<PickingGrid> {
  let count = 0;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (i % PAUSE === PAUSE - 1) yield;
    if (shown !== null && shown[i] === 0) continue;
    count++;
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  if (count === 0) return { nearest: () => -1 };

  // About two nodes a cell, were they spread evenly.
  const area = Math.max(right - left, 1) * Math.max(bottom - top, 1);
  const cell = Math.max(Math.sqrt((2 * area) / count), 1e-3);
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const cells = new Uint32Array(x.length);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < x.length; i++) {
    if (i % PAUSE === PAUSE - 1) yield;
    if (shown !== null && shown[i] === 0) continue;
    cells[i] = Math.floor((y[i]! - top) / cell) * columns + Math.floor((x[i]! - left) / cell);
    starts[cells[i]! + 1]!++;
  }
  for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!;
  yield;
  const next = starts.slice();
  const items = new Uint32Array(count);
  for (let i = 0; i < x.length; i++) {
    if (i % PAUSE === PAUSE - 1) yield;
    if (shown === null || shown[i] === 1) items[next[cells[i]!]!++] = i;
  }

  const within = (value: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor(value / cell)));

  return {
    nearest(px, py, reach, radius, most) {
      const far = reach + most;
      const lastColumn = within(px + far - left, columns);
      const lastRow = within(py + far - top, rows);
      let best = -1;
      let bestRim = reach;
      let bestCentre = Infinity;
      for (let row = within(py - far - top, rows); row <= lastRow; row++) {
        for (let column = within(px - far - left, columns); column <= lastColumn; column++) {
          const c = row * columns + column;
          for (let k = starts[c]!; k < starts[c + 1]!; k++) {
            const i = items[k]!;
            const centre = Math.hypot(x[i]! - px, y[i]! - py);
            const rim = Math.max(0, centre - radius(i));
            if (rim < bestRim || (rim === bestRim && centre < bestCentre)) {
              best = i;
              bestRim = rim;
              bestCentre = centre;
            }
          }
        }
      }
      return best;
    },
  };
}
