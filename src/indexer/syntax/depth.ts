/** markdown-it leaves out, without a word, what nests deeper than its `maxNesting`. This notices it before. */
import type { MarkdownIt } from 'markdown-it';
import { noteEnv } from './env.ts';

/** A list takes two levels, one for itself and one for its item. */
const MARGIN = 2;

export function depth(md: MarkdownIt): void {
  md.block.ruler.before('table', 'depth', (state) => {
    const most = state.md.options.maxNesting ?? 100;
    if (state.level >= most - MARGIN) noteEnv(state.env).tooDeep = true;
    return false;
  });
}
