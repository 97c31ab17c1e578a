/**
 * Task lists. In a Hugo blog a box may stand anywhere in an item's first paragraph, as goldmark has it; elsewhere it begins
 * the item, and a space follows. In a vault, any sign may stand in it, and nothing behind it: a task that nobody has written yet.
 *
 *     - [ ] open
 *     - [x] done
 *     - [/] begun
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeText } from '../common/holes.ts';

const BOX = /\[([ \t\n\f\rxX])\][ \t\n\f\r]*/y;
const BOX_AND_SPACE = /\[([ xX])\]\s+/y;
const ANY_SIGN = /\[([^[\]\\])\]\s+|\[([ xX])\]$/uy;
const BRACKET = 0x5b;

export function taskList(
  md: MarkdownIt,
  { wikilinks, vault = false }: { readonly wikilinks: boolean; readonly vault?: boolean },
): void {
  const box = vault ? ANY_SIGN : wikilinks ? BOX_AND_SPACE : BOX;
  /** Lists of tokens into which the items' first paragraphs are read. */
  const paragraphs = new WeakSet<readonly Token[]>();

  md.core.ruler.before('inline', 'task-items', ({ tokens }) => {
    for (let index = 2; index < tokens.length; index++) {
      const { type, content } = tokens[index]!;
      const item = tokens[index - 2]!;
      if (type !== 'inline' || item.type !== 'list_item_open' || !content.includes('[')) continue;
      paragraphs.add((tokens[index]!.children ??= []));
      box.lastIndex = 0;
      if (box.test(content)) item.attrJoin('class', 'task-list-item');
    }
  });
  // Before links: `[x](y)` is a box and text.
  md.inline.ruler.before('link', 'task-box', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== BRACKET || !paragraphs.has(state.tokens)) return false;
    if (wikilinks && state.pos > 0) return false;
    box.lastIndex = state.pos;
    const match = box.exec(state.src);
    if (match === null) return false;
    if (!silent) {
      state.push('html_inline', '', 0).content =
        `<input type="checkbox" disabled${lookOf(match[1] ?? match[2]!)}> `;
    }
    state.pos += match[0].length;
    return true;
  });
}

function lookOf(sign: string): string {
  if (sign.trim() === '') return '';
  return sign === 'x' || sign === 'X' ? ' checked' : ` checked data-task="${escapeText(sign)}"`;
}
