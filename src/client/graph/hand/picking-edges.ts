/**
 * Finds the link under a point. A link is a point in four dimensions, its two ends; in Morton order neighbours in the list lie
 * side by side on the map, so that a box around sixteen of them is small, and most are left out sixteen or 256 at a time.
 */
import type { Garden } from '../../../contract/map.ts';
import { PAUSE, type Work } from '../garden/in-slices.ts';

/** Two nodes that are linked, the first naming the second; the second may name the first too. */
export type Link = readonly [from: number, to: number];

export interface PickingEdges {
  /**
   * The link nearest to the point, not further than `reach`, all in layout units; null where there is none.
   * @param counts whether a link is looked for; all are where it is left out
   */
  nearest(px: number, py: number, reach: number, counts?: (link: Link) => boolean): Link | null;
}

const GROUP = 16;
/** Steps of each axis in the order; four axes fill 32 bits. */
const STEPS = 256;

/** @param shown marks the nodes whose links can be picked; all where null. */
export function* pickingEdges(
  { from, to }: Pick<Garden, 'from' | 'to'>,
  x: Float32Array,
  y: Float32Array,
  shown: Uint8Array | null,
): Work<PickingEdges> {
  const order = yield* inMortonOrder(from, to, x, y, shown);
  const ends = new Float32Array(4 * order.length);
  for (let i = 0; i < order.length; i++) {
    if (i % PAUSE === PAUSE - 1) yield;
    const link = order[i]!;
    ends[4 * i] = x[from[link]!]!;
    ends[4 * i + 1] = y[from[link]!]!;
    ends[4 * i + 2] = x[to[link]!]!;
    ends[4 * i + 3] = y[to[link]!]!;
  }
  const boxes = boxesOf(ends);
  yield;
  const outer = boxesOf(boxes);

  return {
    nearest(px, py, reach, counts) {
      const linkAt = (k: number): Link => [from[order[k]!]!, to[order[k]!]!];
      const near = (boxes: Float32Array, i: number): boolean =>
        boxes[4 * i]! <= px + reach &&
        boxes[4 * i + 1]! <= py + reach &&
        boxes[4 * i + 2]! >= px - reach &&
        boxes[4 * i + 3]! >= py - reach;
      let best = -1;
      let least = reach * reach;
      for (let i = 0; i < outer.length / 4; i++) {
        if (!near(outer, i)) continue;
        for (let j = GROUP * i; j < Math.min(GROUP * (i + 1), boxes.length / 4); j++) {
          if (!near(boxes, j)) continue;
          for (let k = GROUP * j; k < Math.min(GROUP * (j + 1), order.length); k++) {
            const square = squaredDistance(px, py, ends, 4 * k);
            if (square > least || (square === least && best !== -1)) continue;
            if (counts?.(linkAt(k)) === false) continue;
            best = k;
            least = square;
          }
        }
      }
      return best === -1 ? null : linkAt(best);
    },
  };
}

/** From a point to the segment whose ends stand at `ends[i]`. */
function squaredDistance(px: number, py: number, ends: Float32Array, i: number): number {
  const ax = px - ends[i]!;
  const ay = py - ends[i + 1]!;
  const dx = ends[i + 2]! - ends[i]!;
  const dy = ends[i + 3]! - ends[i + 1]!;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (ax * dx + ay * dy) / length));
  return (ax - t * dx) ** 2 + (ay - t * dy) ** 2;
}

/** A box (left, top, right, bottom) around each group of entries, which are two corners each. */
function boxesOf(entries: Float32Array): Float32Array {
  const count = entries.length / 4;
  const boxes = new Float32Array(4 * Math.ceil(count / GROUP));
  for (let box = 0; 4 * box < boxes.length; box++) {
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 4 * GROUP * box; i < 4 * Math.min(GROUP * (box + 1), count); i += 2) {
      const px = entries[i]!;
      const py = entries[i + 1]!;
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < top) top = py;
      if (py > bottom) bottom = py;
    }
    boxes[4 * box] = left;
    boxes[4 * box + 1] = top;
    boxes[4 * box + 2] = right;
    boxes[4 * box + 3] = bottom;
  }
  return boxes;
}

function* inMortonOrder(
  from: Uint32Array,
  to: Uint32Array,
  x: Float32Array,
  y: Float32Array,
  shown: Uint8Array | null,
): Work<Uint32Array> {
  const stepX = stepsOf(x);
  const stepY = stepsOf(y);
  const keys = new Float64Array(from.length);
  let count = 0;
  for (let link = 0; link < from.length; link++) {
    if (link % PAUSE === PAUSE - 1) yield;
    const a = from[link]!;
    const b = to[link]!;
    if (shown !== null && (shown[a] === 0 || shown[b] === 0)) continue;
    // Which end is named first is no matter of place.
    const [one, other] = x[a]! < x[b]! ? [a, b] : [b, a];
    const code =
      8 * SPREAD[stepX[one]!]! +
      4 * SPREAD[stepY[one]!]! +
      2 * SPREAD[stepX[other]!]! +
      SPREAD[stepY[other]!]!;
    keys[count++] = code * from.length + link;
  }
  const sorted = keys.subarray(0, count).sort();
  yield;
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = sorted[i]! % from.length;
  return order;
}

/** Eight bits, three zeros before each. */
const SPREAD = Uint32Array.from({ length: STEPS }, (_, value) => {
  let spread = 0;
  for (let bit = 0; bit < 8; bit++) spread += ((value >> bit) & 1) * 16 ** bit;
  return spread;
});

/** Values as whole steps from their least to their largest. */
function stepsOf(values: Float32Array): Uint8Array {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const unit = (STEPS - 1) / Math.max(most - least, 1e-6);
  return Uint8Array.from(values, (value) => (value - least) * unit);
}
