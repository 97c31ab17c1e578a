/** Notes that belong together though neither links to the other: by the links and the telling words that they share. */
import { sameItems } from '../common/memo.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Nearness } from './nearness.ts';
import { createTellingMemory, tellingWords, type Telling, type TellingMemory } from './telling-words.ts';
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

/** What an answer was made of. Most edits change neither a link nor what tells a note from the others. */
export interface RelatedMemory {
  readonly telling: TellingMemory;
  made?: {
    readonly telling: readonly Telling[];
    readonly neighbours: Nearness['neighbours'];
    readonly related: readonly (readonly Related[])[];
  };
}

export function createRelatedMemory(): RelatedMemory {
  return { telling: createTellingMemory() };
}

/** The last answer again, where it was made of the same. */
export function keepRelated(
  notes: readonly ParsedNote[],
  words: Words,
  nearness: Nearness,
  memory: RelatedMemory,
): readonly (readonly Related[])[] {
  const names = words.terms.list;
  const telling = tellingWords(notes, words, names, memory.telling);
  const { neighbours } = nearness;
  const { made } = memory;
  if (made !== undefined && sameTelling(made.telling, telling) && sameLists(made.neighbours, neighbours))
    return made.related;
  const related = findRelated(telling, names, nearness);
  memory.made = { telling, neighbours, related };
  return related;
}

function sameTelling(a: readonly Telling[], b: readonly Telling[]): boolean {
  const isSame = (one: Telling, other: Telling): boolean =>
    one === other || (sameItems(one.terms, other.terms) && sameItems(one.weights, other.weights));
  return a.length === b.length && a.every((one, i) => isSame(one, b[i]!));
}

function sameLists(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  return a.length === b.length && a.every((one, i) => sameItems(one, b[i]!));
}

/**
 * By note, the most alike first. Likeness is the mean of two cosines: that of the weighted neighbours (Adamic & Adar 2003) and
 * that of the telling words.
 */
function findRelated(telling: readonly Telling[], names: readonly string[], nearness: Nearness): Related[][] {
  const having = notesByTerm(telling, names.length);
  const lengths = Float64Array.from(telling, (_, note) =>
    Math.sqrt(nearness.neighbours[note]!.reduce((sum, node) => sum + nearness.weight(node) ** 2, 0)),
  );
  const sums = new Sums(telling.length);
  return telling.map((own, note) => {
    for (const node of nearness.neighbours[note]!) {
      const weight = nearness.weight(node) ** 2 / lengths[note]!;
      if (weight === 0) continue;
      for (const other of nearness.neighbours[node]!) {
        if (other < telling.length) sums.addLink(other, weight / lengths[other]!);
      }
    }
    own.terms.forEach((term, i) => {
      const weight = own.weights[i]!;
      const to = having.starts[term + 1]!;
      for (let at = having.starts[term]!; at < to; at++)
        sums.addWord(having.notes[at]!, weight * having.weights[at]!);
    });
    const alike: { to: number; likeness: number }[] = [];
    for (const to of sums.touched) {
      if (to === note) continue;
      const likeness = sums.likeness(to);
      if (likeness >= LEAST && !nearness.isLinked(note, to)) alike.push({ to, likeness });
    }
    sums.clear();
    return alike
      .sort((a, b) => b.likeness - a.likeness || a.to - b.to)
      .slice(0, MOST)
      .map(({ to }) => ({
        to,
        links: nearness.shared(note, to),
        words: sharedWords(own, telling[to]!, names),
      }));
  });
}

/** What each note shares with one of them: sums by note, cleared without a look at all of them. */
class Sums {
  readonly touched: number[] = [];
  readonly #links: Float64Array;
  readonly #linkCount: Uint32Array;
  readonly #words: Float64Array;
  readonly #wordCount: Uint32Array;

  constructor(size: number) {
    this.#links = new Float64Array(size);
    this.#linkCount = new Uint32Array(size);
    this.#words = new Float64Array(size);
    this.#wordCount = new Uint32Array(size);
  }

  addLink(note: number, value: number): void {
    if (this.#linkCount[note]!++ === 0 && this.#wordCount[note] === 0) this.touched.push(note);
    this.#links[note]! += value;
  }

  addWord(note: number, value: number): void {
    if (this.#wordCount[note]!++ === 0 && this.#linkCount[note] === 0) this.touched.push(note);
    this.#words[note]! += value;
  }

  /** From 0 to 1; 0 where there are too few things to tell. */
  likeness(note: number): number {
    const [links, words] = [this.#linkCount[note]!, this.#wordCount[note]!];
    if (links + words < FEW) return 0;
    return (surely(this.#links[note]!, links) + surely(this.#words[note]!, words)) / 2;
  }

  clear(): void {
    for (const note of this.touched) {
      this.#links[note] = this.#linkCount[note] = this.#words[note] = this.#wordCount[note] = 0;
    }
    this.touched.length = 0;
  }
}

/** The less of a sum for the fewer things that it is the sum of. */
function surely(sum: number, count: number): number {
  return (sum * count) / (count + DOUBT);
}

/** The notes that a term tells, with its weight there: those of term t stand from `starts[t]` to `starts[t + 1]`. */
interface Having {
  readonly starts: Uint32Array;
  readonly notes: Uint32Array;
  readonly weights: Float64Array;
}

function notesByTerm(telling: readonly Telling[], termCount: number): Having {
  const starts = new Uint32Array(termCount + 1);
  for (const { terms } of telling) for (const term of terms) starts[term + 1]! += 1;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const notes = new Uint32Array(starts[termCount]!);
  const weights = new Float64Array(notes.length);
  telling.forEach(({ terms, weights: own }, note) => {
    terms.forEach((term, i) => {
      const at = next[term]!++;
      notes[at] = note;
      weights[at] = own[i]!;
    });
  });
  return { starts, notes, weights };
}

function sharedWords(own: Telling, other: Telling, names: readonly string[]): string[] {
  return own.terms
    .map((term, i) => ({
      term: names[term]!,
      weight: own.weights[i]! * (other.weights[other.terms.indexOf(term)] ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TOLD)
    .map(({ term }) => term);
}
