/** Which way a note and its parts are written: from left to right, or from right to left. */
import type { ParsedNote } from '../common/types.ts';

export type Direction = 'ltr' | 'rtl';

/** Letters that are looked at. */
const ENOUGH = 2_000;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
/** Where none of these stands, none of the above does: a tenth of the time, and nearly all notes have none. */
const MAYBE = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud83a]/;

/**
 * @param html of the note's text
 * @returns null where nothing runs from right to left
 */
export function directionOf(note: Pick<ParsedNote, 'title' | 'sections'>, html: string): Direction | null {
  if (!MAYBE.test(html) && !MAYBE.test(note.title)) return null;
  let text = note.title;
  for (const section of note.sections) {
    if (text.length >= ENOUGH) break;
    text += ` ${section.heading} ${section.text.slice(0, ENOUGH)}`;
  }
  return mostOf(text) ?? 'ltr';
}

/** By most of the letters at its beginning: a quotation in another script doesn't turn it round. Null without letters. */
function mostOf(text: string): Direction | null {
  let balance = 0;
  for (const [letter] of text.slice(0, ENOUGH).matchAll(/\p{L}/gu))
    balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1;
  return balance > 0 ? 'rtl' : balance < 0 ? 'ltr' : null;
}

/** Of blocks that have a side at which their lines, or they themselves, begin. */
const EDGES = /<(\/?)(?:ul|ol|dl|blockquote|table|details|div)(?=[ >])/g;

interface Block {
  /** Behind the name of its tag. */
  readonly begin: number;
  end: number;
  readonly around: Block | undefined;
  runs?: Direction;
}

/** Each list, quote, table … that runs another way than what is around it says so: its bullets and borders stand at that side. */
export function withOwnDirections(html: string, note: Direction): string {
  let result = '';
  let last = 0;
  for (const block of blocksOf(html)) {
    const { begin, end, around } = block;
    const text = html.slice(begin, Math.min(end, begin + 4 * ENOUGH)).replace(/^[^>]*>|<[^>]*>/g, '');
    const runs = around?.runs ?? note;
    block.runs = mostOf(text) ?? runs;
    if (block.runs === runs) continue;
    result += `${html.slice(last, begin)} dir="${block.runs}"`;
    last = begin;
  }
  return result + html.slice(last);
}

/** In the order in which they begin. */
function blocksOf(html: string): Block[] {
  const all: Block[] = [];
  const open: Block[] = [];
  for (const { 0: edge, 1: closes, index } of html.matchAll(EDGES)) {
    if (closes === '') {
      const block = { begin: index + edge.length, end: html.length, around: open.at(-1) };
      all.push(block);
      open.push(block);
    } else {
      const block = open.pop();
      if (block !== undefined) block.end = index;
    }
  }
  return all;
}
