import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantise } from './quantise.ts';

const positions = fc
  .array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 40 })
  .map((x) => ({ x, y: x.map((value) => value / 3) }));

describe('steps', () => {
  it('are whole, of 16 bits, and at most half a step off', () => {
    fc.assert(
      fc.property(positions, ({ x, y }) => {
        const steps = quantise(x, y);
        for (const [axis, given] of [
          [steps.x, x],
          [steps.y, y],
        ] as const) {
          axis.forEach((step, i) => {
            expect(Number.isInteger(step) && Math.abs(step) <= 32767 && !Object.is(step, -0)).toBe(true);
            expect(Math.abs(step * steps.unit - given[i]!)).toBeLessThanOrEqual(steps.unit / 2);
          });
        }
      }),
    );
  });

  it('keep the order of positions', () => {
    fc.assert(
      fc.property(positions, ({ x, y }) => {
        const steps = quantise(x, y).x;
        const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!);
        for (let i = 1; i < order.length; i++) {
          expect(steps[order[i]!]!).toBeGreaterThanOrEqual(steps[order[i - 1]!]!);
        }
      }),
    );
  });

  it('come out the same again, in single precision too', () => {
    fc.assert(
      fc.property(positions, ({ x, y }) => {
        const steps = quantise(x, y);
        const again = quantise(
          Float32Array.from(steps.x, (step) => step * steps.unit),
          Float32Array.from(steps.y, (step) => step * steps.unit),
        );
        expect(again).toEqual(steps);
      }),
    );
  });

  it('of a usual map are finer than a screen shows', () => {
    expect(quantise([-900, 900], [0, 0]).unit).toBe(1 / 32);
  });
});
