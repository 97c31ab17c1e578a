/**
 * TeX, kept from Markdown's rules: what MathJax would find on the page.
 *
 *     \\(x\_1\\)   \\[x\\]   $$x$$   \begin{align} … \end{align}   and, where asked for, $x$, \(x_1\), \[x\]
 *
 * (In Markdown a backslash is itself escaped, so authors and ox-hugo write two. What a Hugo site has passed through is not.)
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { noteEnv } from './env.ts';
import { untex } from './untex.ts';

/** An environment that isn't closed after so many lines is text. */
const MAX_LINES = 400;
const ENVIRONMENT = /^\\begin\{([A-Za-z]+\*?)\}/;
const EDGE = /\\(begin|end)\{([A-Za-z]+\*?)\}/g;

/** What is known of one text, so that ten thousand openings don't each search it to its end. */
interface Known {
  /** By closing delimiter: no more of it from here on. */
  readonly closed: Map<string, number>;
  /** Offset of an environment's beginning → behind its end; environments of one name may nest. */
  environments?: ReadonlyMap<number, number>;
}

const knowledge = new WeakMap<StateInline, Known>();
/** By closing delimiter: the lines that were searched for it in vain. */
const searched = new WeakMap<StateBlock, Map<string, { readonly from: number; readonly to: number }>>();

/** What may open a formula that Hugo passes through as it is written: `markup.goldmark.extensions.passthrough`. */
export const OPENINGS = ['$$', '$', '\\(', '\\[', '\\\\(', '\\\\['] as const;
export type Opening = (typeof OPENINGS)[number];

interface MathSettings {
  readonly dollarMath: boolean;
  readonly passthrough?: readonly Opening[];
}

export function math(md: MarkdownIt, { dollarMath, passthrough = [] }: MathSettings): void {
  const passed = new Set<string>(passthrough);
  md.block.ruler.before('paragraph', 'math', (state, first, end, silent) =>
    mathBlock(state, first, end, silent, passed),
  );
  md.inline.ruler.before('escape', 'math', (state, silent) => mathInline(state, silent, dollarMath, passed));
  md.renderer.rules['math'] = (tokens, index) => tokens[index]!.content;
}

/** A paragraph that begins with an environment goes on to its end, whatever the lines between look like. */
function mathBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
  passed: ReadonlySet<string>,
): boolean {
  if (silent) return false;
  const close = closingOf(lineText(state, startLine), passed);
  if (close === null) return false;
  const last = closingLine(state, close, startLine, Math.min(endLine, startLine + MAX_LINES));
  if (last === null) return false;
  let next = last + 1;
  const terminators = state.md.block.ruler.getRules('paragraph');
  const oldParent = state.parentType;
  state.parentType = 'paragraph';
  for (; next < endLine && !state.isEmpty(next); next++) {
    if (state.sCount[next]! < state.blkIndent) break;
    if (terminators.some((rule) => rule(state, next, endLine, true))) break;
  }
  state.parentType = oldParent;
  state.line = next;
  const map: [number, number] = [startLine, next];
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, next, state.blkIndent, false).trim();
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

function closingLine(state: StateBlock, close: string, first: number, limit: number): number | null {
  const bySign = searched.get(state) ?? new Map<string, { from: number; to: number }>();
  searched.set(state, bySign);
  const known = bySign.get(close);
  let line = known !== undefined && first >= known.from && first < known.to ? known.to : first;
  for (; line < limit; line++) {
    if (line > first && !state.isEmpty(line) && state.sCount[line]! < state.blkIndent) break;
    // Two dollars close what two dollars open, though not themselves.
    if (lineText(state, line).includes(close, line === first ? 2 : 0)) return line;
  }
  bySign.set(close, { from: first, to: line });
  return null;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!);
}

function closingOf(line: string, passed: ReadonlySet<string>): string | null {
  const environment = ENVIRONMENT.exec(line);
  if (environment !== null) return `\\end{${environment[1]}}`;
  if (line.startsWith('\\\\[')) return '\\\\]';
  if (line.startsWith('\\[') && passed.has('\\[')) return '\\]';
  if (line.startsWith('$$') && !line.slice(2).includes('$$')) return '$$';
  return null;
}

function mathInline(
  state: StateInline,
  silent: boolean,
  dollar: boolean,
  passed: ReadonlySet<string>,
): boolean {
  const { src, pos, posMax } = state;
  const code = src.charCodeAt(pos);
  if (code !== 0x5c && code !== 0x24) return false;
  const found = code === 0x5c ? backslash(state, passed) : dollars(state, dollar);
  if (found === null || found.end > posMax) return false;
  if (!silent) {
    const env = noteEnv(state.env);
    const token = state.push('math', '', 0);
    const raw = env.asWritten(src.slice(found.from, found.to));
    // Where single dollars are math, nothing but the math reads between dollars; elsewhere Markdown's escapes are in it.
    const isWritten = (code === 0x24 && dollar) || passed.has(src.slice(pos, found.from));
    const tex = isWritten ? raw : untex(raw);
    const index = env.formulas.push({ tex, display: found.display, offset: env.place(src, pos) }) - 1;
    token.content = `${env.prefix}m${index}x`;
    token.meta = { raw, tex, display: found.display };
  }
  state.pos = found.end;
  return true;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly display: boolean;
}

function backslash(state: StateInline, passed: ReadonlySet<string>): Span | null {
  const { src, pos } = state;
  if (src.startsWith('\\\\(', pos)) return until(state, pos + 3, '\\\\)', false);
  if (src.startsWith('\\\\[', pos)) return until(state, pos + 3, '\\\\]', true);
  if (passed.has('\\(') && src.startsWith('\\(', pos)) return until(state, pos + 2, '\\)', false);
  if (passed.has('\\[') && src.startsWith('\\[', pos)) return until(state, pos + 2, '\\]', true);
  if (!src.startsWith('\\begin{', pos)) return null;
  const known = knownOf(state);
  known.environments ??= matchEnvironments(src);
  const end = known.environments.get(pos);
  return end === undefined ? null : { from: pos, to: end, end, display: true };
}

/** Each beginning with its end, in one pass. */
function matchEnvironments(src: string): Map<number, number> {
  const open = new Map<string, number[]>();
  const ends = new Map<number, number>();
  for (const { 0: edge, 1: kind, 2: name, index } of src.matchAll(EDGE)) {
    const begun = open.get(name!) ?? [];
    open.set(name!, begun);
    const start = kind === 'begin' ? undefined : begun.pop();
    if (kind === 'begin') begun.push(index);
    else if (start !== undefined) ends.set(start, index + edge.length);
  }
  return ends;
}

function knownOf(state: StateInline): Known {
  const known = knowledge.get(state) ?? { closed: new Map<string, number>() };
  knowledge.set(state, known);
  return known;
}

function until(state: StateInline, from: number, close: string, display: boolean): Span | null {
  const { closed } = knownOf(state);
  if (from >= (closed.get(close) ?? Infinity)) return null;
  const to = state.src.indexOf(close, from);
  if (to < 0) closed.set(close, from);
  return to < 0 ? null : { from, to, end: to + close.length, display };
}

/** Single dollars by Pandoc's rule: no space inside the first, none inside the second, no digit behind it. */
function dollars(state: StateInline, dollar: boolean): Span | null {
  const { src, pos } = state;
  if (src.startsWith('$$', pos)) {
    const span = until(state, pos + 2, '$$', true);
    return span === null || span.from === span.to ? null : span;
  }
  if (!dollar || /\s|^$/.test(src[pos + 1] ?? '')) return null;
  for (let to = src.indexOf('$', pos + 1); to >= 0; to = src.indexOf('$', to + 1)) {
    if (src[to - 1] === '\\') continue;
    if (/\s/.test(src[to - 1]!) || /\d/.test(src[to + 1] ?? '')) return null;
    return { from: pos + 1, to, end: to + 1, display: false };
  }
  return null;
}
