import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameValue } from './same-value.ts';

test('values are the same where JSON writes them the same, whatever the order of keys', () => {
  const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const text = JSON.stringify(a);
      const again = JSON.parse(text) as unknown;
      expect(isSameValue(a, again)).toBe(JSON.stringify(again) === text);
      expect(isSameValue([a, b], [b, a])).toBe(isSameValue(a, b));
      if (isSameValue(a, b)) expect(JSON.stringify(sorted(a))).toBe(JSON.stringify(sorted(b)));
    }),
  );
});

test.each([
  [[], {}],
  [[1, 2], [1]],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined }, { b: undefined }],
  [null, {}],
  ['1', 1],
  [{ toString: 1 }, {}],
])('%j is not %j', (a, b) => {
  expect(isSameValue(a, b)).toBe(false);
  expect(isSameValue(b, a)).toBe(false);
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, own]) => [key, sorted(own)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
