import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSearch, SEARCH_FIELDS, SEARCH_VERSION, tokenize } from './search.ts';

describe('tokenize', () => {
  test.each([
    ['Gödel’s naïve Straße', ['godel', 's', 'naive', 'strasse']],
    ['P(E_1) = \\frac{1}{2}', ['p', 'e_1', 'frac', '1', '2']],
    ['概率论 and x', ['概率', '率论', 'and', 'x']],
    ['火', ['火']],
    ['C++ 漢字kana', ['c', '漢字', 'kana']],
    ['ﬁre İstanbul', ['fire', 'istanbul']],
    ['', []],
    ['— … 🔥', []],
    ['∇f ≤ Σ, 𝜆 and \\lambda; µ', ['nabla', 'f', 'sigma', 'lambda', 'and', 'lambda', 'mu']],
    ['λόγος ∑∞', ['λογος', 'sum', 'infty']],
  ])('cuts %j into %j', (text, terms) => expect(tokenize(text)).toEqual(terms));

  test('gives the same words whether or not a line can take the quick way', () => {
    const code = fc.oneof(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0x2010, max: 0x203f }));
    const plain = fc.string({ unit: code.map((point) => String.fromCharCode(point)) });
    fc.assert(
      fc.property(plain, (text) => {
        // A no-break space outside the words sends the line the long way.
        expect(
          tokenize(
            text
              .split('\n')
              .map((line) => `${line}\u00a0`)
              .join('\n'),
          ),
        ).toEqual(tokenize(text));
      }),
    );
  });

  test('cuts a line of a million words', () => {
    expect(tokenize('ember '.repeat(1_000_000))).toHaveLength(1_000_000);
  });

  test('finds a word by itself again, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        for (const term of tokenize(text)) expect(tokenize(term)).toEqual([term]);
      }),
    );
  });
});

describe('readSearch', () => {
  const whole = { version: SEARCH_VERSION, fields: [...SEARCH_FIELDS], texts: 'data/texts.x/', index: {} };
  test('takes what the build writes', () => expect(readSearch(whole)).toEqual(whole));
  test.each([
    ['another version', { ...whole, version: 99 }, /version 99/],
    ['other fields', { ...whole, fields: ['title'] }, /fields/],
    ['no index', { ...whole, index: null }, /no index/],
    ['nothing', null, /no index/],
  ])('refuses %s in words', (_, value, message) => expect(() => readSearch(value)).toThrow(message));
});
