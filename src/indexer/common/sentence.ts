/** The sentence around a link, short enough to stand in a list of backlinks. */
import { sentenceEnds } from './sentence-end.ts';

const MAX_BEFORE = 140;
const MAX_AFTER = 140;

export interface Sentence {
  /** The link's own, which is in the sentence too. */
  readonly text: string;
  /** Plain, without line breaks and without two spaces in a row. */
  readonly sentence: string;
  /** UTF-16 offset of the link's text in `sentence`. */
  readonly at: number;
}

/**
 * Cuts the sentence that holds `text.slice(start, end)` out of a block's plain text, at most some 300 characters; what is cut
 * away inside a sentence is shown by an ellipsis.
 */
export function sentenceAround(text: string, start: number, end: number): Sentence {
  let from = 0;
  let to = text.length;
  // No further than can be shown: a paragraph may be as long as the note.
  const first = Math.max(0, start - 2 * MAX_BEFORE);
  const around = text.slice(first, end + 2 * MAX_AFTER);
  for (const found of sentenceEnds(around)) {
    const behind = first + found.end;
    const boundary = first + found.next;
    if (boundary <= start) from = boundary;
    else if (behind > end) {
      to = behind;
      break;
    }
  }
  let before = '';
  let after = '';
  if (start - from > MAX_BEFORE) {
    from = wordStart(text, start - MAX_BEFORE);
    before = '…';
  }
  if (to - end > MAX_AFTER) {
    to = wordEnd(text, end + MAX_AFTER);
    after = '…';
  }
  let linkStart = start;
  let linkEnd = end;
  while (linkStart < linkEnd && /\s/.test(text[linkStart]!)) linkStart++;
  while (linkEnd > linkStart && /\s/.test(text[linkEnd - 1]!)) linkEnd--;
  const lead = before + flat(text.slice(from, linkStart)).trimStart();
  const link = flat(text.slice(linkStart, linkEnd));
  const rest = flat(text.slice(linkEnd, to)).trimEnd() + after;
  // Where a link has no text, the spaces around it meet.
  const gap = link === '' && lead.endsWith(' ') ? rest.trimStart() : rest;
  return { text: link, at: lead.length, sentence: (lead + link + gap).trimEnd() };
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').toWellFormed();
}

/** A cut goes to the next space, if one is near. */
const NEAR = 30;

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + NEAR + 1).indexOf(' ');
  if (space >= 0) return at + space + 1;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number): number {
  const from = Math.max(0, at - NEAR);
  const space = text.slice(from, at + 1).lastIndexOf(' ');
  if (space >= 0) return from + space;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

/** The second half of a character that takes two units. */
function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
