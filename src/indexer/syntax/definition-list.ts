/**
 * Definition lists as goldmark reads them: a definition makes terms of all the lines of the paragraph before it, and where
 * no blank line stands before it, its first paragraph is plain text.
 *
 *     a term
 *     another
 *     :   What both mean.
 *
 *         More of it.
 */
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

const COLON = 0x3a;
const TAB = 0x09;
const SPACE = 0x20;

export function definitionList(md: MarkdownIt): void {
  /** By note: how far in the definitions stand that are open. */
  const notes = new WeakMap<object, number[]>();

  const parse = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean => {
    const body = bodyOf(state, line);
    if (body === null) return false;
    const env = state.env as object;
    const open = notes.get(env) ?? [];
    const indent = state.sCount[line]!;
    if (silent) {
      // Further out than the innermost definition, it is the next one.
      if (indent < state.blkIndent) return indent >= 0 && indent < (open.at(-1) ?? 0);
      return indent === state.blkIndent && state.parentType === 'paragraph';
    }
    if (indent !== state.blkIndent || !beginDefinition(state)) return false;

    const definition = state.push('dd_open', 'dd', 1);
    const first = state.tokens.length;
    notes.set(env, open);
    open.push(body.indent);
    readBody(state, line, endLine, body);
    open.pop();
    definition.map = [line, state.line];
    if (line === 0 || !state.isEmpty(line - 1)) hideParagraph(state.tokens, first, definition.level + 1);
    state.push('dd_close', 'dd', -1);
    state.push('dl_close', 'dl', -1);
    return true;
  };
  md.block.ruler.before('paragraph', 'definition-list', parse, { alt: ['paragraph', 'reference'] });
}

interface Body {
  /** Offset of its first character. */
  readonly start: number;
  /** Of that character. */
  readonly column: number;
  /** Column that lines must reach to belong to the definition. */
  readonly indent: number;
}

/** Null where the line begins no definition: that takes a colon and a space. */
function bodyOf(state: StateBlock, line: number): Body | null {
  const colon = state.bMarks[line]! + state.tShift[line]!;
  const end = state.eMarks[line]!;
  if (colon >= end || state.src.charCodeAt(colon) !== COLON) return null;
  const from = state.sCount[line]! + 1;
  let start = colon + 1;
  let column = from;
  for (; start < end; start++) {
    const code = state.src.charCodeAt(start);
    if (code === TAB) column += 4 - (column % 4);
    else if (code === SPACE) column++;
    else break;
  }
  if (start === colon + 1) return null;
  // So far in, it begins with indented code.
  const width = column - from >= 8 ? 5 : column - from;
  return { start, column, indent: from + width };
}

/** Opens a list, or the one that has just ended; false where neither a paragraph nor a list stands before. */
function beginDefinition(state: StateBlock): boolean {
  const { tokens } = state;
  const isLast = (token: Token | undefined, type: string): boolean =>
    token?.type === type && token.level === state.level;
  const hasTerms = isLast(tokens.at(-1), 'paragraph_close');
  const goesOn = isLast(tokens.at(hasTerms ? -4 : -1), 'dl_close');
  if (!hasTerms && !goesOn) return false;
  const [, inline] = hasTerms ? tokens.splice(-3) : [];
  if (goesOn) {
    tokens.pop();
    state.level++;
  } else {
    state.push('dl_open', 'dl', 1).map = inline!.map;
  }
  const line = inline?.map?.[0] ?? 0;
  const terms = inline === undefined ? [] : inline.content.split('\n');
  terms.forEach((content, index) => {
    state.push('dt_open', 'dt', 1);
    const term = state.push('inline', '', 0);
    term.content = content.trim();
    term.map = [line + index, line + index + 1];
    term.children = [];
    state.push('dt_close', 'dt', -1);
  });
  return true;
}

/** Hides the first of the paragraphs that stand at the level, from a token on. */
function hideParagraph(tokens: readonly Token[], from: number, level: number): void {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.level !== level || token.tag !== 'p') continue;
    token.hidden = true;
    if (token.nesting < 0) return;
  }
}

function readBody(state: StateBlock, line: number, endLine: number, body: Body): void {
  const { tight, blkIndent, parentType } = state;
  const shift = state.tShift[line]!;
  const indent = state.sCount[line]!;
  state.tShift[line] = body.start - state.bMarks[line]!;
  state.sCount[line] = body.column;
  state.blkIndent = body.indent;
  state.tight = true;
  state.parentType = 'root';
  state.md.block.tokenize(state, line, endLine);
  state.tShift[line] = shift;
  state.sCount[line] = indent;
  state.blkIndent = blkIndent;
  state.tight = tight;
  state.parentType = parentType;
}
