/** Marks words in a text. What comes out is text, never markup. */
import { tokenize, UNSPACED, WORD } from '../contract/search.ts';

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Where in a text the ranges stand that are to be marked; in order, without overlap. */
export type FindRanges = (text: string) => Range[];

/** Where the words of `text` stand whose folded form is one of `terms`. In order, without overlap. */
export function findTerms(text: string, terms: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (UNSPACED.test(word)) {
      ranges.push(...findPairs(word, match.index, terms));
      continue;
    }
    const term = tokenize(word).find((token) => terms.has(token));
    if (term !== undefined) ranges.push({ start: match.index, end: match.index + word.length, term });
  }
  return ranges;
}

/** A run without spaces is indexed by pairs of characters, so pairs are what is marked. */
function findPairs(word: string, offset: number, terms: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  const characters = [...word];
  let at = offset;
  let end = -1;
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1] ?? '';
    for (const piece of next === '' ? [character] : [character + next, character]) {
      const term = tokenize(piece).find((token) => terms.has(token));
      if (term === undefined || at + piece.length <= end) continue;
      ranges.push({ start: Math.max(at, end), end: at + piece.length, term });
      end = at + piece.length;
      break;
    }
    at += character.length;
  }
  return ranges;
}

/** The text from `start` to `end` in marked and plain parts, which together are that text. */
export function markParts(text: string, ranges: readonly Range[], start = 0, end = text.length): Part[] {
  const parts: Part[] = [];
  let at = start;
  const push = (to: number, marked: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const range of ranges) {
    if (range.start < start || range.end > end) continue;
    push(range.start, false);
    push(range.end, true);
  }
  push(end, false);
  return parts;
}
