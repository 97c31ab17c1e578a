import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../contract/search.ts';
import { piecesOf } from './pieces.ts';

test.each([
  ['e\u0301x\u0302y', ['e\u0301', 'x\u0302', 'y']],
  ['강남', ['강', '남']],
  ['강남'.normalize('NFD'), ['강'.normalize('NFD'), '남'.normalize('NFD')]],
  ['か\u3099くﾊﾟ', ['か\u3099', 'く', 'ﾊﾟ']],
  ['и\u0306', ['и\u0306']],
  ['कुल', ['क', 'ु', 'ल']],
  ['❤\ufe0fa', ['❤\ufe0f', 'a']],
  ['', []],
])('%j has the pieces %j', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));

test('no piece is lost or invented, and each is composed by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const pieces = piecesOf(text);
      expect(pieces.join('')).toBe(text);
      expect(pieces.map(fold).join('').replaceAll('ς', 'σ')).toBe(fold(text).replaceAll('ς', 'σ'));
    }),
    { numRuns: 500 },
  );
});
