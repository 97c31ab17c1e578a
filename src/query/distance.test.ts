import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceWithin } from './distance.ts';

/** The whole table, as it is written in books. */
function whole(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const costs = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        costs.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...costs);
    }
  }
  return table[a.length]![b.length]!;
}

describe('distanceWithin', () => {
  it('is that of the whole table, or above the limit where that is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 14 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
        const [found, expected] = [distanceWithin(a, b, limit), whole(a, b)];
        if (expected <= limit) expect(found).toBe(expected);
        else expect(found).toBeGreaterThan(limit);
      }),
      { numRuns: 3000 },
    );
  });

  it('counts a swap of two letters once, and takes the longest words', () => {
    expect(distanceWithin('probabilty', 'probability', 2)).toBe(1);
    expect(distanceWithin('gaussian', 'guassian', 2)).toBe(1);
    expect(distanceWithin('x'.repeat(190), 'y'.repeat(190), 190)).toBe(190);
  });
});
