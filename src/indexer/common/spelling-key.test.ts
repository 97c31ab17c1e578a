import { expect, test } from 'vitest';
import { spellingKey } from './spelling-key.ts';

test.each([
  ['Café', 'CAFE\u0301'],
  ['Мой', 'мои\u0306'],
  ['がく', 'か\u3099く'],
  ['한글', '한글'.normalize('NFD')],
  ['Tiếng Việt', 'tiếng việt'.normalize('NFD')],
  ['a b', 'A\u00a0b'],
])('%j and %j are one name', (one, other) => expect(spellingKey(one)).toBe(spellingKey(other)));

test.each([
  ['café', 'cafe'],
  ['мой', 'мои'],
  ['が', 'か'],
  ['कुल', 'कल'],
  ['ปู', 'ปี'],
  ['강', '가'],
  ['ß', 'ss'],
  ['ℝ', 'R'],
])('%j and %j are two', (one, other) => expect(spellingKey(one)).not.toBe(spellingKey(other)));
