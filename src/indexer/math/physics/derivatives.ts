/** The physics package's differentials and derivatives: `\dd[3]{x}`, `\dv{f}{x}`, `\pdv{f}{x}{y}`. */
import {
  fill,
  takeArgument,
  takeFenced,
  takeGroup,
  takeStar,
  type Argument,
  type Macro,
} from '../tex-arguments.ts';

/** `\dd`, `\dd{x}`, `\dd[n]{x}`, `\dd(x)`. */
export function differential(d: string): Macro {
  return (context) => {
    const order = takeFenced(context, '[', ']');
    const group = takeGroup(context);
    const long = group ? null : takeFenced(context, '(', ')');
    const args: Argument[] = [];
    const place = (argument: Argument): string => `#${args.push(argument)}`;
    const head = order ? `${d}^{${place(order)}}` : d;
    if (group) return fill(context, `\\mathinner{${head} ${place(group)}}`, ...args);
    if (long)
      return fill(context, `\\mathinner{${head}\\mathopen{}\\left( ${place(long)} \\right)}`, ...args);
    return fill(context, `${head} `, ...args);
  };
}

/**
 * `\dv{x}`, `\dv[n]{f}{x}`, `\dv{x}(f)`, with a star in the line: `\dv*{f}{x}`. Where `mixed`, a third group is a
 * second variable: `\pdv{f}{x}{y}`.
 */
export function derivative(d: string, mixed: boolean): Macro {
  return (context) => {
    const inLine = takeStar(context);
    const order = takeFenced(context, '[', ']');
    const first = takeArgument(context);
    const second = takeGroup(context);
    const third = second && mixed ? takeGroup(context) : null;
    const long = takeFenced(context, '(', ')');

    const args: Argument[] = [];
    const place = (argument: Argument): string => `#${args.push(argument)}`;
    const power = order ? `^{${place(order)}}` : '';
    const above = `${d}${third && !order ? '^{2}' : power} ${second ? place(first) : ''}`;
    const below = third
      ? `${d} ${place(second ?? first)} ${d} ${place(third)}`
      : `${d} ${place(second ?? first)}${power}`;
    const fraction = inLine ? `\\left. ${above} \\middle/ ${below} \\right. ` : `\\frac{${above}}{${below}}`;
    const tail = long ? `\\mathopen{}\\left( ${place(long)} \\right)` : '';
    return fill(context, fraction + tail, ...args);
  };
}
