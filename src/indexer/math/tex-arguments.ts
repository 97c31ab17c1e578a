/** Reads the arguments of commands from KaTeX's token stack. */

/** A token of KaTeX. Its own class carries a place in the source too, which nothing here needs. */
export interface TexToken {
  readonly text: string;
  readonly noexpand?: boolean;
}

/** Tokens in reverse order, as KaTeX's stack keeps them. */
export type Argument = readonly TexToken[];

/** The part of KaTeX's macro expander that function macros use. */
export interface MacroContext {
  future(): TexToken;
  popToken(): TexToken;
  pushToken(token: TexToken): void;
  pushTokens(tokens: readonly TexToken[]): void;
  consumeSpaces(): void;
  consumeArg(): { readonly tokens: Argument };
  isDefined(name: string): boolean;
  readonly lexer: { setCatcode(sign: string, code: number): void };
  readonly macros: { set(name: string, macro: Macro, global: boolean): void };
}

/** Text with `#1` to `#9`, tokens, or a function that reads its own arguments and returns one of these. */
export type Macro = string | Expansion | ((context: MacroContext) => string | Expansion);

/** Tokens, in reverse order, in which `#` and a digit stand for an argument. */
export interface Expansion {
  readonly tokens: Argument;
  readonly numArgs: number;
}

/** How tall a pair of delimiters is: as its content, as the line, or as one of the four commands says. */
export type Size = 'auto' | 'none' | '\\big' | '\\Big' | '\\bigg' | '\\Bigg';

const SIZES: ReadonlySet<string> = new Set(['\\big', '\\Big', '\\bigg', '\\Bigg']);

/** After these a delimiter belongs to them and neither opens nor closes an argument. */
const TAKES_DELIMITER: ReadonlySet<string> = new Set(
  [
    'left',
    'right',
    'middle',
    ...['big', 'Big', 'bigg', 'Bigg'].flatMap((size) => ['', 'l', 'r', 'm'].map((side) => size + side)),
  ].map((name) => `\\${name}`),
);

/** Whether the next token that isn't a space is `text`. */
export function isNext(context: MacroContext, text: string): boolean {
  context.consumeSpaces();
  return context.future().text === text;
}

export function takeStar(context: MacroContext): boolean {
  if (!isNext(context, '*')) return false;
  context.popToken();
  return true;
}

/** A star means the line's height; without anything the delimiters grow with their content. */
export function takeSize(context: MacroContext): Size {
  if (takeStar(context)) return 'none';
  const next = context.future().text;
  if (!SIZES.has(next)) return 'auto';
  context.popToken();
  return next as Size;
}

/** One token or one group, as LaTeX's mandatory arguments. */
export function takeArgument(context: MacroContext): Argument {
  return context.consumeArg().tokens;
}

/** As it is written, without the spaces that TeX passes over. */
export function textOf(argument: Argument): string {
  return argument
    .map(({ text }) => text)
    .reverse()
    .join('');
}

/** A group in braces, or null. */
export function takeGroup(context: MacroContext): Argument | null {
  return isNext(context, '{') ? context.consumeArg().tokens : null;
}

/** What stands between `open` and its partner, or null, with nothing read, where it isn't there or doesn't close. */
export function takeFenced(context: MacroContext, open: string, close: string): Argument | null {
  if (!isNext(context, open)) return null;
  const read: TexToken[] = [context.popToken()];
  let braces = 0;
  let fences = 1;
  for (let before = ''; ; before = read[read.length - 1]!.text) {
    const token = context.popToken();
    read.push(token);
    const { text } = token;
    if (text === 'EOF' || (text === '}' && braces === 0)) {
      context.pushTokens(read.reverse());
      return null;
    }
    if (text === '{') braces++;
    else if (text === '}') braces--;
    else if (braces > 0 || TAKES_DELIMITER.has(before)) continue;
    else if (text === close) {
      if (--fences === 0) return read.slice(1, -1).reverse();
    } else if (text === open) fences++;
  }
}

/** LaTeX's optional argument in brackets, or null where there is none. */
export function takeOption(context: MacroContext): Argument | null {
  return isNext(context, '[') ? (context.popToken(), takeUntil(context, ']')) : null;
}

/** What stands before a token, which is read too. @throws {Error} where it isn't there */
export function takeUntil(context: MacroContext, end: string): Argument {
  const read: TexToken[] = [];
  for (let braces = 0; ;) {
    const token = context.popToken();
    if (token.text === end && braces === 0) return read.reverse();
    braces += token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
    if (token.text === 'EOF' || braces < 0) throw new Error(`There is no ${end} where one belongs`);
    read.push(token);
  }
}

/** A formula may expand to so many tokens: KaTeX bounds the number of expansions only, not what they make. */
const MAX_TOKENS = 100_000;

const bounded = new WeakSet<MacroContext>();

/** Counts the tokens that a formula's expansions make from here on, and throws where there are too many. */
export function boundExpansion(context: MacroContext): void {
  if (bounded.has(context)) return;
  bounded.add(context);
  let count = 0;
  const pushAll = context.pushTokens.bind(context);
  context.pushTokens = (tokens) => {
    count += tokens.length;
    if (count > MAX_TOKENS) throw new Error(`The formula expands to more than ${MAX_TOKENS} tokens`);
    pushAll(tokens);
  };
}

/** Puts tokens, in reverse order as all arguments are, before what comes next. */
export function push(context: MacroContext, tokens: Argument): void {
  boundExpansion(context);
  context.pushTokens(tokens);
}

/** Puts arguments before what comes next, so that a template can take them up as `#1`, `#2`, … */
export function fill(context: MacroContext, template: string, ...args: readonly Argument[]): string {
  for (const argument of [...args].reverse()) {
    context.pushToken({ text: '}' });
    push(context, argument);
    context.pushToken({ text: '{' });
  }
  return template;
}

/** TeX of `body` between two delimiters of that size. */
export function fence(size: Size, open: string, close: string, body: string): string {
  if (size === 'auto') return `\\left${open} ${body} \\right${close} `;
  if (size !== 'none') return `${size}l${open} ${body} ${size}r${close} `;
  const plain = new Map([
    ['\\vert', ['\\lvert', '\\rvert']],
    ['\\Vert', ['\\lVert', '\\rVert']],
    ['.', ['', '']],
  ]);
  return `${plain.get(open)?.[0] ?? open} ${body} ${plain.get(close)?.[1] ?? close} `;
}
