import { expect, test } from 'vitest';
import { PageKeys } from './page-keys.ts';

test('a page has the key of its inputs, which are asked for where a part of them is another object', () => {
  const keys = new PageKeys();
  const asked: unknown[] = [];
  const keyOf = (parts: readonly unknown[], value: unknown): string =>
    keys.keyOf('a', parts, () => (asked.push(value), value));
  const part = {};

  keys.begin(true);
  const first = keyOf([part, 'x'], ['x']);
  keys.begin(true);
  expect(keyOf([part, 'x'], ['not asked for'])).toBe(first);
  keys.begin(true);
  // Another object of the same value.
  expect(keyOf([{}, 'x'], ['x'])).toBe(first);
  keys.begin(true);
  expect(keyOf([part, 'y'], ['y'])).not.toBe(first);
  expect(asked).toEqual([['x'], ['x'], ['y']]);
});

test('a page that was away is not remembered', () => {
  const keys = new PageKeys();
  const part = {};
  keys.begin(true);
  const first = keys.keyOf('a', [part], () => 1);
  keys.begin(true);
  keys.begin(true);
  expect(keys.keyOf('a', [part], () => 2)).not.toBe(first);
});
