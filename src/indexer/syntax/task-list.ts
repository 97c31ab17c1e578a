/**
 * Task lists.
 *
 *     - [ ] open
 *     - [x] done
 */
import type { MarkdownIt } from 'markdown-it';

export function taskList(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task-list', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'list_item_open') return;
      const [first] = token.children ?? [];
      const match = first?.type === 'text' ? /^\[([ xX])\] /.exec(first.content) : null;
      if (first === undefined || match === null) return;
      first.content = first.content.slice(match[0].length);
      const box = new state.Token('html_inline', '', 0);
      box.content = `<input type="checkbox" disabled${match[1] === ' ' ? '' : ' checked'}> `;
      token.children!.unshift(box);
      state.tokens[index - 2]!.attrJoin('class', 'task-list-item');
    });
  });
}
