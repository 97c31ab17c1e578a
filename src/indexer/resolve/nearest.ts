/** The name that was probably meant. */
import { distanceWithin } from '../../query/distance.ts';
import { keyOf } from '../common/key-of.ts';

/** A quarter of a name may be wrong, and never more than this: further away is another name. */
const TOLERANCE = 4;
const MAX_DISTANCE = 6;
const MAX_LENGTH = 120;
/** Names looked at, and distances measured, by one list: a suggestion is not worth quadratic time. */
const MAX_LOOKS = 300_000_000;
const MAX_DISTANCES = 3_000_000;

/**
 * Finds names near a misspelt one. Made once for a list of names, and remembers its answers: the same ghost is asked for often.
 * Names that share too few pairs of letters are passed over: Ukkonen, "Approximate string-matching with q-grams", 1992.
 */
export class NearestNames {
  readonly #names: readonly { readonly name: string; readonly lower: string }[];
  /** Two letters in a row → the places of all names that have them. Made for the first search. */
  #pairs: ReadonlyMap<string, readonly number[]> | null = null;
  readonly #known = new Map<string, string | undefined>();
  #searches = 0;
  #looks = 0;
  #distances = 0;

  constructor(names: Iterable<string>) {
    this.#names = [...names].map((name) => ({ name, lower: name.toLowerCase() }));
  }

  /** Changes with the names: answers of another list with the same key are this one's too. */
  get key(): string {
    return keyOf(this.#names.map(({ name }) => name));
  }

  /** Every name that was asked for, with its answer. */
  get answers(): [wanted: string, found: string | null][] {
    return Array.from(this.#known, ([wanted, found]) => [wanted, found ?? null]);
  }

  /** Takes the `answers` of an equal list. */
  learn(answers: Iterable<readonly [wanted: string, found: string | null]>): void {
    for (const [wanted, found] of answers) this.#known.set(wanted, found ?? undefined);
  }

  /** @returns the closest name within a quarter of the length that shares a letter, the first of equals; undefined where none is near, or after too many searches */
  find(wanted: string): string | undefined {
    const target = wanted.toLowerCase().slice(0, MAX_LENGTH);
    if (!this.#known.has(target)) this.#known.set(target, this.#search(target));
    return this.#known.get(target);
  }

  /** How many names were searched for, not known. */
  get searches(): number {
    return this.#searches;
  }

  #search(target: string): string | undefined {
    if (this.#looks > MAX_LOOKS || this.#distances > MAX_DISTANCES) return undefined;
    this.#searches += 1;
    this.#looks += this.#names.length;
    let best = -1;
    let limit = Math.min(MAX_DISTANCE, Math.max(1, Math.floor(target.length / TOLERANCE)));
    const allPairs = (this.#pairs ??= placesByPair(this.#names.map(({ lower }) => lower)));
    const pairs = pairsOf(target);
    const shared = new Uint8Array(this.#names.length);
    for (const pair of pairs) for (const place of allPairs.get(pair) ?? []) shared[place]!++;
    const candidates: number[] = [];
    for (let place = 0; place < shared.length; place++) {
      if (shared[place]! < pairs.size - PAIRS_AN_EDIT * limit) continue;
      if (Math.abs(this.#names[place]!.lower.length - target.length) <= limit) candidates.push(place);
    }
    // The likeliest first: once a near one is found, most of the others needn't be measured.
    candidates.sort((one, other) => shared[other]! - shared[one]! || one - other);
    for (const place of candidates) {
      if (shared[place]! < pairs.size - PAIRS_AN_EDIT * limit) break;
      const { lower } = this.#names[place]!;
      if (Math.abs(lower.length - target.length) > limit) continue;
      this.#distances++;
      const distance = distanceWithin(target, lower, limit);
      if (distance > limit || (best >= 0 && distance === limit && place > best)) continue;
      if (sharesNothing(target, lower, distance)) continue;
      best = place;
      limit = distance;
    }
    return this.#names[best]?.name;
  }
}

/** To a name of one letter, any other letter is one step away. */
function sharesNothing(one: string, other: string, distance: number): boolean {
  return distance > 0 && distance >= Math.max([...one].length, [...other].length);
}

/** A swap of two letters is the dearest edit: the pair itself goes, and the pairs on both sides of it. */
const PAIRS_AN_EDIT = 3;

function placesByPair(names: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  names.forEach((name, place) => {
    for (const pair of pairsOf(name)) {
      const found = places.get(pair);
      if (found === undefined) places.set(pair, [place]);
      else found.push(place);
    }
  });
  return places;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
