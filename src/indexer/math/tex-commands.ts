/**
 * What MathJax knows and KaTeX doesn't: plain TeX's and AMS's commands, and its own for HTML, which are set as what they hold.
 * Source: https://docs.mathjax.org/en/v3.2/input/tex/macros.html
 */
import {
  fill,
  isNext,
  takeArgument,
  takeOption,
  takeUntil,
  textOf,
  type Argument,
  type Expansion,
  type Macro,
  type MacroContext,
} from './tex-arguments.ts';

type Row = readonly [names: string, macro: Macro];

const PLAIN: readonly Row[] = [
  ['mbox vbox textsc', '\\text{#1}'],
  ['matrix', '\\begin{matrix}#1\\end{matrix}'],
  ['pmatrix', '\\begin{pmatrix}#1\\end{pmatrix}'],
  ['cases', '\\begin{cases}#1\\end{cases}'],
  ['eqalign', '\\begin{aligned}#1\\end{aligned}'],
  ['displaylines', '\\begin{gathered}#1\\end{gathered}'],
  ['root', (context) => fill(context, '\\sqrt[#1]{#2}', takeUntil(context, '\\of'), takeArgument(context))],
  [
    'buildrel',
    (context) => fill(context, '\\stackrel{#1}{#2}', takeUntil(context, '\\over'), takeArgument(context)),
  ],
  ['raise', (context) => shifted(context, '')],
  ['lower', (context) => shifted(context, '-')],
  ['moveleft', (context) => moved(context, '-', '')],
  ['moveright', (context) => moved(context, '', '-')],
  ['skew', dropped],
  ['joinrel', '\\mathrel{\\mkern-3mu}'],
  ['strut', '\\mathstrut '],
  ['hfil hfill hfilll nonscript displaylimits par linebreak oldstyle', ''],
  ['unicode', (context) => (takeOption(context), sign(textOf(takeArgument(context))))],
];

const AMS: readonly Row[] = [
  ['iiiint', '\\mathop{\\iint\\mkern-4mu\\iint}\\nolimits '],
  ['idotsint', '\\mathop{\\int\\cdots\\int}\\nolimits '],
  ['sideset', '\\mathop{{}#1 #3\\nolimits #2}\\limits '],
  ['prescript', '{}^{#1}_{#2}#3'],
  ['overparen wideparen', '\\overgroup{#1}'],
  ['underparen', '\\undergroup{#1}'],
  ['leftroot uproot', dropped],
  ['nsubset', '\\not\\subset '],
  ['nsupset', '\\not\\supset '],
  ['iddots adots', '\\mathinner{\\char"22F0 }'],
  ['textellipsis', '\\text{…}'],
  ['shoveleft shoveright', '#1'],
  ['cancelto', '\\cancel{#2}^{#1}'],
];

const FONTS: readonly Row[] = [
  ['mathup symup', '\\mathrm{#1}'],
  ['symbf', '\\mathbf{#1}'],
  ['symit', '\\mathit{#1}'],
  ['mathbfit', '\\boldsymbol{#1}'],
  ['mathbfcal', '\\boldsymbol{\\mathcal{#1}}'],
  ['mathbfscr', '\\boldsymbol{\\mathscr{#1}}'],
  ['mathbfsf', '\\boldsymbol{\\mathsf{#1}}'],
  ['mathds mathbbm', '\\mathbb{#1}'],
  ['scr', '\\mathscr{#1}'],
  ['mit', '\\mathit{#1}'],
  ['bfseries', '\\bf '],
  ['itshape sl', '\\it '],
  ['sc', '\\rm '],
  ['Tiny', '\\tiny '],
];

const MATHJAX: readonly Row[] = [
  ['bbox', boxed],
  ['enclose', enclosed],
  ['class cssId style htmlClass htmlId htmlStyle htmlData', dropped],
  ['href', linked],
  ['color', coloured],
  ['url', unknown('url')],
  ['includegraphics', unknown('includegraphics')],
  ['texttip mathtip', (context) => fill(context, '#1', ...takeArguments(context, 2).slice(0, 1))],
  ['Rule', (context) => fill(context, '\\rule{#1}{#2}', ...takeArguments(context, 3).slice(0, 2))],
  ['Space', (context) => fill(context, '\\hspace{#1}', ...takeArguments(context, 3).slice(0, 1))],
];

/** By their names with the backslash. */
export const TEX_COMMANDS: Readonly<Record<string, Macro>> = Object.fromEntries(
  [...PLAIN, ...AMS, ...FONTS, ...MATHJAX].flatMap(([names, macro]) =>
    names.split(' ').map((name) => [`\\${name}`, macro]),
  ),
);

/** What comes next is left alone. */
function dropped(context: MacroContext): string {
  takeArgument(context);
  return '';
}

/** What a link holds: of its address nothing can be seen. In that, `%` begins no comment. */
function linked(context: MacroContext): string {
  context.lexer.setCatcode('%', 13);
  takeArgument(context);
  context.lexer.setCatcode('%', 14);
  return '';
}

/** `\color{red}{x}` colours x alone, as in MathJax; `\color{red}` without a group all that follows, as in LaTeX. */
function coloured(context: MacroContext): string | Expansion {
  const colour = takeArgument(context);
  if (isNext(context, '{')) return fill(context, '\\textcolor{#1}', colour);
  const original = { text: '\\color', noexpand: true };
  return { tokens: [{ text: '}' }, ...colour, { text: '{' }, original], numArgs: 0 };
}

/** KaTeX would leave out what these hold, without a word. */
function unknown(name: string): Macro {
  return () => {
    throw new Error(`Undefined control sequence: \\${name}`);
  };
}

function takeArguments(context: MacroContext, count: number): Argument[] {
  return Array.from({ length: count }, () => takeArgument(context));
}

const LENGTH = /^[+-]?\s*(?:\d+\.?\d*|\.\d+)\s*[a-z]{2}$/;
const LONGEST = 16;

/** A length that stands without braces, such as `3pt`. */
function takeLength(context: MacroContext): string {
  context.consumeSpaces();
  let text = '';
  for (let i = 0; i < LONGEST; i++) {
    text += context.popToken().text;
    if (LENGTH.test(text)) return text.replaceAll(/\s/g, '');
  }
  throw new Error(`Not a length: “${text.replaceAll('EOF', '')}”`);
}

function shifted(context: MacroContext, sign: '' | '-'): string {
  const length = signed(sign, takeLength(context));
  const isText = isNext(context, '\\hbox') || isNext(context, '\\mbox') || isNext(context, '\\text');
  if (isText) context.popToken();
  return fill(context, `\\raisebox{${length}}{${isText ? '#1' : '$#1$'}}`, takeArgument(context));
}

function moved(context: MacroContext, before: '' | '-', behind: '' | '-'): string {
  const length = takeLength(context);
  const kern = (sign: '' | '-'): string => `\\kern${signed(sign, length)} `;
  return fill(context, `${kern(before)}{#1}${kern(behind)}`, takeArgument(context));
}

function signed(sign: '' | '-', length: string): string {
  return `${sign}${length}`.replace('--', '').replace('-+', '-');
}

/** `\bbox[yellow, 5px, border: 1px solid red]{x}`: of the three, the colour, or else the frame. */
function boxed(context: MacroContext): string {
  const options = textOf(takeOption(context) ?? []).split(',');
  const colour = options.find((option) => /^\s*(?:#[0-9a-f]{3,6}|[a-z]+)\s*$/i.test(option))?.trim();
  const isFramed = options.some((option) => option.includes('border'));
  const frame = colour !== undefined ? `\\colorbox{${colour}}{$#1$}` : isFramed ? '\\boxed{#1}' : '{#1}';
  return fill(context, frame, takeArgument(context));
}

/** Notations of MathML's `menclose`; of those that can't be drawn, what is in them. */
const NOTATIONS = new Map([
  ['box', '\\boxed{#1}'],
  ['roundedbox', '\\boxed{#1}'],
  ['circle', '\\boxed{#1}'],
  ['horizontalstrike', '\\sout{#1}'],
  ['updiagonalstrike', '\\cancel{#1}'],
  ['downdiagonalstrike', '\\bcancel{#1}'],
  ['top', '\\overline{#1}'],
  ['bottom', '\\underline{#1}'],
  ['radical', '\\sqrt{#1}'],
  ['actuarial', '\\angl{#1}'],
]);

function enclosed(context: MacroContext): string {
  const notations = textOf(takeArgument(context)).split(/[\s,]+/);
  takeOption(context);
  const isCrossed = notations.includes('updiagonalstrike') && notations.includes('downdiagonalstrike');
  const known = notations.flatMap((name) => NOTATIONS.get(name) ?? [])[0] ?? '{#1}';
  return fill(context, isCrossed ? '\\xcancel{#1}' : known, takeArgument(context));
}

function sign(code: string): string {
  const number = /^\s*x[0-9a-f]+\s*$/i.test(code) ? parseInt(code.trim().slice(1), 16) : Number(code);
  if (!Number.isInteger(number) || number < 32 || number > 0x10ffff)
    throw new Error(`No sign has the number “${code}”`);
  return `\\char${number} `;
}
