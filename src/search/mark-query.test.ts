import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, tokenize } from '../contract/search.ts';
import { findingOf } from './mark-query.ts';

const marked = (query: string, terms: readonly string[], text: string): string[] =>
  findingOf(query, terms)(text).map(({ start, end }) => text.slice(start, end));

const TEXT = 'A linear map is a map. Linear,\nmap? The Linear-Map maps linearly; a matrix of maps.';

it('a phrase is marked as one, where it stands', () => {
  expect(marked('"linear map"', ['linear', 'map'], TEXT)).toEqual([
    'linear map',
    'Linear,\nmap',
    'Linear-Map',
  ]);
});

it('words beside a phrase are marked one by one', () => {
  expect(marked('"linear map" matr', ['linear', 'map', 'matrix'], TEXT)).toEqual([
    'linear map',
    'Linear,\nmap',
    'Linear-Map',
    'matrix',
  ]);
});

it('a word that is asked for beside its phrase is marked everywhere', () => {
  expect(marked('"linear map" map', ['linear', 'map'], 'a linear map, a map')).toEqual(['linear map', 'map']);
});

it('words without quotes are marked one by one, also beside other conditions', () => {
  expect(marked('linear map tag:x', ['linear', 'map'], 'a linear map')).toEqual(['linear', 'map']);
});

it('small words are marked in a phrase, and where nothing else was found', () => {
  const text = 'maps and matrices of the theory';
  expect(marked('maps and matrices', ['maps', 'and', 'matrices'], text)).toEqual(['maps', 'matrices']);
  expect(marked('"maps and" the', ['maps', 'and', 'the'], text)).toEqual(['maps and']);
  expect(marked('of the', ['of', 'the'], text)).toEqual(['of', 'the']);
});

it('phrases of a choice are marked, those that must not be there are not', () => {
  const terms = ['linear', 'map', 'a', 'matrix'];
  expect(marked('"linear map" OR "a matrix"', terms, TEXT).at(-1)).toBe('a matrix');
  expect(marked('map -"linear map"', ['map'], 'a linear map')).toEqual(['map']);
});

it('a phrase without spaces is marked within its line', () => {
  expect(marked('"地図は"', ['地図', '図は'], 'この地図はノート')).toEqual(['地図は']);
});

it('a phrase is marked within words that are composed otherwise', () => {
  for (const form of ['NFC', 'NFD'] as const) {
    expect(marked('"가"', ['가'], '강남 가'.normalize(form))).toEqual(['가'.normalize(form)]);
    expect(marked('"강남"', ['강남'], '서울강남역'.normalize(form))).toEqual(['강남'.normalize(form)]);
    expect(marked('"か"', ['か'], 'がか'.normalize(form))).toEqual(['か']);
    expect(marked('"कल"', ['कल'], 'कुल कल'.normalize(form))).toEqual(['कल']);
  }
  expect(marked('"x y"', ['x', 'y'], 'x\u0302 y\u0302!')).toEqual(['x\u0302 y\u0302']);
});

const WORDS = [
  ...[
    'कुल',
    'कल',
    'ปูก',
    'ปีก',
    '강남',
    '가나',
    'がく',
    'かく',
    'ガラス',
    'ｶﾞﾗｽ',
    'カラン',
    'Мой',
    'Мои',
    'Ёлка',
  ],
  ...['Việt', 'Viet', 'İzmir', 'Straße', 'strasse', 'ﬁre', 'FIRE', 'Gödel', 'λόγος', 'বাংলা', 'น้ำ', '地図'],
];

it('a word of any script is marked where it stands, and no other, however both are composed', () => {
  const form = fc.constantFrom('NFC', 'NFD');
  const word = fc.tuple(fc.constantFrom(...WORDS), form).map(([text, how]) => text.normalize(how));
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), fc.boolean(), (wanted, words, isPhrase) => {
      const text = words.join(' ');
      const query = isPhrase ? `"${wanted}"` : wanted;
      const same = words.filter((one) => fold(one) === fold(wanted));
      // Of scripts without spaces, pairs that stand together are marked one after the other.
      expect(marked(query, tokenize(wanted), text).join('')).toBe(same.join(''));
    }),
    { numRuns: 1_000 },
  );
});

it('a phrase ends with its last word', () => {
  expect(marked('"linear ma"', ['linear', 'ma'], TEXT)).toEqual([]);
});

it('in any text is in order and without overlap', () => {
  const word = fc.constantFrom('a', 'b', 'A', 'é', '地図', '²', '-', '"', 'a b');
  const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(words, words, words, (phrase, other, text) => {
      let end = 0;
      for (const range of findingOf(`"${phrase}" ${other}`, ['a', 'b', '地図'])(text)) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(range.end).toBeGreaterThan(range.start);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
