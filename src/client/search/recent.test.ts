import { expect, test } from 'vitest';
import { readRecent, withRecent } from './recent.ts';

test('the last query stands first, and once', () => {
  expect(withRecent(['fire', 'hearth'], ' hearth  stone ')).toEqual(['hearth stone', 'fire']);
  expect(withRecent(['fire', 'hearth'], 'hearth')).toEqual(['hearth', 'fire']);
  expect(withRecent(['fire'], 'f')).toEqual(['fire']);
});

test('eight are kept', () => {
  const many = Array.from({ length: 20 }, (_, index) => `query ${index}`);
  const kept = many.reduce<readonly string[]>(withRecent, []);
  expect(kept).toHaveLength(8);
  expect(kept[0]).toBe('query 19');
});

test('what is remembered otherwise is left out', () => {
  expect(readRecent(['a', 1, '', null, 'x'.repeat(300), 'b'])).toEqual(['a', 'b']);
  expect(readRecent({ 0: 'a' })).toEqual([]);
  expect(readRecent(['a', 'b', 'a'])).toEqual(['a', 'b']);
});
