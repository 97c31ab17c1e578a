/** The physics package's braces and operators: `\qty(x)`, `\abs{x}`, `\sin[2](x)`, `\grad{x}`. */
import katex from 'katex';
import {
  fence,
  fill,
  isNext,
  takeArgument,
  takeFenced,
  takeGroup,
  takeSize,
  takeStar,
  type Macro,
  type MacroContext,
  type Size,
} from '../tex-arguments.ts';

/** What opens and closes an argument in the source, and what it is set as. */
const PARENTHESES = ['(', ')', '(', ')'] as const;
const BRACKETS = ['[', ']', '[', ']'] as const;
const BARS = ['|', '|', '\\vert', '\\vert'] as const;

/** `\qty(…)`, `\qty[…]`, `\qty|…|`, `\qty{…}`, each with a star or a size. */
export function quantity(context: MacroContext): string {
  const size = takeSize(context);
  for (const [read, readEnd, open, close] of [PARENTHESES, BRACKETS, BARS]) {
    if (!isNext(context, read)) continue;
    const body = takeFenced(context, read, readEnd);
    if (!body) throw new katex.ParseError(`\\qty${read} has no ${readEnd} to close it`);
    const fenced = fence(size, open, close, '#1');
    // Nothing stands between a function and these: `O\qty(n)` is set as MathJax and the package set it.
    return fill(context, size === 'auto' && open !== '\\vert' ? `\\mathopen{}{${fenced}}` : fenced, body);
  }
  const body = takeGroup(context);
  return body ? fill(context, fence(size, '\\{', '\\}', '#1'), body) : '';
}

/** A command that sets its argument between delimiters, with a star or a size: `\abs{x}`. */
export function fenced(open: string, close: string, before = ''): Macro {
  return (context) => {
    const size = takeSize(context);
    return fill(context, before + fence(size, open, close, '#1'), takeArgument(context));
  };
}

/** Two arguments and a comma: `\comm{A}{B}`. */
export function pair(open: string, close: string): Macro {
  return (context) => {
    const size = takeSize(context);
    return fill(context, fence(size, open, close, '#1, #2'), takeArgument(context), takeArgument(context));
  };
}

/** The bar that carries limits: `\eval{x}_a^b`, `\eval(x|_a^b`, `\eval[x|_a^b`. */
export function evaluated(context: MacroContext): string {
  const size = takeSize(context);
  for (const open of ['(', '[']) {
    const body = takeFenced(context, open, '|');
    if (body) return fill(context, bar(size, open), body);
  }
  return fill(context, bar(size, '.'), takeArgument(context));
}

function bar(size: Size, open: string): string {
  return size === 'none' ? `${open === '.' ? '' : open} #1 \\vert ` : fence(size, open, '\\vert', '#1');
}

/** A letter in bold; with a star in bold italics, Greek too. */
export function bold(accent: string): Macro {
  return (context) => {
    const style = takeStar(context) ? '\\boldsymbol' : '\\mathbf';
    return fill(context, accent === '' ? `${style}{#1}` : `${accent}{${style}{#1}}`, takeArgument(context));
  };
}

/** A function's argument in delimiters that grow, without the space that `\left` makes after a name. */
function call(name: string, open: string, close: string): string {
  return `${name}\\mathopen{}${fence('auto', open, close, '#1')}`;
}

/**
 * An operator whose argument may stand in delimiters that grow: `\tr(x)`, `\Res[x]`. A group is set as it is, or,
 * where `braces`, with braces that show: `\Re{z}`.
 */
export function operator(name: string, braces: boolean): Macro {
  return (context) => {
    for (const [read, readEnd, open, close] of [PARENTHESES, BRACKETS]) {
      const body = takeFenced(context, read, readEnd);
      if (body) return fill(context, call(name, open, close), body);
    }
    const body = braces ? takeGroup(context) : null;
    return body ? fill(context, call(name, '\\{', '\\}'), body) : `${name} `;
  };
}

/** A function with an optional power and parentheses that grow: `\sin`, `\sin(x)`, `\sin[2](x)`. */
export function powered(name: string): Macro {
  return (context) => {
    const power = takeFenced(context, '[', ']');
    const body = takeFenced(context, '(', ')');
    if (power && body)
      return fill(context, call(`${name}^{#1}`, '(', ')').replace(' #1 ', ' #2 '), power, body);
    if (power) context.pushTokens([{ text: ']' }, ...power, { text: '[' }]);
    return body ? fill(context, call(name, '(', ')'), body) : `${name} `;
  };
}

/** Words with a quad on both sides; with a star only behind them. */
export function quad(words: string): Macro {
  return (context) => `${takeStar(context) ? '' : '\\quad'}\\text{${words}}\\quad `;
}

/** The same with words of one's own: `\qq{for all}`. */
export function quadText(context: MacroContext): string {
  const before = takeStar(context) ? '' : '\\quad';
  return fill(context, `${before}\\text{#1}\\quad `, takeArgument(context));
}
