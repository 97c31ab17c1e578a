import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Positions } from './positions.ts';

describe('Positions', () => {
  test.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\n\nb', 2, 2, 1],
    ['ü😀x', 3, 1, 7],
    ['ü\n日本x', 4, 2, 7],
  ])('of %j at %i are line %i, column %i', (text, offset, line, column) => {
    expect(new Positions(text).at(offset)).toEqual({ line, column });
  });

  test('count lines and bytes from 1, in whatever order they are asked for', () => {
    const text = fc.array(fc.constantFrom('a', 'ü', '😀', '\n', ' ', '日'), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(80), { maxLength: 20 }), (characters, wanted) => {
        const whole = characters.join('');
        const starts = characters.map((_, index) => characters.slice(0, index).join('').length);
        const positions = new Positions(whole);
        for (const offset of wanted.map((index) => starts[index % starts.length] ?? 0)) {
          const lines = whole.slice(0, offset).split('\n');
          expect(positions.at(offset)).toEqual({
            line: lines.length,
            column: Buffer.byteLength(lines.at(-1)!) + 1,
          });
        }
      }),
    );
  });

  test('give each line’s text and start', () => {
    const positions = new Positions('one\n\nthree\n');
    expect([0, 1, 2, 3].map((line) => positions.textOf(line))).toEqual(['one', '', 'three', '']);
    expect([0, 1, 2, 3, 9].map((line) => positions.startOf(line))).toEqual([0, 4, 5, 11, 11]);
  });
});
