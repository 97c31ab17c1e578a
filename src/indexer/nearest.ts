/**
 * The name that was probably meant.
 * Distance: optimal string alignment (Damerau–Levenshtein with adjacent swaps), see Navarro, "A guided tour to approximate
 * string matching", 2001.
 */

/** @returns the closest of the names within a third of the length, the first of equals; undefined where none is near */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  const target = wanted.toLowerCase().slice(0, 120);
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(target.length / 3));
  for (const name of names) {
    if (Math.abs(name.length - target.length) > limit) continue;
    const distance = distanceWithin(target, name.toLowerCase(), limit);
    if (distance > limit || (best !== undefined && distance === limit)) continue;
    best = name;
    limit = distance;
    if (distance === 0) break;
  }
  return best;
}

/** The distance, or something above the limit as soon as it is sure to be passed. */
function distanceWithin(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
