/**
 * How far two words are from each other: optimal string alignment (Damerau–Levenshtein with adjacent swaps), see Navarro,
 * "A guided tour to approximate string matching", 2001.
 */

const FAR = 200;

/** Letters that a word may have. */
const LONGEST = 190;
/** Three rows of the table, the same for all words: making them anew took longer than filling them. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * The distance, or something above the limit as soon as it is sure to be passed. Of words up to 190 letters.
 * @param swaps whether two letters in the wrong order are one step; else they are two (Levenshtein's distance)
 */
export function distanceWithin(one: string, other: string, limit: number, swaps = true): number {
  // What both begin or end with changes nothing.
  let start = 0;
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  )
    end++;
  const a = one.slice(start, one.length - end);
  const b = other.slice(start, other.length - end);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last, row] = ROWS;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    const before = i > 1 ? a.charCodeAt(i - 2) : -1;
    // Further than `limit` from the diagonal every cost is above it.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : FAR;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const own = b.charCodeAt(j - 1);
      let cost = last[j - 1]! + (letter === own ? 0 : 1);
      const left = row[j - 1]! + 1;
      if (left < cost) cost = left;
      if (j < i + limit && last[j]! + 1 < cost) cost = last[j]! + 1;
      if (swaps && j > 1 && before === own && letter === b.charCodeAt(j - 2) && beforeLast[j - 2]! + 1 < cost)
        cost = beforeLast[j - 2]! + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    const spare = beforeLast;
    beforeLast = last;
    last = row;
    row = spare;
  }
  return last[b.length]!;
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
