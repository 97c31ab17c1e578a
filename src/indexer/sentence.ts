/** The sentence around a link, short enough to stand in a list of backlinks. */

const MAX_BEFORE = 140;
const MAX_AFTER = 140;
/** A full stop, question or exclamation mark with its closing quotes, then space and something that begins a sentence. */
const END = /[.!?][”’")\]]*\s+(?=[\p{Lu}\p{N}“‘"'(\\[])|[。！？]/gu;

export interface Sentence {
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
  for (const match of around.matchAll(END)) {
    const at = first + match.index;
    const boundary = at + match[0].length;
    if (boundary <= start) from = boundary;
    else if (at >= end) {
      to = at + match[0].trimEnd().length;
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
  const lead = text.slice(from, start).trimStart().toWellFormed();
  const rest = text.slice(start, to).trimEnd().toWellFormed();
  return { sentence: before + lead + rest + after, at: before.length + lead.length };
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + 30 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < at - 30 ? at : space;
}
