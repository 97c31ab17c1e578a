/** Marks words in a text. What comes out is text, never markup. */
import { PLAIN, tokenize, UNSPACED, WORD } from '../contract/search.ts';
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
  const wanted = [...terms];
  let start = 0;
  for (const line of text.split('\n')) {
    if (mayHave(line, wanted)) findInLine(line, start, terms, ranges);
    start += line.length + 1;
  }
  return ranges;
}

/** Most lines have none of the terms, and are seen not to in a tenth of the time that their words take. */
function mayHave(line: string, terms: readonly string[]): boolean {
  if (!PLAIN.test(line)) return true;
  const lower = line.toLowerCase();
  return terms.some((term) => lower.includes(term));
}

function findInLine(line: string, start: number, terms: ReadonlySet<string>, ranges: Range[]): void {
  for (const match of line.matchAll(WORD)) {
    const word = match[0];
    const at = start + match.index;
    const isPlain = PLAIN.test(word);
    if (!isPlain && UNSPACED.test(word)) {
      ranges.push(...findPairs(word, at, terms));
      continue;
    }
    const tokens = isPlain ? [word.toLowerCase()] : tokenize(word);
    const term = tokens.find((token) => terms.has(token));
    if (term !== undefined) ranges.push({ start: at, end: at + word.length, term });
  }
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
