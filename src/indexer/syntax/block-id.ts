/**
 * Obsidian's names for blocks, which `[[note#^name]]` links to. Standing alone, one names the block before it.
 *
 *     A paragraph or list item. ^name
 *
 *     | a | table |
 *     | - | ----- |
 *
 *     ^name-of-the-table
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { noteEnv } from './env.ts';

const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)$/;

export function blockId(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'block-id', (state) => {
    const alone: number[] = [];
    state.tokens.forEach((token, index) => {
      const open = state.tokens[index - 1];
      if (token.type !== 'inline' || open?.type !== 'paragraph_open') return;
      const match = BLOCK_ID.exec(token.content);
      if (match === null || match[1]!.includes(noteEnv(state.env).prefix)) return;
      token.content = token.content.slice(0, match.index);
      // To Obsidian it is the item that is named, with all below it.
      const item = state.tokens[index - 2];
      const carrier = item?.type === 'list_item_open' && item.attrGet('id') === null ? item : open;
      carrier.attrSet('id', `^${match[1]}`);
      if (token.content === '' && carrier === open && !open.hidden) alone.push(index - 1);
    });
    if (alone.length > 0) state.tokens = nameBlocksBefore(state, alone);
  });
}

/** @param alone where the paragraphs open that are nothing but a name */
function nameBlocksBefore({ tokens, Token: Made }: StateCore, alone: readonly number[]): Token[] {
  const result: Token[] = [];
  const names = new Set(alone);
  /** In the result, where the blocks open that are open. */
  const open: number[] = [];
  /** By level: where in the result its last whole block begins. */
  const last: (number | undefined)[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const before = last[token.level];
    if (names.has(index) && before !== undefined) {
      const id = token.attrGet('id')!;
      const named = result[before]!;
      if (named.nesting === 1 && named.attrGet('id') === null) {
        named.attrSet('id', id);
      } else {
        // What makes its own HTML carries no id: it gets an element around it.
        const around = [new Made('block_name_open', 'div', 1), new Made('block_name_close', 'div', -1)];
        for (const part of around) Object.assign(part, { level: token.level, block: true });
        around[0]!.attrSet('id', id);
        result.splice(before, 0, around[0]!);
        result.push(around[1]!);
      }
      last[token.level] = undefined;
      index += 2;
      continue;
    }
    if (token.nesting === 1) {
      open.push(result.length);
      last[token.level + 1] = undefined;
    } else if (token.nesting === -1) {
      last[token.level] = open.pop();
    } else if (token.block) {
      last[token.level] = result.length;
    }
    result.push(token);
  }
  return result;
}
