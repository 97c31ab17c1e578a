/** Marks words in a text. What comes out is text, never markup. */
import { tokenize, UNSPACED, WORD } from '../contract/search.ts';
import { piecesOf } from './pieces.ts';

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
  if (terms.size === 0) return ranges;
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

/** A run without spaces is indexed by pairs of characters, so pairs are what is marked; between such runs stand words. */
function findPairs(word: string, offset: number, terms: ReadonlySet<string>): Range[] {
  const ranges: Range[] = [];
  const characters = charactersOf(word, offset);
  let end = -1;
  for (let i = 0; i < characters.length; i++) {
    const { text, start } = characters[i]!;
    let last = i;
    let term: string | undefined;
    if (UNSPACED.test(text)) {
      const pair = text + (characters[i + 1]?.text ?? '');
      if (terms.has(pair)) {
        term = pair;
        last = Math.min(i + 1, characters.length - 1);
      } else if (terms.has(text)) term = text;
    } else {
      while (last + 1 < characters.length && !UNSPACED.test(characters[last + 1]!.text)) last++;
      const run = characters.slice(i, last + 1).map((character) => character.text);
      term = tokenize(run.join('')).find((token) => terms.has(token));
      i = last;
    }
    const to = characters[last]!.end;
    if (term === undefined || to <= end) continue;
    ranges.push({ start: Math.max(start, end), end: to, term });
    end = to;
  }
  return ranges;
}

/** Characters as the index has them, and where what each comes from stands. */
function charactersOf(word: string, offset: number): { text: string; start: number; end: number }[] {
  let end = offset;
  return piecesOf(word).flatMap((piece) => {
    const start = end;
    end += piece.length;
    return Array.from(piece.normalize('NFKC'), (text) => ({ text, start, end: start + piece.length }));
  });
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
