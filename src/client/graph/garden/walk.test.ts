import { describe, expect, it } from 'vitest';
import { standsOn, startWalk, walkOn, type Step } from './walk.ts';

// 0 is linked with 1, 2 and 3; 3 with 0 and 4; 9 with nobody.
const lists = new Map([
  [0, [3, 1, 2]],
  [3, [0, 4]],
  [9, []],
]);
const neighbours = (node: number): number[] => lists.get(node) ?? [];
const after = (start: number, ...steps: Step[]): number =>
  standsOn(
    steps.reduce((walk, step) => walkOn(walk, step, neighbours), startWalk(start)),
    neighbours,
  );

describe('walkOn', () => {
  it('goes round the neighbours in their order, both ways', () => {
    expect(after(0)).toBe(0);
    expect(after(0, 'next')).toBe(3);
    expect(after(0, 'next', 'next')).toBe(1);
    expect(after(0, 'next', 'next', 'next', 'next')).toBe(3);
    expect(after(0, 'previous')).toBe(2);
    expect(after(0, 'previous', 'next')).toBe(3);
  });

  it('walks on into a neighbour and back', () => {
    expect(after(0, 'next', 'into')).toBe(3);
    expect(after(0, 'next', 'into', 'next', 'next')).toBe(4);
    expect(after(0, 'next', 'into', 'next', 'back')).toBe(3);
    expect(after(0, 'next', 'into', 'next', 'back', 'back')).toBe(0);
    expect(after(0, 'back', 'back')).toBe(0);
  });

  it('takes the first neighbour on the way down from the centre', () => {
    expect(after(0, 'into')).toBe(3);
  });

  it('stays where nothing is linked', () => {
    expect(after(9, 'next', 'previous', 'into', 'back')).toBe(9);
  });

  it('stays on its note where other neighbours come, and goes back to the centre where it is gone', () => {
    const walk = walkOn(startWalk(0), 'next', neighbours);
    const more = (): number[] => [7, 8, 3, 1];
    expect(standsOn(walk, more)).toBe(3);
    expect(standsOn(walkOn(walk, 'next', more), more)).toBe(1);
    const fewer = (): number[] => [1];
    expect(standsOn(walk, fewer)).toBe(0);
    expect(standsOn(walkOn(walk, 'into', fewer), fewer)).toBe(1);
  });
});
