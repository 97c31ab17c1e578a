/**
 * Obsidian's comments, which no reader sees: within a paragraph, or of whole blocks. One that is never closed is text; but in a
 * vault, where it begins a line, it hides what follows, as its author sees it in Obsidian, and is told.
 *
 *     a word %%and what is thought of it%%
 *
 *     %%
 *     Not for readers.
 *
 *     Neither this.
 *     %%
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { noteEnv } from './env.ts';

const SIGN = '%%';
const PERCENT = 0x25;

export function comment(md: MarkdownIt, { vault = false }: { readonly vault?: boolean }): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  const readOpen = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
    const start = state.bMarks[line]! + state.tShift[line]!;
    if (!vault || !beginsAt(state, line) || state.src.includes(SIGN, start + 2)) return false;
    if (!silent) {
      noteEnv(state.env).openComments.push(start);
      state.line = endLine;
    }
    return true;
  };
  md.block.ruler.before('fence', 'comment', readBlock, { alt });
  md.block.ruler.before('fence', 'open-comment', readOpen, { alt });
  md.inline.ruler.before('escape', 'comment', (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== PERCENT || src.charCodeAt(pos + 1) !== PERCENT) return false;
    const end = src.indexOf(SIGN, pos + 2);
    if (end < 0 || end + 2 > state.posMax) return false;
    if (!silent) state.push('comment', '', 0);
    state.pos = end + 2;
    return true;
  });
  md.renderer.rules['comment'] = () => '';
}

/** The text without comments, where it isn't read as Markdown. @param vault whether one that is never closed hides what follows */
export function withoutComments(text: string, vault: boolean): string {
  const closed = text.replace(/%%[\s\S]*?%%/g, '');
  const open = vault ? /^[ \t>]*%%/m.exec(closed) : null;
  return open === null ? closed : closed.slice(0, open.index);
}

function beginsAt(state: StateBlock, line: number): boolean {
  const start = state.bMarks[line]! + state.tShift[line]!;
  return state.src.startsWith(SIGN, start) && state.sCount[line]! - state.blkIndent < 4;
}

/** A comment that begins a line, and that either fills it or goes on to another one. */
function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const { src } = state;
  if (!beginsAt(state, line)) return false;
  const start = state.bMarks[line]! + state.tShift[line]!;
  const here = src.indexOf(SIGN, start + 2);
  if (here < 0) return false;
  if (here < state.eMarks[line]!) {
    if (src.slice(here + 2, state.eMarks[line]).trim() !== '') return false;
    if (!silent) state.line = line + 1;
    return true;
  }
  for (let next = line + 1; next < endLine; next++) {
    // What stands further out is no part of this list item or quote.
    if (state.sCount[next]! < state.blkIndent && !state.isEmpty(next)) return false;
    if (here >= state.eMarks[next]!) continue;
    if (!silent) leaveBehind(state, next, here + 2);
    return true;
  }
  return false;
}

/** What follows on the comment's last line is read as a line of its own. */
function leaveBehind(state: StateBlock, line: number, end: number): void {
  const rest = state.src.slice(end, state.eMarks[line]);
  const indent = rest.length - rest.trimStart().length;
  if (indent === rest.length) {
    state.line = line + 1;
    return;
  }
  state.bMarks[line] = end + indent;
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  state.line = line;
}
