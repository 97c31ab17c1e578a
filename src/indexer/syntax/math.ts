/**
 * TeX, kept from Markdown's rules: what MathJax would find on the page.
 *
 *     \\(x\_1\\)   \\[x\\]   $$x$$   \begin{align} … \end{align}   and, where asked for, $x$
 *
 * (In Markdown a backslash is itself escaped, so authors and ox-hugo write two.)
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { noteEnv } from './env.ts';

/** An environment that isn't closed after so many lines is text. */
const MAX_LINES = 400;
const ENVIRONMENT = /^\\begin\{([A-Za-z]+\*?)\}/;

export function math(md: MarkdownIt, settings: { readonly dollarMath: boolean }): void {
  md.block.ruler.before('paragraph', 'math', mathBlock);
  md.inline.ruler.before('escape', 'math', (state, silent) => mathInline(state, silent, settings.dollarMath));
  md.renderer.rules['math'] = (tokens, index) => tokens[index]!.content;
}

/** A paragraph that begins with an environment goes on to its end, whatever the lines between look like. */
function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) return false;
  const close = closingOf(lineText(state, startLine));
  if (close === null) return false;
  let last = startLine;
  const limit = Math.min(endLine, startLine + MAX_LINES);
  while (!lineText(state, last).includes(close)) {
    last++;
    if (last >= limit || (!state.isEmpty(last) && state.sCount[last]! < state.blkIndent)) return false;
  }
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

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!);
}

function closingOf(line: string): string | null {
  const environment = ENVIRONMENT.exec(line);
  if (environment !== null) return `\\end{${environment[1]}}`;
  if (line.startsWith('\\\\[')) return '\\\\]';
  if (line.startsWith('$$') && !line.slice(2).includes('$$')) return '$$';
  return null;
}

function mathInline(state: StateInline, silent: boolean, dollar: boolean): boolean {
  const { src, pos, posMax } = state;
  const code = src.charCodeAt(pos);
  if (code !== 0x5c && code !== 0x24) return false;
  const found = code === 0x5c ? backslash(src, pos) : dollars(src, pos, dollar);
  if (found === null || found.end > posMax) return false;
  if (!silent) {
    const env = noteEnv(state.env);
    const token = state.push('math', '', 0);
    const raw = src.slice(found.from, found.to);
    const index = env.formulas.push({ raw, display: found.display, offset: env.place(src, pos) }) - 1;
    token.content = `${env.prefix}m${index}x`;
    token.meta = { raw, display: found.display };
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

function backslash(src: string, pos: number): Span | null {
  if (src.startsWith('\\\\(', pos)) return until(src, pos + 3, '\\\\)', false);
  if (src.startsWith('\\\\[', pos)) return until(src, pos + 3, '\\\\]', true);
  if (!src.startsWith('\\begin{', pos)) return null;
  const environment = ENVIRONMENT.exec(src.slice(pos, pos + 60));
  if (environment === null) return null;
  const open = environment[0];
  const close = `\\end{${environment[1]}}`;
  // Environments of one name may nest.
  let depth = 1;
  let at = pos + open.length;
  while (depth > 0) {
    const end = src.indexOf(close, at);
    if (end < 0) return null;
    const inner = src.indexOf(open, at);
    if (inner >= 0 && inner < end) {
      depth++;
      at = inner + open.length;
    } else {
      depth--;
      at = end + close.length;
    }
  }
  return { from: pos, to: at, end: at, display: true };
}

function until(src: string, from: number, close: string, display: boolean): Span | null {
  const to = src.indexOf(close, from);
  return to < 0 ? null : { from, to, end: to + close.length, display };
}

/** Single dollars by Pandoc's rule: no space inside the first, none inside the second, no digit behind it. */
function dollars(src: string, pos: number, dollar: boolean): Span | null {
  if (src.startsWith('$$', pos)) {
    const span = until(src, pos + 2, '$$', true);
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
