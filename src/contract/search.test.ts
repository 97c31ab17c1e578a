import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countPostings,
  fold,
  packPostings,
  packTerms,
  readBlock,
  readPostings,
  readSearch,
  SEARCH_FIELDS,
  SEARCH_VERSION,
  tokenize,
  unpackTerms,
} from './search.ts';

describe('fold', () => {
  test.each([
    ['Gödel', 'godel'],
    ['Tiếng Việt', 'tieng viet'],
    ['λόγος', 'λογος'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Straße ǿ ǽ', 'strasse o ae'],
    ['ﬁre ＡＢＣ x̂', 'fire abc x'],
    ['Ёлка зе́лень', 'елка зелень'],
    ['שָׁלוֹם', 'שלום'],
    ['السَّلَامُ آخر', 'السلام آخر'],
    ['❤\ufe0f', '❤'],
  ])('takes case and marks off %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  test.each(['мой', 'їжак', 'ўс', 'कुल', 'ปู', 'が', 'パ', '강', 'বাংলা', 'த', 'ད་ཀྱི'])(
    'keeps the marks of %s, which make other letters and vowels there',
    (text) => {
      expect(fold(text)).toBe(text.normalize('NFC'));
      expect(fold(text.normalize('NFD'))).toBe(text.normalize('NFC'));
    },
  );

  test('takes forms of half and full width for one', () => {
    expect(fold('ｶﾞｷﾞ Ａ')).toBe('ガギ a');
  });

  test('folds any text once, whichever way it is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(text.normalize('NFC'))).toBe(folded);
      }),
    );
  });
});

describe('tokenize', () => {
  test.each([
    ['2πr', ['2', 'pi', 'r']],
    ['Δt αx', ['delta', 't', 'alpha', 'x']],
    ['λόγος', ['λογος']],
    ['a ≠ b ∉ C', ['a', 'neq', 'b', 'notin', 'c']],
    ['ℝⁿ x₁ σ²', ['mathbb', 'r', 'n', 'x_1', 'sigma', '2']],
  ])('parts %s as its TeX would be', (text, terms) => expect(tokenize(text)).toEqual(terms));

  test.each([
    ['Gödel’s naïve Straße', ['godel', 's', 'naive', 'strasse']],
    ['P(E_1) = \\frac{1}{2}', ['p', 'e_1', 'frac', '1', '2']],
    ['概率论 and x', ['概率', '率论', 'and', 'x']],
    ['火', ['火']],
    ['C++ 漢字kana', ['c', '漢字', 'kana']],
    ['データ', ['デー', 'ータ']],
    ['เรียนรู้ deep', ['เร', 'รี', 'ีย', 'ยน', 'นร', 'รู', 'ู้', 'deep']],
    ['ភាសា', ['ភា', 'ាស', 'សា']],
    ['कुल कल', ['कुल', 'कल']],
    ['か\u3099っこう ｶﾞｯｺｳ', ['がっ', 'っこ', 'こう', 'ガッ', 'ッコ', 'コウ']],
    ['あ\u3099い', ['あ\u3099', '\u3099い']],
    ['강남'.normalize('NFD'), ['강남']],
    ['ปู', ['ปู']],
    ['Мой мои\u0306 Мои', ['мой', 'мой', 'мои']],
    ['ﬁre İstanbul', ['fire', 'istanbul']],
    ['', []],
    ['— … 🔥', []],
    ['∇f ≤ Σ, 𝜆 and \\lambda; µ', ['nabla', 'f', 'leq', 'sigma', 'lambda', 'and', 'lambda', 'mu']],
    ['a ≠ b'.normalize('NFD'), ['a', 'neq', 'b']],
    ['x² and 10⁻³, A⊂B', ['x', '2', 'and', '10', '3', 'a', 'subset', 'b']],
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
  const file = { version: SEARCH_VERSION, fields: [...SEARCH_FIELDS], texts: 'data/texts.x/' };
  const whole = { ...file, store: 'whole', index: {} };
  const blocks = { ...file, store: 'blocks', lengths: [[1], [2]], terms: '#a', blocks: [0] };
  test.each([whole, blocks])('takes what the build writes: $store', (written) =>
    expect(readSearch(written)).toEqual(written),
  );
  test.each([
    ['another version', { ...whole, version: 99 }, /version 99/],
    ['other fields', { ...whole, fields: ['title'] }, /fields/],
    ['no index', { ...whole, index: null }, /no index/],
    ['no store', file, /no index/],
    ['another store', { ...whole, store: 'shelf' }, /no index/],
    ['no terms', { ...blocks, terms: null }, /no index/],
    ['lengths of one field', { ...blocks, lengths: [[1]] }, /no index/],
    ['blocks that begin nowhere', { ...blocks, blocks: [-1] }, /no index/],
    ['nothing', null, /no index/],
  ])('refuses %s in words', (_, value, message) => expect(() => readSearch(value)).toThrow(message));
});

describe('blocks of the index', () => {
  test('hold terms without the letters that they share', () => {
    const terms = fc.uniqueArray(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((term) => !/\n/.test(term)),
    );
    const alike = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 90 }));
    fc.assert(
      fc.property(fc.oneof(terms, alike), (list) => {
        const sorted = [...list].sort();
        expect(unpackTerms(packTerms(sorted))).toEqual(sorted);
      }),
    );
    expect(packTerms(['ember', 'embers', 'ends'])).toBe('#ember\n(s\n$nds');
  });

  const list = fc.uniqueArray(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 5_000 })), {
    selector: ([note]) => note,
  });
  test('hold postings by how far each is from the one before', () => {
    expect(
      packPostings([
        { notes: [0, 10], frequencies: [3, 1] },
        { notes: [2], frequencies: [1] },
      ]),
    ).toBe('1:3 a;3');
    fc.assert(
      fc.property(list, list, (...fields) => {
        const sorted = fields.map((own) => [...own].sort(([a], [b]) => a - b));
        const packed = packPostings(
          sorted.map((own) => ({
            notes: own.map(([note]) => note),
            frequencies: own.map(([, often]) => often),
          })),
        );
        const found: [number, number][][] = [[], []];
        readPostings(packed, (field, note, frequency) => found[field]!.push([note, frequency]));
        expect(found).toEqual(sorted);
        expect(countPostings(packed)).toEqual(sorted.map(({ length }) => length));
      }),
    );
  });

  test('that are something else are read up to there, and never loop', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readPostings(text, (_, note, frequency) => expect(note + frequency).toBeGreaterThanOrEqual(0));
      }),
    );
  });

  test.each([
    ['nothing', null],
    ['another version', { version: 99, postings: [] }],
    ['no list', { version: SEARCH_VERSION, postings: {} }],
    ['what is no text', { version: SEARCH_VERSION, postings: [1] }],
  ])('with %s are refused in words', (_, value) =>
    expect(() => readBlock(value)).toThrow(/part of the search/),
  );
});
