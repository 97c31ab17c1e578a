/** A sentence of a note as part of an address, and back: as `start,end` of a text fragment, or whole where it is short. */
import { rangeOf, textNodes } from './text-places.ts';

/** Characters of a quotation that an address carries whole. */
const WHOLE = 90;
/** Half of a character, which no address can hold. */
const LONE = /\p{Surrogate}/gu;
/** Words at either end of a longer one. */
const ENDS = 5;
/** No longer selection is taken for a sentence. */
export const LONGEST = 1_000;

/** What stands after `text=` in a text fragment. */
export function writeQuote(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= WHOLE) return encode(flat);
  const words = flat.split(' ');
  // Scripts without spaces have no words to count.
  if (words.length < 2 * ENDS) return `${encode(cut(flat, 24))},${encode([...flat].slice(-24).join(''))}`;
  return `${encode(words.slice(0, ENDS).join(' '))},${encode(words.slice(-ENDS).join(' '))}`;
}

/** Beginning and end; the latter null where the beginning is all. */
export function readQuote(quote: string): { readonly start: string; readonly end: string | null } | null {
  const [start, end, ...rest] = quote.split(',').map(decode);
  if (start === undefined || start === '' || rest.length > 0 || end === '') return null;
  return { start, end: end ?? null };
}

/** Where a quotation stands in a text; null where it doesn't, or not any more. */
export function findQuote(root: Element, quote: string): Range | null {
  const wanted = readQuote(quote);
  if (wanted === null) return null;
  const nodes: Text[] = [];
  /** By character of `flat`: the node it comes from, and its place there. */
  const from: number[] = [];
  const at: number[] = [];
  let flat = '';
  for (const node of textNodes(root)) {
    for (let i = 0; i < node.data.length; i++) {
      const isSpace = /\s/u.test(node.data[i]!);
      if (isSpace && (flat === '' || flat.endsWith(' '))) continue;
      flat += isSpace ? ' ' : node.data[i]!;
      from.push(nodes.length);
      at.push(i);
    }
    nodes.push(node);
  }
  const place = placeOfQuote(flat, wanted);
  if (place === null) return null;
  const last = place.to - 1;
  return rangeOf(nodes[from[place.from]!]!, at[place.from]!, nodes[from[last]!]!, at[last]! + 1);
}

/** In a text whose spaces are single ones. */
export function placeOfQuote(
  flat: string,
  { start, end }: { readonly start: string; readonly end: string | null },
): { readonly from: number; readonly to: number } | null {
  for (let from = flat.indexOf(start); from >= 0; from = flat.indexOf(start, from + 1)) {
    if (end === null) return { from, to: from + start.length };
    const close = flat.indexOf(end, from + start.length);
    if (close < 0) return null;
    const to = close + end.length;
    if (to - from <= LONGEST) return { from, to };
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
