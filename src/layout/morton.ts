/** Order along the Morton (Z) curve: points near each other in the plane come near each other in memory. */

/** Bits that one pass of the sort looks at: more of them are fewer passes, which few points don't make up for. */
const MANY_BITS = 11;
const FEW_BITS = 8;
const FEW = 2000;
const counts = new Uint32Array(1 << MANY_BITS);

/** Spreads the low 16 bits to the even places. */
function spread(value: number): number {
  let v = value;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/**
 * Fills `order` with the indices of the points in ascending order of their keys, and `keys` with those keys, of
 * `levels` bits an axis (16 at most). Equal keys keep the order of their indices. All arrays have one length.
 * @returns the width of the square that the keys divide: the points' larger extent.
 */
export function sortByMorton(
  x: Float64Array,
  y: Float64Array,
  levels: number,
  order: Uint32Array,
  keys: Uint32Array,
  scratchOrder: Uint32Array,
  scratchKeys: Uint32Array,
): number {
  const n = x.length;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < n; i++) {
    const px = x[i]!;
    const py = y[i]!;
    if (px < left) left = px;
    if (px > right) right = px;
    if (py < top) top = py;
    if (py > bottom) bottom = py;
  }
  const extent = Math.max(right - left, bottom - top);
  const last = (1 << levels) - 1;
  const scale = extent > 0 ? (last + 1) / extent : 0;
  for (let i = 0; i < n; i++) {
    const column = (x[i]! - left) * scale;
    const row = (y[i]! - top) * scale;
    keys[i] = spread(column < last ? column | 0 : last) | (spread(row < last ? row | 0 : last) << 1);
    order[i] = i;
  }
  let sourceKeys = keys;
  let sourceOrder = order;
  let targetKeys = scratchKeys;
  let targetOrder = scratchOrder;
  const bits = n < FEW ? FEW_BITS : MANY_BITS;
  const buckets = 1 << bits;
  for (let shift = 0; shift < 2 * levels; shift += bits) {
    counts.fill(0, 0, buckets);
    for (let i = 0; i < n; i++) counts[(sourceKeys[i]! >>> shift) & (buckets - 1)]!++;
    let sum = 0;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = counts[bucket]!;
      counts[bucket] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const key = sourceKeys[i]!;
      const bucket = (key >>> shift) & (buckets - 1);
      const place = counts[bucket]!++;
      targetKeys[place] = key;
      targetOrder[place] = sourceOrder[i]!;
    }
    [sourceKeys, targetKeys] = [targetKeys, sourceKeys];
    [sourceOrder, targetOrder] = [targetOrder, sourceOrder];
  }
  if (sourceOrder !== order) {
    keys.set(sourceKeys);
    order.set(sourceOrder);
  }
  return extent;
}
