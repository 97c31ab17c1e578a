/** Where one sentence ends and another begins. */

/** A full stop, question or exclamation mark with its closing quotes, then space and something that begins a sentence. */
const END = /[.!?][”’")\]]*\s+(?=[\p{Lu}\p{N}“‘"'(\\[])|[。！？]/gu;

/** In UTF-16 units; no word that matters here is longer. */
const LONGEST_WORD = 14;
const LONGEST_NAME = 30;

/** Something always follows these. */
const OPEN = new Set('a.k.a e.g i.e cf viz vs dr mr mrs ms prof st resp approx'.split(' '));
/** These may end a sentence too, which a word tells that begins most often one. */
const MAYBE_OPEN = new Set(
  'al fig figs eq eqs sec sect ch chap thm def defn prop lem cor vol ph.d jr sr gen gov rev'.split(' '),
);
const BEFORE_NUMBERS = new Set('no nos p pp art'.split(' '));
const BEFORE_NAMES = new Set('by and with see'.split(' '));
const BEGINNINGS = new Set(
  (
    'a all also an and any are as at because but by consider define each every for from given hence here how however if in ' +
    'is it its let no not note now on or our recall since so some suppose that the then there therefore these they this ' +
    'those thus to we what when where which why with you he she'
  ).split(' '),
);

/** How far behind a full stop within brackets their end is looked for, in UTF-16 units. */
const NEAR_BRACKET = 200;

export interface SentenceEnd {
  /** Behind the last sign of the sentence. */
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
}

/** The ends of a text's sentences, in order. Linear in its length. */
export function* sentenceEnds(text: string): Generator<SentenceEnd> {
  /** How many brackets are open, and up to where that was counted. */
  let depth = 0;
  let counted = 0;
  for (const match of text.matchAll(END)) {
    const next = match.index + match[0].length;
    for (; counted < next; counted++) depth = depthBehind(text, counted, depth);
    if (isInside(text, next, depth) || isGoingOn(text, match.index, next)) continue;
    // What was never closed is forgotten.
    depth = 0;
    yield { end: match.index + match[0].trimEnd().length, next };
  }
}

function depthBehind(text: string, at: number, depth: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x28) return depth + 1;
  return code === 0x29 ? Math.max(0, depth - 1) : depth;
}

/** Whether all open brackets are closed soon. */
function isInside(text: string, from: number, open: number): boolean {
  let depth = open;
  const end = Math.min(text.length, from + NEAR_BRACKET);
  for (let at = from; depth > 0 && at < end; at++) depth = depthBehind(text, at, depth);
  return open > 0 && depth === 0;
}

/** Whether the full stop belongs to a word, or a word in small letters follows. */
function isGoingOn(text: string, at: number, next: number): boolean {
  if (/^["'“‘([]+\p{Ll}{2}/u.test(text.slice(next, next + 8))) return true;
  if (text[at] !== '.' || text[at + 1]?.trim() !== '') return false;
  const word = text.slice(wordStart(text, at, LONGEST_WORD), at);
  if (word === '') return false;
  const name = word.toLowerCase();
  if (OPEN.has(name)) return true;
  if (BEFORE_NUMBERS.has(name)) return /^\d/.test(text.slice(next, next + 1));
  const isInitial =
    word.length === 1 ? isUpper(word) && isOfName(text, at - 1) : /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
  if (!MAYBE_OPEN.has(name) && !isInitial) return false;
  const following = /^\p{L}+/u.exec(text.slice(next, next + LONGEST_WORD))?.[0] ?? '';
  return !BEGINNINGS.has(following.toLowerCase());
}

/** A single letter is an initial behind another name, by, and the like; else it may be a variable: "a basis of V". */
function isOfName(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && text[end - 1]!.trim() === '') end--;
  if (end === 0 || '(“"‘\'[,;&'.includes(text[end - 1]!)) return true;
  const before = text.slice(wordStart(text, end, LONGEST_NAME), end);
  return end < at && (isUpper(before.charAt(0)) || BEFORE_NAMES.has(before));
}

/** Of a word with dots in it. */
function wordStart(text: string, end: number, longest: number): number {
  let start = end;
  while (start > 0 && end - start < longest && isOfWord(text[start - 1]!)) start--;
  return start;
}

function isOfWord(character: string): boolean {
  return character === '.' || character.toLowerCase() !== character.toUpperCase();
}

function isUpper(character: string): boolean {
  return character.toLowerCase() !== character;
}
