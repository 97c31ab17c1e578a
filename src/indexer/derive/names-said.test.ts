import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, NameTree, placeOf, type Said } from './names-said.ts';
import { Terms } from './terms.ts';

function said(names: readonly string[], line: string): string[] {
  const found = new Map<string, Said>();
  const terms = new Terms();
  new NameTree(names, terms).find(line, terms.read(line), found);
  return [...found.values()].map((one) => {
    const place = placeOf(one);
    return place === null ? '?' : line.slice(place.start, place.end);
  });
}

describe('a name that is said', () => {
  test.each([
    ['in other letters and with other signs', ['Bayes Theorem'], 'By bayes-theorem, …', ['bayes-theorem']],
    [
      'the longest of those that begin there',
      ['Bayes', 'Bayes Net'],
      'a Bayes Net and Bayes',
      ['Bayes Net', 'Bayes'],
    ],
    ['not inside a word', ['ring'], 'a string of rings', []],
    ['not in the beginning of a longer name only', ['a priori proof'], 'a priori reasons', []],
    ['without its marks', ['Gödel'], 'as Godel said', ['Godel']],
    ['in a script without spaces', ['概率论'], '这是概率论的书', ['概率论']],
    ['not where it is too short', ['it', '42'], 'it is 42', []],
    ['once, however often', ['fire'], 'fire, fire!', ['fire']],
    [
      'of an odd kind',
      ['__proto__', 'constructor'],
      'constructor of __proto__',
      ['constructor', '__proto__'],
    ],
  ])('is found %s', (_, names, line, expected) => expect(said(names, line)).toEqual(expected));

  test('is found in any line that holds it between spaces, in the spelling of the line', () => {
    const words = fc.stringMatching(/^[a-z]{3,6}( [a-z]{1,6}){0,2}$/);
    fc.assert(
      fc.property(words, fc.stringMatching(/^[.,; ]{0,5}$/), (name, around) => {
        const line = `${around} ${name.toUpperCase()} ${around}`;
        expect(said([name], line)).toEqual([name.toUpperCase()]);
      }),
    );
  });

  test('takes linear time in a line of its beginnings', () => {
    const name = 'ha '.repeat(11) + 'end';
    expect(said([name], 'ha '.repeat(200_000))).toEqual([]);
  });
});

test('a key is the same for all spellings', () => {
  expect(nameKey('Bayes’ Théorem')).toBe(nameKey('bayes theorem'));
  expect(nameKey('ab')).toBeNull();
  expect(nameKey('2024')).toBeNull();
  expect(nameKey('word '.repeat(40))).toBeNull();
});
