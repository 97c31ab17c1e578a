/** What Hugo 0.111.3 itself leaves out as a draft is a yes here; what it doesn't may be one too. */
import { expect, test } from 'vitest';
import { truthOf } from './truth.ts';

const YES = [
  true,
  'true',
  'TRUE',
  'yes',
  'Yes',
  'YES',
  'on',
  'ON',
  'y',
  'Y',
  't',
  'T',
  '1',
  ' yES ',
  1,
  2,
  -1,
];
const NO = [false, 'false', 'No', 'off', 'n', 'F', '0', 0];

test.each(YES)('%j is a yes', (value) => expect(truthOf(value)).toBe(true));

test.each(NO)('%j is a no', (value) => expect(truthOf(value)).toBe(false));

test('heeds whole numbers of any length', () => expect([1n, 0n].map(truthOf)).toEqual([true, false]));

test.each([null, undefined, '', ' '])('%j says nothing', (value) => expect(truthOf(value)).toBeNull());

test.each([['maybe'], [[[true]]], [{ a: true }]])('%j is neither', (value) =>
  expect(truthOf(value)).toBeUndefined(),
);
