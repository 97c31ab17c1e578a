/**
 * Bare addresses as goldmark links them: those that say their protocol, that begin with `www.`, or that are of mail.
 *
 *     https://example.org/a_(b)   www.example.org   (someone@example.org)
 *
 * One begins a line, or follows a space, `(`, `~` or the end of other markup; never inside an open `[`.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { noteEnv } from './env.ts';
import { holdsAddress } from './text.ts';
import { setBefore } from './typographer.ts';

const HOST = String.raw`[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+`;
const PATH = String.raw`[-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}\[\]` + '`';
const WWW = new RegExp(String.raw`www\.${HOST}(?:[/#?]${PATH}]*)?`, 'y');
const URL_PATTERN = new RegExp(String.raw`(?:https?|ftp)://${HOST}(?::\d+)?(?:[/#?]${PATH}$]*)?`, 'y');
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const MAIL = new RegExp(
  String.raw`[-a-zA-Z0-9!#$%&'*+./=?^_{|}~` + '`' + String.raw`]+@${LABEL}(?:\.${LABEL})*`,
  'y',
);

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const BEFORE = ' (~';
const MAX_PENDING = 2_000;

export function linkify(md: MarkdownIt): void {
  const brackets = new WeakMap<readonly Token[], Brackets>();
  // Shown as it was written.
  md.normalizeLinkText = (url) => url;
  md.inline.ruler.before('text', 'goldmark-linkify', (state, silent) => {
    // Silence means that a link's label is measured, and there no address is one.
    if (silent || state.linkLevel > 0 || !holdsAddress(state)) return false;
    const { src, pos } = state;
    const isBefore = BEFORE.includes(src[pos]!);
    if (!isBefore && (!isBehindMarkup(state) || PUNCTUATION.test(src[pos]!))) return false;
    const start = isBefore ? pos + 1 : pos;
    const found = readAddress(src, start, state.posMax);
    if (found === null || isInBracket(state, brackets)) return false;
    const href = state.md.normalizeLink(found.protocol + found.text);
    if (!state.md.validateLink(href)) return false;
    if (isBefore) state.pending += src[pos];
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', href]];
    open.markup = 'linkify';
    open.info = 'auto';
    open.meta = { offset: noteEnv(state.env).place(src, start) };
    state.push('text', '', 0).content = found.text;
    const close = state.push('link_close', 'a', -1);
    close.markup = 'linkify';
    close.info = 'auto';
    state.pos = start + found.text.length;
    return true;
  });
}

/**
 * At the beginning too, behind backticks that opened nothing, and behind what the typographer has set. Entities and
 * escapes are text, and so are formulas to goldmark.
 */
function isBehindMarkup(state: StateInline): boolean {
  const { src, pos, pending, tokens } = state;
  if (pending !== '') return src[pos - 1] === '`' || setBefore.get(state) === pos;
  const last = tokens.at(-1)?.type;
  return last !== 'text_special' && last !== 'math';
}

interface Address {
  readonly text: string;
  /** What the address leaves out. */
  readonly protocol: string;
}

function readAddress(src: string, start: number, limit: number): Address | null {
  const url = matchAt(URL_PATTERN, src, start, limit);
  if (url !== null) return { text: trimEnd(balance(url)), protocol: '' };
  const www = matchAt(WWW, src, start, limit);
  if (www !== null) return { text: trimEnd(balance(www)), protocol: 'https://' };
  if (start >= limit || PUNCTUATION.test(src[start]!)) return null;
  const mail = matchAt(MAIL, src, start, limit);
  if (mail === null || !mail.slice(mail.indexOf('@'), -1).includes('.')) return null;
  const next = src[start + mail.length];
  return next === '-' || next === '_' ? null : { text: trimEnd(mail), protocol: 'mailto:' };
}

function matchAt(pattern: RegExp, src: string, start: number, limit: number): string | null {
  pattern.lastIndex = start;
  const found = pattern.exec(src)?.[0] ?? null;
  return found === null || start + found.length > limit ? null : found;
}

/** A closing bracket that the address doesn't open, a dot or an entity at its end belong to the sentence. */
function balance(url: string): string {
  const last = url.at(-1);
  if (last === '.') return url.slice(0, -1);
  if (last === ')') {
    let closing = 0;
    for (const character of url) closing += character === ')' ? 1 : character === '(' ? -1 : 0;
    return closing > 0 ? url.slice(0, -closing) : url;
  }
  if (last === ';') return url.replace(/&[a-zA-Z0-9]+;$/, '');
  return url;
}

function trimEnd(url: string): string {
  return url[0]! + url.slice(1).replace(/[?!.,:*_~]+$/, '');
}

/** How many `[` are open behind the first tokens of a text. */
interface Brackets {
  readonly tokens: number;
  readonly depth: number;
}

/** Whether a `[` is open before the position, a link's or not. */
function isInBracket(state: StateInline, known: WeakMap<readonly Token[], Brackets>): boolean {
  // What was read is put away as a token, so that it isn't read again.
  if (state.pending.length > MAX_PENDING) state.pushPending();
  const { tokens, pending } = state;
  const before = known.get(tokens) ?? { tokens: 0, depth: 0 };
  let { depth } = before;
  for (let index = before.tokens; index < tokens.length; index++) {
    const { type, content, meta } = tokens[index]!;
    if (type === 'text') depth = depthBehind(content, depth);
    // goldmark reads a formula as text.
    else if (type === 'math') depth = depthBehind((meta as { tex: string }).tex, depth);
  }
  known.set(tokens, { tokens: tokens.length, depth });
  return depthBehind(pending, depth) > 0;
}

function depthBehind(text: string, depth: number): number {
  for (const character of text) {
    if (character === '[') depth++;
    else if (character === ']' && depth > 0) depth--;
  }
  return depth;
}
