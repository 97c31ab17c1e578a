/**
 * How far two words are from each other: optimal string alignment (Damerau–Levenshtein with adjacent swaps), see Navarro,
 * "A guided tour to approximate string matching", 2001.
 */

const FAR = 200;

/** The distance, or something above the limit as soon as it is sure to be passed. Of words up to 190 letters. */
export function distanceWithin(a: string, b: string, limit: number): number {
  let beforeLast = new Uint8Array(b.length + 1);
  let last = Uint8Array.from({ length: b.length + 1 }, (_, index) => index);
  let row = new Uint8Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    // Further than `limit` from the diagonal every cost is above it.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : FAR;
    let least = FAR;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(j < i + limit ? last[j]! + 1 : FAR, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.abs(a.length - b.length) > limit ? limit + 1 : last[b.length]!;
}

/** The nearest of a few names, the first of equals; undefined where none is near. */
export function nearestOf(wanted: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let limit = wanted.length > 4 ? 2 : 1;
  if (wanted.length > 40) return undefined;
  for (const name of names) {
    const distance = distanceWithin(wanted, name, limit);
    if (distance > limit || (best !== undefined && distance === limit)) continue;
    best = name;
    limit = distance;
  }
  return best;
}
