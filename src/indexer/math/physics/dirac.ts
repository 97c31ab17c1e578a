/** The physics package's bras and kets: `\ket{a}`, `\braket{a}{b}`, `\mel{a}{A}{b}`. */
import {
  fence,
  fill,
  isNext,
  takeArgument,
  takeGroup,
  takeSize,
  takeStar,
  type Argument,
  type MacroContext,
  type Size,
} from '../tex-arguments.ts';

export function ket(context: MacroContext): string {
  const size = takeSize(context);
  return fill(context, fence(size, '\\vert', '\\rangle', '#1'), takeArgument(context));
}

/** A bra joins a ket that follows it. */
export function bra(context: MacroContext): string {
  const size = takeSize(context);
  const left = takeArgument(context);
  if (!isNext(context, '\\ket')) return fill(context, fence(size, '\\langle', '\\vert', '#1'), left);
  context.popToken();
  const other = takeSize(context);
  return fill(context, joined(size === 'auto' ? other : size, 2), left, takeArgument(context));
}

/** ⟨a|b⟩; one group stands on both sides, and `\braket{a|b}` is the older package's way to say it. */
export function braket(context: MacroContext): string {
  const size = takeSize(context);
  const left = takeArgument(context);
  const right = takeGroup(context);
  if (!right && left.some((token) => token.text === '|')) {
    return fill(context, '\\mathinner{\\langle{#1}\\rangle}', left);
  }
  return fill(context, joined(size, 2), left, right ?? left);
}

/** |a⟩⟨b|, close together. */
export function ketbra(context: MacroContext): string {
  const size = takeSize(context);
  const left = takeArgument(context);
  const right = takeGroup(context) ?? left;
  const middle = size === 'auto' ? '\\middle' : size === 'none' ? '' : size;
  const body = `{#1}${middle}\\rangle\\!${middle}\\langle{#2}`;
  return fill(context, fence(size, '\\vert', '\\vert', body), left, right);
}

/** ⟨A⟩, or ⟨ψ|A|ψ⟩ with a second group. */
export function expectation(context: MacroContext): string {
  const bars = takeBars(context);
  const middle = takeArgument(context);
  const state = takeGroup(context);
  if (state) return sandwich(context, bars, state, middle, state);
  return fill(context, fence(bars === 'none' ? 'none' : 'auto', '\\langle', '\\rangle', '#1'), middle);
}

/** ⟨a|A|b⟩. */
export function matrixElement(context: MacroContext): string {
  const bars = takeBars(context);
  return sandwich(context, bars, takeArgument(context), takeArgument(context), takeArgument(context));
}

/** What the delimiters grow with: bra and ket (as it comes), nothing (one star), all three (two stars). */
type Bars = 'ends' | 'none' | 'all';

function takeBars(context: MacroContext): Bars {
  if (!takeStar(context)) return 'ends';
  return takeStar(context) ? 'all' : 'none';
}

function sandwich(
  context: MacroContext,
  bars: Bars,
  left: Argument,
  middle: Argument,
  right: Argument,
): string {
  const template =
    bars === 'ends'
      ? '\\left\\langle {#1} \\right\\vert {#2} \\left\\vert {#3} \\right\\rangle '
      : joined(bars === 'all' ? 'auto' : 'none', 3);
  return fill(context, template, left, middle, right);
}

/** So many arguments between angles, with bars as tall as the angles. */
function joined(size: Size, count: 2 | 3): string {
  const line = size === 'auto' ? '\\middle\\vert ' : size === 'none' ? '\\vert ' : `${size}m\\vert `;
  const parts = ['{#1}', '{#2}', '{#3}'].slice(0, count);
  return fence(size, '\\langle', '\\rangle', parts.join(line));
}
