/** The words that tell a note from the others. */
import type { ParsedNote } from '../common/types.ts';
import type { NoteWords, Words } from './words.ts';

export interface Telling {
  /** Numbers of the words, as `Words` counts them; the most telling first. */
  readonly terms: readonly number[];
  /** Of each; all of a note's together are a vector of length 1. */
  readonly weights: readonly number[];
}

/** Words that stand for a note. */
const MOST = 16;
/** A word of so large a part of all notes, or of so many, tells none from another; in a small garden few are many. */
const COMMON = 0.1;
const FEW = 10;
const MANY = 200;
/** A word of the title counts as if it were in the text so often. */
const TITLE = 3;

/** The last answer. After an edit, most notes have the same words, and those are as rare as they were. */
export interface TellingMemory {
  rarity: Float64Array;
  byWords: WeakMap<NoteWords, Telling>;
}

export function createTellingMemory(): TellingMemory {
  return { rarity: new Float64Array(), byWords: new WeakMap() };
}

/**
 * By note, by tf–idf (Spärck Jones 1972).
 * @param names of the words, by number
 */
export function tellingWords(
  notes: readonly ParsedNote[],
  words: Words,
  names: readonly string[],
  memory: TellingMemory,
): Telling[] {
  const rarity = rarities(notes, words, names);
  const before = memory.rarity;
  const isSameRarity = (term: number): boolean => rarity[term] === (before[term] ?? 0);
  const isAllSame = rarity.every((_, term) => isSameRarity(term));
  const byWords = new WeakMap<NoteWords, Telling>();
  const telling = notes.map((note) => {
    const own = words.of(note);
    const last = memory.byWords.get(own);
    const isSame =
      last !== undefined && (isAllSame || own.fields.every(({ terms }) => terms.every(isSameRarity)));
    const found = isSame ? last : tellingOf(own, rarity, names);
    byWords.set(own, found);
    return found;
  });
  memory.rarity = rarity;
  memory.byWords = byWords;
  return telling;
}

function tellingOf(
  { fields: [title, body] }: NoteWords,
  rarity: Float64Array,
  names: readonly string[],
): Telling {
  const best = new Best(names);
  const titles = new Set(title!.terms);
  body!.terms.forEach((term, i) => {
    if (rarity[term] === 0) return;
    const count = body!.frequencies[i]! + (titles.delete(term) ? TITLE : 0);
    best.offer(term, (1 + Math.log(count)) * rarity[term]!);
  });
  for (const term of titles) {
    if (rarity[term]! > 0) best.offer(term, (1 + Math.log(TITLE)) * rarity[term]!);
  }
  const length = Math.sqrt(best.list.reduce((sum, { weight }) => sum + weight * weight, 0));
  return {
    terms: best.list.map(({ term }) => term),
    weights: best.list.map(({ weight }) => weight / length),
  };
}

/** By term; 0 where it tells nothing. */
function rarities(notes: readonly ParsedNote[], words: Words, names: readonly string[]): Float64Array {
  const counts = new Uint32Array(names.length);
  const commands = new Set<string>();
  for (const note of notes) {
    const { fields, commands: own } = words.of(note);
    for (const term of fields[1]!.terms) counts[term]! += 1;
    for (const command of own) commands.add(command);
  }
  const most = Math.min(MANY, Math.max(FEW, COMMON * notes.length));
  return Float64Array.from(counts, (count, term) => {
    const name = names[term]!;
    if (count < 2 || count > most || !isTelling(name) || commands.has(name)) return 0;
    return Math.log(notes.length / count);
  });
}

/** Letters that a reader would call a word; what has digits or strokes is a name of a variable. */
function isTelling(term: string): boolean {
  return isPlainWord(term) || /^\p{L}{3,}$|^\p{Script=Han}{2}$/u.test(term);
}

/** What most words are is told sooner than a pattern of letters of all scripts would. */
function isPlainWord(term: string): boolean {
  for (let at = 0; at < term.length; at++) {
    const code = term.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return term.length >= 3;
}

/** The few heaviest, in order. */
class Best {
  readonly list: { term: number; weight: number }[] = [];
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  offer(term: number, weight: number): void {
    const { list } = this;
    if (list.length === MOST && !this.#isBefore(term, weight, list[MOST - 1]!)) return;
    let at = list.length < MOST ? list.length : MOST - 1;
    for (; at > 0 && this.#isBefore(term, weight, list[at - 1]!); at--) list[at] = list[at - 1]!;
    list[at] = { term, weight };
  }

  #isBefore(term: number, weight: number, other: { term: number; weight: number }): boolean {
    if (weight !== other.weight) return weight > other.weight;
    return this.#names[term]! < this.#names[other.term]!;
  }
}
