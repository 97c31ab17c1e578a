import { describe, expect, test } from 'vitest';
import { loadEmoji, NO_EMOJI, scanEmoji } from './emoji.ts';

const signs = await loadEmoji(true);

/** The text with what was found in its place. */
function shown(text: string): string {
  return scanEmoji(text, signs).reduceRight(
    (rest, { sign, start, end }) => rest.slice(0, start) + sign + rest.slice(end),
    text,
  );
}

describe('scanEmoji', () => {
  // Hugo 0.111 makes just this of them.
  test.each([
    [':joy:', '😂'],
    ['x:joy:y', 'x😂y'],
    [':+1: :-1: :100:', '👍 👎 💯'],
    ['::joy::', ':😂:'],
    [':joy:joy:', '😂joy:'],
    [':joy:joy:joy:', '😂joy😂'],
    [':foo:joy:', ':foo:joy:'],
    ['\\:joy:', '\\😂'],
    [':hamburger::hamburger::joy:', '🍔🍔😂'],
    ['10:30:45', '10:30:45'],
    ['a 8:100:9', 'a 8💯9'],
    [':octocat: :JOY: :é: :jo y: :joy', ':octocat: :JOY: :é: :jo y: :joy'],
    ['|:---:|:--:|', '|:---:|:--:|'],
    [':constructor: :__proto__:', ':constructor: :__proto__:'],
  ])('makes of %j what Hugo does: %j', (text, expected) => expect(shown(text)).toBe(expected));

  test.each([':', ':q', ':a:', ':joy:'])('stays quick on 100,000 times %j', (piece) => {
    // Quadratic scanning of this would outlast the test's time limit.
    expect(scanEmoji(`${piece.repeat(100_000)}b`, signs)).toHaveLength(piece.length > 2 ? 100_000 : 0);
  });

  test('finds nothing where no names are known', async () => {
    expect(await loadEmoji(false)).toBe(NO_EMOJI);
    expect(scanEmoji(':joy:', NO_EMOJI)).toEqual([]);
  });
});
