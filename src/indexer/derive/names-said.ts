/** Where a text says the title or another name of a note. */
import { fold, tokenize } from '../../contract/search.ts';
import type { Terms } from './terms.ts';

/** A name in a line of a note's text: see `placeOf`. */
export interface Said {
  /** The name's terms with a space between: one for all spellings. */
  readonly name: string;
  /** As one of the notes of that name spells it. */
  readonly spelling: string;
  readonly line: string;
}

interface Branch {
  /** By number of the term. */
  readonly next: Map<number, Branch>;
  /** A name that ends here, and how it is spelled. */
  name: Omit<Said, 'line'> | null;
}

/** Letters: what is shorter is said everywhere. */
const SHORTEST = 3;
/** Terms: nobody says a longer title in a sentence. */
const MOST_TERMS = 12;
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/** One key for all spellings of a name; null where it is too short to be told from other words. */
export function nameKey(name: string): string | null {
  const terms = tokenize(name);
  const letters = terms.reduce((sum, { length }) => sum + length, 0);
  return letters < SHORTEST || terms.length > MOST_TERMS || /^\d*$/.test(terms.join(''))
    ? null
    : terms.join(' ');
}

/** A tree of names, walked term by term. */
export class NameTree {
  /** By number of the first term: asked for at every word of every text. */
  readonly #roots: (Branch | undefined)[] = [];

  constructor(names: Iterable<string>, terms: Terms) {
    for (const spelling of names) {
      const key = nameKey(spelling);
      if (key === null) continue;
      const [first, ...rest] = key.split(' ').map((term) => terms.numberOf(term));
      let branch = (this.#roots[first!] ??= { next: new Map(), name: null });
      for (const term of rest) {
        let next = branch.next.get(term);
        if (next === undefined) branch.next.set(term, (next = { next: new Map(), name: null }));
        branch = next;
      }
      branch.name ??= { name: key, spelling };
    }
  }

  /**
   * Adds the names of a line, each once: of names that begin at a word the longest, and none inside another.
   *
   * @param terms numbers of the line's terms
   */
  find(line: string, terms: readonly number[], found: Map<string, Said>): void {
    for (let i = 0; i < terms.length; i++) {
      let branch = this.#roots[terms[i]!];
      if (branch === undefined) continue;
      let last: Branch['name'] = null;
      let end = i;
      for (let k = i + 1; branch !== undefined; k++) {
        if (branch.name !== null) {
          last = branch.name;
          end = k;
        }
        branch = branch.next.get(terms[k]!);
      }
      if (last === null) continue;
      if (!found.has(last.name)) found.set(last.name, { ...last, line });
      i = end - 1;
    }
  }
}

/** The words of the line that fold to the terms of the name, as UTF-16 offsets; null where they can't be told from others. */
export function placeOf({ name, spelling, line }: Said): { start: number; end: number } | null {
  const wanted = name.split(' ');
  const words = [...line.matchAll(WORD)].map(({ 0: word, index }) => ({ term: fold(word), index, word }));
  const at = words.findIndex((_, i) => wanted.every((term, k) => words[i + k]?.term === term));
  if (at >= 0) {
    const last = words[at + wanted.length - 1]!;
    return { start: words[at]!.index, end: last.index + last.word.length };
  }
  // Scripts without spaces: their terms are no words.
  const start = line.indexOf(spelling);
  return start < 0 ? null : { start, end: start + spelling.length };
}
