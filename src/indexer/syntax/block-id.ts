/**
 * Obsidian's names for blocks, which `[[note#^name]]` links to.
 *
 *     A paragraph or list item. ^name
 */
import type { MarkdownIt } from 'markdown-it';

const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)$/;

export function blockId(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'block-id', (state) => {
    state.tokens.forEach((token, index) => {
      const open = state.tokens[index - 1];
      if (token.type !== 'inline' || open?.type !== 'paragraph_open') return;
      const match = BLOCK_ID.exec(token.content);
      if (match === null) return;
      token.content = token.content.slice(0, match.index);
      // A paragraph of a tight list isn't printed: its item carries the name.
      const item = state.tokens[index - 2];
      const carrier = open.hidden && item?.type === 'list_item_open' ? item : open;
      carrier.attrSet('id', `^${match[1]}`);
    });
  });
}
