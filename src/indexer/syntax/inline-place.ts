/**
 * markdown-it knows the lines of blocks only. This says, for a position in a block's inline text, where it stands in the note:
 * each line of the inline text is a part of a line of the source.
 */
import type { MarkdownIt } from 'markdown-it';
import type { Positions } from '../positions.ts';
import { noteEnv } from './env.ts';

export function inlinePlace(md: MarkdownIt): void {
  md.core.ruler.at('inline', (state) => {
    const env = noteEnv(state.env);
    let first = 0;
    /** Cells of a table row share a line: each is looked for behind the one before. */
    let cell = { line: -1, end: 0 };
    for (const token of state.tokens) {
      if (token.map !== null) first = token.map[0];
      if (token.type !== 'inline') continue;
      const from = cell.line === first ? cell.end : 0;
      env.place = placer(env.positions, first, from);
      state.md.inline.parse(token.content, state.md, state.env, (token.children ??= []));
      const column = env.positions.textOf(first).indexOf(token.content, from);
      cell = { line: first, end: column < 0 ? from : column + token.content.length };
    }
  });
}

function placer(positions: Positions, first: number, from: number) {
  return (source: string, position: number): number => {
    const before = source.slice(0, position);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = first + before.split('\n').length - 1;
    const lineEnd = source.indexOf('\n', position);
    const text = source.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).trim();
    const whole = positions.textOf(line);
    const indent = source.slice(lineStart).length - source.slice(lineStart).trimStart().length;
    const column = whole.indexOf(text, line === first ? from : 0);
    if (column >= 0) return positions.startOf(line) + column + Math.max(0, position - lineStart - indent);
    // The cell of a table whose bars were escaped: what stands at the position is found again as it is.
    const found = whole.indexOf(source.slice(position, position + 12), line === first ? from : 0);
    return positions.startOf(line) + Math.max(0, found);
  };
}
