/**
 * Commands that define others, as MathJax takes them: `\newcommand` may give a known name another meaning, and its first argument
 * may be optional. Source: https://docs.mathjax.org/en/v3.2/input/tex/macros.html
 */
import {
  boundExpansion,
  push,
  takeArgument,
  takeOption,
  takeStar,
  textOf,
  type Argument,
  type Macro,
  type MacroContext,
  type TexToken,
} from './tex-arguments.ts';

/** `\newcommand` and the like, whether the name has a meaning or not; `\providecommand` leaves that alone. */
function command(isKept: boolean): Macro {
  return (context) => {
    takeStar(context);
    const name = takeName(context);
    const count = textOf(takeOption(context) ?? [{ text: '0' }]).trim();
    if (!/^[0-9]$/.test(count)) throw new Error(`A command has 0 to 9 arguments, not “${count}”`);
    const fallback = takeOption(context);
    const body = takeArgument(context);
    if (isKept && context.isDefined(name)) return '';
    return define(context, name, withFallback(body, Number(count), fallback));
  };
}

function withFallback(tokens: Argument, numArgs: number, fallback: Argument | null): Macro {
  if (fallback === null) return { tokens, numArgs };
  return (context) => {
    const first = takeOption(context) ?? fallback;
    context.pushToken({ text: '}' });
    push(context, first);
    context.pushToken({ text: '{' });
    return { tokens, numArgs };
  };
}

/** `\DeclareMathOperator{\sgn}{sgn}`; with a star its limits stand above and below. */
const operator: Macro = (context) => {
  const star = takeStar(context) ? [{ text: '*' }] : [];
  const name = takeName(context);
  const tokens = [
    { text: '}' },
    ...takeArgument(context),
    { text: '{' },
    ...star,
    { text: '\\operatorname' },
  ];
  return define(context, name, { tokens, numArgs: 0 });
};

/** `\DeclarePairedDelimiter\abs{\lvert}{\rvert}` of mathtools: `\abs*{x}` grows, `\abs[\big]{x}` has that size. */
const delimiters: Macro = (context) => {
  const name = takeName(context);
  const open = takeArgument(context);
  const close = takeArgument(context);
  return define(context, name, (inner) => {
    const isGrowing = takeStar(inner);
    const size = isGrowing ? null : takeOption(inner);
    const side = (which: 'left' | 'right'): TexToken[] => {
      if (isGrowing) return [{ text: `\\${which}` }];
      return size === null ? [] : [{ text: `${textOf(size).trim()}${which[0]}` }];
    };
    const body = [...close, ...side('right'), { text: '}' }, ...takeArgument(inner), { text: '{' }];
    push(inner, [...body, ...open, ...side('left')]);
    return '';
  });
};

/** By their names with the backslash. */
export const DEFINITIONS: Readonly<Record<string, Macro>> = {
  '\\newcommand': command(false),
  '\\renewcommand': command(false),
  '\\providecommand': command(true),
  '\\DeclareMathOperator': operator,
  '\\DeclarePairedDelimiter': delimiters,
};

/** Holds to the end of the formula, as MathJax's definitions do, in whichever group they stand. */
function define(context: MacroContext, name: string, macro: Macro): string {
  boundExpansion(context);
  context.macros.set(name, macro, true);
  return '';
}

function takeName(context: MacroContext): string {
  const [token, ...more] = takeArgument(context);
  if (token === undefined || more.length > 0 || !token.text.startsWith('\\')) {
    throw new Error('A definition has no name of a command, such as \\R');
  }
  return token.text;
}
