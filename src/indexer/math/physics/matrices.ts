/** The physics package's matrices: `\mqty(a & b \\ c & d)`, `\dmat{1,2,3}`, `\imat{3}`. */
import katex from 'katex';
import {
  fill,
  isNext,
  push,
  takeArgument,
  takeFenced,
  takeGroup,
  takeStar,
  type Argument,
  type Macro,
  type MacroContext,
  type TexToken,
} from '../tex-arguments.ts';

/** The largest matrix that a command may fill by itself, in cells. */
const MAX_CELLS = 400;

const ROW: TexToken = { text: '\\\\' };
const CELL: TexToken = { text: '&' };

type Fence = 'plain' | 'round' | 'flat' | 'square' | 'bars';

const LARGE: Record<Fence, string> = {
  plain: '\\begin{matrix}#1\\end{matrix}',
  round: '\\begin{pmatrix}#1\\end{pmatrix}',
  flat: '\\left\\lgroup\\begin{matrix}#1\\end{matrix}\\right\\rgroup ',
  square: '\\begin{bmatrix}#1\\end{bmatrix}',
  bars: '\\begin{vmatrix}#1\\end{vmatrix}',
};

const SMALL: Record<Fence, string> = {
  plain: '\\begin{smallmatrix}#1\\end{smallmatrix}',
  round: '\\left(\\begin{smallmatrix}#1\\end{smallmatrix}\\right)',
  flat: '\\left\\lgroup\\begin{smallmatrix}#1\\end{smallmatrix}\\right\\rgroup ',
  square: '\\left[\\begin{smallmatrix}#1\\end{smallmatrix}\\right]',
  bars: '\\left\\vert\\begin{smallmatrix}#1\\end{smallmatrix}\\right\\vert ',
};

/** `\mqty{…}`, `\mqty(…)`, `\mqty*(…)`, `\mqty[…]`, `\mqty|…|`. */
export function matrix(small: boolean): Macro {
  const set = small ? SMALL : LARGE;
  return (context) => {
    const star = takeStar(context);
    for (const [open, close, kind] of [
      ['(', ')', star ? 'flat' : 'round'],
      ['[', ']', 'square'],
      ['|', '|', 'bars'],
    ] as const) {
      if (!isNext(context, open)) continue;
      const body = takeFenced(context, open, close);
      if (!body) throw new katex.ParseError(`\\mqty${open} has no ${close} to close it`);
      return fill(context, set[kind], body);
    }
    const body = takeGroup(context);
    return body ? fill(context, set.plain, body) : '';
  };
}

/** `\pmqty{…}` and its like. */
export function fencedMatrix(kind: Fence, small: boolean): string {
  return (small ? SMALL : LARGE)[kind];
}

/** The elements, without delimiters, of a matrix with `\dmat`'s blocks on one of its diagonals. */
export function diagonal(anti: boolean): Macro {
  return (context) => {
    const filler = takeFenced(context, '[', ']') ?? [];
    const blocks = splitAtCommas(takeArgument(context));
    const size = blocks.length;
    return cells(context, size, size, (row, column) => {
      const onDiagonal = column === (anti ? size - 1 - row : row);
      const block = onDiagonal ? blocks[row]! : filler;
      const tokens = [...block].reverse();
      const nested = onDiagonal && block.some((token) => token.text === '&' || token.text === '\\\\');
      return nested ? [{ text: '\\mqty' }, { text: '{' }, ...tokens, { text: '}' }] : tokens;
    });
  };
}

/** `\imat{3}`. */
export function identity(context: MacroContext): string {
  const size = takeCount(context, '\\imat');
  return cells(context, size, size, (row, column) => [{ text: row === column ? '1' : '0' }]);
}

/** `\zmat{2}{3}`. */
export function zeros(context: MacroContext): string {
  const rows = takeCount(context, '\\zmat');
  return cells(context, rows, takeCount(context, '\\zmat'), () => [{ text: '0' }]);
}

/** `\xmat{x}{2}{3}`; with a star each element has its indices, only one of them in a row or column. */
export function filled(context: MacroContext): string {
  const indexed = takeStar(context);
  const element = [...takeArgument(context)].reverse();
  const rows = takeCount(context, '\\xmat');
  const columns = takeCount(context, '\\xmat');
  return cells(context, rows, columns, (row, column) => {
    if (!indexed) return element;
    const indices = [rows > 1 || columns === 1 ? row + 1 : '', columns > 1 ? column + 1 : ''].join('');
    return [
      ...element,
      { text: '_' },
      { text: '{' },
      ...[...indices].map((text) => ({ text })),
      { text: '}' },
    ];
  });
}

/** `\pmat{1}` to `\pmat{3}`, or by `x`, `y`, `z`; 0 is the identity. */
export function pauli(context: MacroContext): string {
  const name = text(takeArgument(context));
  const elements = new Map([
    ['0', '1 & 0 \\\\ 0 & 1'],
    ['1', '0 & 1 \\\\ 1 & 0'],
    ['2', '0 & -i \\\\ i & 0'],
    ['3', '1 & 0 \\\\ 0 & -1'],
  ]).get(
    new Map([
      ['x', '1'],
      ['y', '2'],
      ['z', '3'],
    ]).get(name) ?? name,
  );
  if (elements === undefined) throw new katex.ParseError(`\\pmat knows 0 to 3, x, y and z, not "${name}"`);
  return elements;
}

function text(argument: Argument): string {
  return [...argument]
    .reverse()
    .map((token) => token.text)
    .join('')
    .trim();
}

function takeCount(context: MacroContext, command: string): number {
  const written = text(takeArgument(context));
  const count = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (count < 1 || count > MAX_CELLS)
    throw new katex.ParseError(`${command} needs a number of rows, not "${written}"`);
  return count;
}

function splitAtCommas(argument: Argument): Argument[] {
  const parts: TexToken[][] = [[]];
  let depth = 0;
  for (const token of argument) {
    // The tokens are reversed, so a closing brace comes first.
    if (token.text === '}') depth++;
    else if (token.text === '{') depth--;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts[parts.length - 1]!.push(token);
  }
  return parts.reverse();
}

/** Puts the elements of a matrix before what comes next. */
function cells(
  context: MacroContext,
  rows: number,
  columns: number,
  cell: (row: number, column: number) => readonly TexToken[],
): string {
  if (rows * columns > MAX_CELLS) throw new katex.ParseError(`a matrix of ${rows} × ${columns} is too large`);
  const tokens: TexToken[] = [];
  for (let row = 0; row < rows; row++) {
    if (row > 0) tokens.push(ROW);
    for (let column = 0; column < columns; column++) {
      if (column > 0) tokens.push(CELL);
      tokens.push(...cell(row, column));
    }
  }
  push(context, tokens.reverse());
  return '';
}
