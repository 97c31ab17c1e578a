import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thousands } from './thousands.ts';

test('a number is written as the browser writes it in English', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.nat(12), (large, small) => {
      for (const count of [large, small, large % 10 ** small, 10 ** small])
        expect(thousands(count)).toBe(count.toLocaleString('en'));
    }),
  );
});
