/**
 * goldmark's typographer: curly quotes, apostrophes, dashes, dots and guillemets.
 *
 *     "quoted"   'quoted'   don't   the '90s   a -- b   a --- b   and so on...   <<quoted>>
 *
 * It reads the source, so what stands around a quote is what the author typed there, markup included.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';

const SINGLE = 0x27;
const DOUBLE = 0x22;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;

/** Quotes that were opened and not closed yet, from the note's beginning on: goldmark forgets none at a block's end. */
interface Open {
  single: number;
  double: number;
  /** The last run of quotes and the last line, whose ends need not be looked for again. */
  run: Stretch;
  line: Stretch;
}

interface Stretch {
  readonly src: string;
  readonly from: number;
  readonly end: number;
}

const NONE: Stretch = { src: '', from: 0, end: 0 };

function holds({ src, from, end }: Stretch, text: string, pos: number): boolean {
  return from <= pos && pos < end && src === text;
}

/** Where the rule has just set something: for the rules that come there next. */
export const setBefore = new WeakMap<StateInline, number>();

export function typographer(md: MarkdownIt): void {
  const notes = new WeakMap<object, Open>();
  const openOf = ({ env }: StateInline): Open => {
    const note = env as object;
    let open = notes.get(note);
    if (open === undefined) notes.set(note, (open = { single: 0, double: 0, run: NONE, line: NONE }));
    return open;
  };

  md.inline.ruler.push('typographer', (state, silent) => {
    const { src, pos } = state;
    const code = src.charCodeAt(pos);
    const isQuote = code === SINGLE || code === DOUBLE;
    if (isQuote && silent) return false;
    const found = isQuote ? readQuote(src, pos, openOf(state)) : readSign(src, pos);
    if (found === null) return false;
    state.pos += found.length;
    if (!silent) {
      state.pending += found.text;
      setBefore.set(state, state.pos);
    }
    return true;
  });

  // goldmark knows no formulas: a quote inside one opens or closes like any other.
  const mathRule = inlineRule(md, 'math');
  if (mathRule === null) return;
  md.inline.ruler.at('math', (state, silent) => {
    const start = state.pos;
    if (!mathRule(state, silent)) return false;
    if (silent) return true;
    for (let at = start; at < state.pos; at++) {
      const code = state.src.charCodeAt(at);
      if (code === 0x5c) at++;
      else if (code === SINGLE || code === DOUBLE) readQuote(state.src, at, openOf(state));
    }
    return true;
  });
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

function inlineRule(md: MarkdownIt, name: string): InlineRule | null {
  const rules = (md.inline.ruler as unknown as { __rules__: { name: string; fn: InlineRule }[] }).__rules__;
  return rules.find((rule) => rule.name === name)?.fn ?? null;
}

interface Found {
  readonly text: string;
  readonly length: number;
}

const EM_DASH: Found = { text: '—', length: 3 };
const EN_DASH: Found = { text: '–', length: 2 };
const ELLIPSIS: Found = { text: '…', length: 3 };
const LEFT_GUILLEMET: Found = { text: '«', length: 2 };
const RIGHT_GUILLEMET: Found = { text: '»', length: 2 };

function readSign(src: string, pos: number): Found | null {
  switch (src[pos]) {
    case '-':
      if (src[pos + 1] !== '-') return null;
      return src[pos + 2] === '-' ? EM_DASH : EN_DASH;
    case '.':
      return src.startsWith('...', pos) ? ELLIPSIS : null;
    case '<':
      return src[pos + 1] === '<' ? LEFT_GUILLEMET : null;
    case '>':
      return src[pos + 1] === '>' ? RIGHT_GUILLEMET : null;
    default:
      return null;
  }
}

const LEFT_SINGLE: Found = { text: '‘', length: 1 };
const RIGHT_SINGLE: Found = { text: '’', length: 1 };
const LEFT_DOUBLE: Found = { text: '“', length: 1 };
const RIGHT_DOUBLE: Found = { text: '”', length: 1 };

/**
 * What becomes of the quote at a position, by goldmark's rules in goldmark's order; null where it stays straight.
 * @param open counts on
 */
function readQuote(src: string, pos: number, open: Open): Found | null {
  const mark = src[pos]!;
  if (!holds(open.line, src, pos)) {
    const newline = src.indexOf('\n', pos);
    open.line = { src, from: pos, end: newline < 0 ? src.length : newline + 1 };
  }
  /** Of the quote's line, with its line break. */
  const { end } = open.line;
  if (!holds(open.run, src, pos)) {
    let behind = pos;
    while (src[behind] === mark) behind++;
    open.run = { src, from: pos, end: behind };
  }
  const runEnd = open.run.end;

  const before = characterBefore(src, pos);
  const behindRun = runEnd < end ? characterAt(src, runEnd) : ' ';
  const next = pos + 1 < end ? characterAt(src, pos + 1) : '';
  const left = !isSpace(behindRun) && (!isPunctuation(behindRun) || isSpace(before) || isPunctuation(before));
  const right =
    !isSpace(before) && (!isPunctuation(before) || isSpace(behindRun) || isPunctuation(behindRun));

  const opens = left && !right;
  const behindNext = pos + 2 < end && next < '\x80' ? src[pos + 2]! : '';
  const endsWord = (length: number): boolean =>
    pos + length >= end || /[!-/:-@[-`{-~\s]/.test(src[pos + length]!);
  const closes = (): boolean =>
    (right && !left) ||
    (right && isUnicodePunctuation(next) && next < '\x80' && (pos + 2 >= end || endsWord(2)));

  if (mark === '"') {
    if (opens) {
      open.double++;
      return LEFT_DOUBLE;
    }
    if (open.double === 0 || !closes() || (next === '"' && /\p{Nd}/u.test(before))) return null;
    open.double--;
    return RIGHT_DOUBLE;
  }

  if (opens && isDecade(src, pos, end)) return RIGHT_SINGLE;
  // 'twas, 'em, 'net
  if (/[tenl]/.test(next) && /[\p{P}\s]/u.test(before)) return RIGHT_SINGLE;
  if (/[\p{Nd}\p{L}]/u.test(before) && /\p{L}/u.test(next)) return RIGHT_SINGLE;
  if (opens) {
    const word = next + behindNext;
    if (/[smtd]/.test(next) && endsWord(2)) return RIGHT_SINGLE;
    if ((word === 've' || word === 'll' || word === 're') && endsWord(3)) return RIGHT_SINGLE;
    open.single++;
    return LEFT_SINGLE;
  }
  const hasMore = pos + 2 < end || next >= '\x80';
  if (hasMore && !/\p{Nd}/u.test(next)) return RIGHT_SINGLE;
  if (open.single === 0 || !closes()) return null;
  open.single--;
  return RIGHT_SINGLE;
}

/** '90s */
function isDecade(src: string, pos: number, end: number): boolean {
  if (!/^[0-9]{2}s/.test(src.slice(pos + 1, Math.min(pos + 4, end)))) return false;
  const after = pos + 4 < end ? characterAt(src, pos + 4) : ' ';
  return isSpace(after) || isPunctuation(after);
}

function characterBefore(src: string, pos: number): string {
  if (pos === 0) return '\n';
  const code = src.charCodeAt(pos - 1);
  return code >= 0xdc00 && code <= 0xdfff ? src.slice(Math.max(0, pos - 2), pos) : src[pos - 1]!;
}

function characterAt(src: string, pos: number): string {
  return String.fromCodePoint(src.codePointAt(pos)!);
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

/** Signs such as `+` count too. */
function isPunctuation(character: string): boolean {
  return PUNCTUATION.test(character);
}

function isUnicodePunctuation(character: string): boolean {
  return /\p{P}/u.test(character);
}
