import { describe, expect, test } from 'vitest';
import { memo, sameItems } from './memo.ts';

describe('memo', () => {
  test('works an answer out once for an object, also where it is undefined', () => {
    let calls = 0;
    const answer = memo(({ size }: { size: number }) => {
      calls++;
      return size > 1 ? size : undefined;
    });
    const [one, two] = [{ size: 1 }, { size: 2 }];
    expect([answer(one), answer(two), answer(one), answer(two)]).toEqual([undefined, 2, undefined, 2]);
    expect(calls).toBe(2);
    expect(answer({ size: 2 })).toBe(2);
    expect(calls).toBe(3);
  });
});

describe('sameItems', () => {
  test.each([
    [[], [], true],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b', 'a'], false],
    [['ab'], ['a', 'b'], false],
    [['a'], ['a', 'b'], false],
  ])('of %j and %j is %j', (a, b, expected) => expect(sameItems(a, b)).toBe(expected));
});
