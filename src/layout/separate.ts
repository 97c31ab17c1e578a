/** Discs pushed apart until none covers another. */
import type { Points } from './start.ts';

const ROUNDS = 200;

/** A pair is pushed this much farther apart than it need be: crowds come to rest in a tenth of the rounds. */
const OVERSHOOT = 1.5;

/** Layout units of the gap that may lack. */
const SLACK = 0.05;

/**
 * Positions at which no two discs are nearer than `gap` (a twentieth of a unit aside), as far as `ROUNDS` rounds reach; the lighter disc of a pair
 * yields more. Points aren't changed.
 * @param held 1 where a disc must not move.
 */
export function separate(
  points: Points,
  radius: ArrayLike<number>,
  gap: number,
  held?: ArrayLike<number>,
): Points {
  const x = points.x.slice();
  const y = points.y.slice();
  const n = x.length;
  // Cells about as wide as two small discs; a large disc looks into more of them.
  let least = Infinity;
  for (let i = 0; i < n; i++) least = Math.min(least, radius[i]!);
  const cell = 4 * least + gap;
  // Cells by hash: two that share a bucket cost a second look at a disc, nothing else.
  const buckets = 1 << (32 - Math.clz32(n));
  const first = new Int32Array(buckets);
  // After the first round only pairs of which a disc has moved need a look.
  let awake = new Uint8Array(n).fill(1);
  let woken = new Uint8Array(n);
  const awakeBucket = new Uint8Array(buckets);
  const next = new Int32Array(n);
  const bucket = (column: number, row: number): number =>
    (Math.imul(column, 73856093) ^ Math.imul(row, 19349663)) & (buckets - 1);

  for (let round = 0; round < ROUNDS; round++) {
    first.fill(-1);
    awakeBucket.fill(0);
    woken.fill(0);
    for (let i = n - 1; i >= 0; i--) {
      const at = bucket(Math.floor(x[i]! / cell), Math.floor(y[i]! / cell));
      next[i] = first[at]!;
      first[at] = i;
      if (awake[i] === 1) awakeBucket[at] = 1;
    }
    let moved = false;
    for (let i = 0; i < n; i++) {
      // Each pair is met from its larger disc, the smaller index where they are equal.
      const reach = 2 * radius[i]! + gap;
      const firstColumn = Math.floor((x[i]! - reach) / cell);
      const lastColumn = Math.floor((x[i]! + reach) / cell);
      const firstRow = Math.floor((y[i]! - reach) / cell);
      const lastRow = Math.floor((y[i]! + reach) / cell);
      for (let column = firstColumn; column <= lastColumn; column++) {
        for (let row = firstRow; row <= lastRow; row++) {
          const at = bucket(column, row);
          if (awake[i] === 0 && awakeBucket[at] === 0) continue;
          for (let j = first[at]!; j !== -1; j = next[j]!) {
            if (radius[j]! > radius[i]! || (radius[j] === radius[i] && j <= i)) continue;
            if (part(i, j)) {
              woken[i] = 1;
              woken[j] = 1;
              moved = true;
            }
          }
        }
      }
    }
    if (!moved) break;
    [awake, woken] = [woken, awake];
  }
  return { x, y };

  function part(i: number, j: number): boolean {
    let dx = x[j]! - x[i]!;
    let dy = y[j]! - y[i]!;
    const apart = radius[i]! + radius[j]! + gap;
    let l = dx * dx + dy * dy;
    if (l >= (apart - SLACK) * (apart - SLACK)) return false;
    l = Math.sqrt(l);
    let length = l;
    if (l === 0) {
      // Coincident discs part along a direction of their own.
      dx = ((j * 73) % 101) - 50.5;
      dy = ((j * 37) % 89) - 44.5;
      length = Math.sqrt(dx * dx + dy * dy);
    }
    const heldI = held?.[i] === 1;
    const heldJ = held?.[j] === 1;
    if (heldI && heldJ) return false;
    const wi = radius[i]! * radius[i]!;
    const wj = radius[j]! * radius[j]!;
    const shareJ = heldI ? 1 : heldJ ? 0 : wi / (wi + wj);
    const push = (apart - l) * OVERSHOOT;
    x[j]! += (dx / length) * push * shareJ;
    y[j]! += (dy / length) * push * shareJ;
    x[i]! -= (dx / length) * push * (1 - shareJ);
    y[i]! -= (dy / length) * push * (1 - shareJ);
    return true;
  }
}
