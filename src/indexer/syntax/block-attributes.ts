/**
 * Attributes of the block above, alone in a line, as a Hugo site has them by `markup.goldmark.parser.attribute.block`. Of these, the
 * id is kept.
 *
 *     > A quote
 *     {#its-id .class}
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

const ONE = /(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"{}]*"|[^\s"{},=]+))/.source;
const LINE = new RegExp(`^\\{[ \\t]*${ONE}(?:[ \\t,]+${ONE})*[ \\t,]*\\}[ \\t]*$`);
const ID = /[{ \t,](?:#|id="?)([\w:.-]+)/;
const ENDS = ['paragraph', 'reference', 'blockquote', 'list', 'table'];

export function blockAttributes(md: MarkdownIt): void {
  md.block.ruler.before('table', 'block-attributes', attributesLine, { alt: ENDS });
}

function attributesLine(state: StateBlock, startLine: number, _: number, silent: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.src.charCodeAt(start) !== 0x7b || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const line = state.src.slice(start, state.eMarks[startLine]!);
  if (!LINE.test(line)) return false;
  if (silent) return true;
  state.line = startLine + 1;
  const id = ID.exec(line)?.[1];
  if (id !== undefined && startLine > 0 && !state.isEmpty(startLine - 1)) nameLast(state, id);
  return true;
}

/** Gives an id to the block that was read last. */
function nameLast({ tokens, level }: StateBlock, id: string): void {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.level !== level || token.nesting < 0) continue;
    if (token.nesting > 0 && token.attrGet('id') === null) token.attrSet('id', id);
    return;
  }
}
