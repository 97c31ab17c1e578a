/**
 * A sentence of a note as part of an address, and back: as `start,end` of a text fragment, or whole where it is short; as
 * `before-,start,end,-after` where the same words stand elsewhere too.
 */
import { rangeOf, textNodes } from './text-places.ts';

/** Characters of a quotation that an address carries whole. */
const WHOLE = 90;
/** Half of a character, which no address can hold. */
const LONE = /\p{Surrogate}/gu;
/** Words at either end of a longer one. */
const ENDS = 5;
/** No longer selection is taken for a sentence, and no shorter one. */
export const LONGEST = 1_000;
const SHORTEST = 3;

/** Words on either side that tell a place from another with the same words: as few as do. */
const AROUND = [0, 3, 6, 12, 24];
/** What is longer is no word, but a script without spaces. */
const LONGEST_WORD = 24;

export interface Quote {
  readonly start: string;
  /** Null where the beginning is all. */
  readonly end: string | null;
  /** What stands right before and behind it, where that has to be told. */
  readonly before?: string;
  readonly after?: string;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** What stands after `text=` in a text fragment. */
export function writeQuote(text: string, { before = '', after = '' } = {}): string {
  return [
    before === '' ? '' : `${encode(before)}-`,
    ends(text.replace(/\s+/gu, ' ').trim()),
    after === '' ? '' : `-${encode(after)}`,
  ]
    .filter((part) => part !== '')
    .join(',');
}

function ends(flat: string): string {
  if (flat.length <= WHOLE) return encode(flat);
  const words = flat.split(' ');
  // Scripts without spaces have no words to count.
  if (words.length < 2 * ENDS) return `${encode(cut(flat, 24))},${encode([...flat].slice(-24).join(''))}`;
  return `${encode(words.slice(0, ENDS).join(' '))},${encode(words.slice(-ENDS).join(' '))}`;
}

/** The parts of a quotation; null where it is none. */
export function readQuote(quote: string): Quote | null {
  const parts = quote.split(',');
  const before = parts.length > 1 && parts[0]!.endsWith('-') ? parts.shift()!.slice(0, -1) : '';
  const after = parts.length > 1 && parts.at(-1)!.startsWith('-') ? parts.pop()!.slice(1) : '';
  const [start, end, ...rest] = parts.map(decode);
  if (start === undefined || start === '' || rest.length > 0 || end === '') return null;
  return {
    start,
    end: end ?? null,
    ...(before === '' ? {} : { before: decode(before) }),
    ...(after === '' ? {} : { after: decode(after) }),
  };
}

/** A text whose spaces are single ones, and where each of its characters comes from. */
class FlatText {
  text = '';
  readonly #nodes: Text[] = [];
  /** By character: the node, and the place there. */
  readonly #from: number[] = [];
  readonly #at: number[] = [];

  constructor(root: Element) {
    // Asking a text that grows for its last character would copy it each time.
    let isBehindSpace = true;
    for (const node of textNodes(root)) {
      const { data } = node;
      for (let i = 0; i < data.length; i++) {
        const isSpace = /\s/u.test(data[i]!);
        if (isSpace && isBehindSpace) continue;
        isBehindSpace = isSpace;
        this.text += isSpace ? ' ' : data[i]!;
        this.#from.push(this.#nodes.length);
        this.#at.push(i);
      }
      this.#nodes.push(node);
    }
  }

  rangeOf({ from, to }: Place): Range {
    const node = (character: number): Text => this.#nodes[this.#from[character]!]!;
    return rangeOf(node(from), this.#at[from]!, node(to - 1), this.#at[to - 1]! + 1);
  }

  placeOf(range: Range): Place {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const parts = this.#nodes.map((node): Place => {
      if (!range.intersectsNode(node)) return { from: 0, to: 0 };
      const from = node === startContainer ? startOffset : 0;
      return { from, to: node === endContainer ? endOffset : node.length };
    });
    const isIn = (node: number, character: number): boolean => {
      const { from, to } = parts[node]!;
      const at = this.#at[character]!;
      return at >= from && at < to;
    };
    const from = this.#from.findIndex(isIn);
    return from < 0 ? { from: 0, to: 0 } : { from, to: this.#from.findLastIndex(isIn) + 1 };
  }
}

/** Where a quotation stands in a text; null where it doesn't, or not any more. */
export function findQuote(root: Element, quote: string): Range | null {
  const wanted = readQuote(quote);
  if (wanted === null) return null;
  const flat = new FlatText(root);
  const place = placeOfQuote(flat.text, wanted);
  return place === null ? null : flat.rangeOf(place);
}

/** Words of a text as a quotation that leads to them; null where they are too few or too many for one. */
export function quoteOf(root: Element, range: Range): string | null {
  const flat = new FlatText(root);
  const { from, to } = flat.placeOf(range);
  const words = flat.text.slice(from, to);
  if (words.trim().length < SHORTEST || words.length > LONGEST) return null;
  return quoteAt(flat.text, { from, to });
}

/** In a text whose spaces are single ones: the words there, with as much of what is around them as tells the place. */
export function quoteAt(flat: string, place: Place): string {
  const words = flat.slice(place.from, place.to);
  const from = place.from + words.length - words.trimStart().length;
  const to = place.to - words.length + words.trimEnd().length;
  const [ahead, behind] = [flat.slice(0, from).trim().split(' '), flat.slice(to).trim().split(' ')];
  let quote = '';
  for (const count of AROUND) {
    const before = ahead.slice(ahead.length - Math.min(count, ahead.length)).join(' ');
    const after = behind.slice(0, count).join(' ');
    const most = count * LONGEST_WORD;
    quote = writeQuote(words, {
      before: before.length > most ? [...before].slice(-LONGEST_WORD).join('') : before,
      after: after.length > most ? cut(after, LONGEST_WORD) : after,
    });
    const found = placeOfQuote(flat, readQuote(quote)!);
    if (found?.from === from && found.to === to) break;
  }
  return quote;
}

/** In a text whose spaces are single ones. Where what is around has changed, the first of the same words. */
export function placeOfQuote(flat: string, quote: Quote): Place | null {
  const { start, end, before = '', after = '' } = quote;
  for (let from = flat.indexOf(start); from >= 0; from = flat.indexOf(start, from + 1)) {
    // There may be a space between.
    if (
      !flat
        .slice(Math.max(0, from - before.length - 1), from)
        .trimEnd()
        .endsWith(before)
    )
      continue;
    const to = endOf(flat, quote, from);
    if (to !== null) return { from, to };
  }
  return before === '' && after === '' ? null : placeOfQuote(flat, { start, end });
}

function endOf(flat: string, { start, end, after = '' }: Quote, from: number): number | null {
  const isEnd = (to: number): boolean =>
    flat
      .slice(to, to + after.length + 1)
      .trimStart()
      .startsWith(after);
  if (end === null) return isEnd(from + start.length) ? from + start.length : null;
  // No further: the beginnings may be as many as the letters.
  const near = flat.slice(from, from + LONGEST);
  for (let at = near.indexOf(end, start.length); at >= 0; at = near.indexOf(end, at + 1)) {
    const to = from + at + end.length;
    if (isEnd(to)) return to;
  }
  return null;
}

function cut(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}

/** Dashes and commas have a meaning in text fragments. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(LONE, '\ufffd')).replaceAll('-', '%2D');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
