/** Steps reach from -MOST to MOST: 16 bits. */
const MOST = 32767;

/** Finer than any screen shows, so that a small map has small numbers too. */
const FINEST = 1 / 32;

export interface Steps {
  /** Layout units a step: a power of two, so that `step * unit` is exact, in single precision too. */
  readonly unit: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Positions as whole steps. Keeps order (a ≤ b gives step(a) ≤ step(b)), is off by half a step at most, and gives the
 * same steps again for `step * unit`.
 */
export function quantise(x: ArrayLike<number>, y: ArrayLike<number>): Steps {
  let most = 0;
  for (const axis of [x, y]) {
    for (let i = 0; i < axis.length; i++) most = Math.max(most, Math.abs(axis[i]!));
  }
  let unit = FINEST;
  while (most > MOST * unit) unit *= 2;
  // `+ 0` makes -0 a plain zero, as JSON does.
  const steps = (axis: ArrayLike<number>): number[] =>
    Array.from(axis, (value) => Math.max(-MOST, Math.min(MOST, Math.floor(value / unit + 0.5))) + 0);
  return { unit, x: steps(x), y: steps(y) };
}
