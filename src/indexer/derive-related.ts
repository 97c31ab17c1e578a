/** Notes that belong together though neither links to the other: by the links and the telling words that they share. */
import type { Nearness } from './nearness.ts';
import { tellingWords, type Telling } from './telling-words.ts';
import type { ParsedNote } from './types.ts';
import type { Words } from './words.ts';

export interface Related {
  readonly to: number;
  /** Nodes that both are linked with. */
  readonly links: number;
  /** Most telling first. */
  readonly words: readonly string[];
}

const MOST = 6;
/** Words that are told of two notes. */
const TOLD = 3;
/** Of a likeness from 0 to 1: below, what is shared is chance. */
const LEAST = 0.08;
/** Neighbours and words that notes must share. */
const FEW = 2;
/** One thing in common may be chance: it counts for a third of what it would, two for a half. */
const DOUBT = 2;

/**
 * By note, the most alike first. Likeness is the mean of two cosines: that of the weighted neighbours (Adamic & Adar 2003) and
 * that of the telling words.
 */
export function findRelated(notes: readonly ParsedNote[], words: Words, nearness: Nearness): Related[][] {
  const telling = tellingWords(notes, words);
  const having = notesByTerm(telling);
  const lengths = Float64Array.from(notes, (_, note) =>
    Math.sqrt(nearness.neighbours[note]!.reduce((sum, node) => sum + nearness.weight(node) ** 2, 0)),
  );
  const byLinks = new Sums(notes.length);
  const byWords = new Sums(notes.length);
  return telling.map((own, note) => {
    for (const node of nearness.neighbours[note]!) {
      const weight = nearness.weight(node) ** 2 / lengths[note]!;
      if (weight === 0) continue;
      for (const other of nearness.neighbours[node]!) {
        if (other < notes.length) byLinks.add(other, weight / lengths[other]!);
      }
    }
    for (const { term, weight } of own) {
      for (const { note: other, weight: its } of having.get(term)!) byWords.add(other, weight * its);
    }
    const likeness = (to: number): number => (byLinks.of(to) + byWords.of(to)) / 2;
    const alike = [...new Set([...byLinks.touched, ...byWords.touched])]
      .filter(
        (to) => to !== note && byLinks.count(to) + byWords.count(to) >= FEW && !nearness.isLinked(note, to),
      )
      .map((to) => ({ to, likeness: likeness(to) }))
      .filter((one) => one.likeness >= LEAST);
    byLinks.clear();
    byWords.clear();
    return alike
      .sort((a, b) => b.likeness - a.likeness || a.to - b.to)
      .slice(0, MOST)
      .map(({ to }) => ({
        to,
        links: nearness.shared(note, to),
        words: sharedWords(own, telling[to]!),
      }));
  });
}

/** Sums by note, cleared without a look at all of them. */
class Sums {
  readonly touched: number[] = [];
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size);
    this.#counts = new Uint32Array(size);
  }

  add(note: number, value: number): void {
    if (this.#counts[note] === 0) this.touched.push(note);
    this.#sums[note]! += value;
    this.#counts[note]! += 1;
  }

  /** The less for the fewer things that it is the sum of. */
  of(note: number): number {
    const count = this.#counts[note]!;
    return (this.#sums[note]! * count) / (count + DOUBT);
  }

  count(note: number): number {
    return this.#counts[note]!;
  }

  clear(): void {
    for (const note of this.touched) this.#sums[note] = this.#counts[note] = 0;
    this.touched.length = 0;
  }
}

function notesByTerm(
  telling: readonly (readonly Telling[])[],
): Map<string, { readonly note: number; readonly weight: number }[]> {
  const having = new Map<string, { note: number; weight: number }[]>();
  telling.forEach((own, note) => {
    for (const { term, weight } of own) {
      const list = having.get(term);
      if (list === undefined) having.set(term, [{ note, weight }]);
      else list.push({ note, weight });
    }
  });
  return having;
}

function sharedWords(own: readonly Telling[], other: readonly Telling[]): string[] {
  return own
    .map(({ term, weight }) => ({
      term,
      weight: weight * (other.find((its) => its.term === term)?.weight ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TOLD)
    .map(({ term }) => term);
}
