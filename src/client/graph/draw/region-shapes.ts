/** Regions as soft shapes: where their notes crowd, the map takes on their colour. Made once for a placement, not a frame. */
import { NEUTRAL } from '../garden/region-hues.ts';
import type { Rgb } from './css-colour.ts';
import type { Frame } from './renderer.ts';
import type { Scene } from './scene.ts';

/** A small picture, with the place where it lies on the map. */
export interface RegionShapes {
  /** Red, green, blue and alpha of each cell, row by row, multiplied by alpha. */
  readonly cells: Uint8ClampedArray<ArrayBuffer>;
  readonly columns: number;
  readonly rows: number;
  /** Layout units. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Layout units; a link is about 30 long. */
const SPREAD = 36;
const CELL = 12;
const MOST_CELLS = 200;

/**
 * Sums a bump around each node of a region (a kernel density estimate); what is denser than a lone pair of notes is land,
 * a little stronger along its shore.
 * @param hues by hue; regions without one have no shape
 */
export function regionShapes(
  scene: Scene,
  { x, y, shown }: { x: Float32Array; y: Float32Array; shown: Uint8Array | null },
  hues: readonly Rgb[],
): RegionShapes | null {
  if (!scene.hasShapes) return null;
  const nodes = scene.order.filter((node) => scene.hue[node] !== NEUTRAL && shown?.[node] !== 0);
  if (nodes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    left = Math.min(left, x[node]! - SPREAD);
    right = Math.max(right, x[node]! + SPREAD);
    top = Math.min(top, y[node]! - SPREAD);
    bottom = Math.max(bottom, y[node]! + SPREAD);
  }
  const cell = Math.max(CELL, (right - left) / MOST_CELLS, (bottom - top) / MOST_CELLS);
  const columns = Math.ceil((right - left) / cell) + 1;
  const rows = Math.ceil((bottom - top) / cell) + 1;
  const sums = new Float32Array(4 * columns * rows);
  for (const node of nodes) {
    const colour = hues[scene.hue[node]!]!;
    const atX = (x[node]! - left) / cell - 0.5;
    const atY = (y[node]! - top) / cell - 0.5;
    const half = Math.max(1, SPREAD / cell);
    const reach = half * half;
    // What is written outside of all rows is nowhere.
    for (let row = Math.ceil(atY - half); row <= atY + half; row++) {
      // The part of the row that is within reach.
      const room = reach - (row - atY) ** 2;
      const side = Math.sqrt(room);
      const last = Math.min(columns - 1, atX + side);
      for (let column = Math.max(0, Math.ceil(atX - side)); column <= last; column++) {
        const share = (room - (column - atX) * (column - atX)) / reach;
        const near = share * share;
        const cellAt = 4 * (row * columns + column);
        sums[cellAt]! += near * colour[0];
        sums[cellAt + 1]! += near * colour[1];
        sums[cellAt + 2]! += near * colour[2];
        sums[cellAt + 3]! += near;
      }
    }
  }
  const cells = new Uint8ClampedArray(sums.length);
  for (let i = 0; i < sums.length; i += 4) {
    const sum = sums[i + 3]!;
    const land = smooth(1.1, 2.4, sum);
    if (land === 0) continue;
    const alpha = land * (1 - smooth(2.4, 4.5, sum) / 4);
    for (let channel = 0; channel < 4; channel++)
      cells[i + channel] = (255 * alpha * sums[i + channel]!) / sum;
  }
  return { cells, columns, rows, left, top, width: columns * cell, height: rows * cell };
}

function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** How strongly shapes are drawn in a frame, from 0. */
export function shapeStrength({ far, dimmed, adrift }: Pick<Frame, 'far' | 'dimmed' | 'adrift'>): number {
  if (adrift) return 0;
  return far * (dimmed ? 0.08 : 0.2);
}
