import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearestNames } from './nearest.ts';

/** Optimal string alignment by its definition, slow and plain. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const costs = [rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        costs.push(rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = Math.min(...costs);
    }
  }
  return rows[a.length]![b.length]!;
}

describe('NearestNames', () => {
  const names = new NearestNames(['gradient_descent', 'hearth', 'hearthstone', 'Fireside', 'a']);
  test.each([
    ['gradient_decent', 'gradient_descent'],
    ['haerth', 'hearth'],
    ['FIRESIDE', 'Fireside'],
    ['nothing like it', undefined],
  ])('for %j finds %j', (wanted, expected) => expect(names.find(wanted)).toBe(expected));

  test.each([
    ['b', ['a', 'c', '1'], undefined],
    ['', ['a'], undefined],
    ['🌱', ['🌿'], undefined],
    ['b', ['a', 'ab'], 'ab'],
    ['ab', ['cd', 'ba'], 'ba'],
    ['ab', ['cd', 'cb'], 'cb'],
    ['A', ['b', 'a'], 'a'],
  ])('of the short name %j among %j finds only what shares a letter', (wanted, list, expected) =>
    expect(new NearestNames(list).find(wanted)).toBe(expected),
  );

  test('knows what an equal list has answered, and answers it without a search', () => {
    const first = new NearestNames(['hearth', 'Fireside']);
    for (const wanted of ['haerth', 'fireside', 'nothing like it']) first.find(wanted);
    const second = new NearestNames(['hearth', 'Fireside']);
    expect(second.key).toBe(first.key);
    expect(new NearestNames(['Fireside', 'hearth']).key).not.toBe(first.key);
    second.learn(first.answers);
    expect(['haerth', 'fireside', 'nothing like it'].map((wanted) => second.find(wanted))).toEqual([
      'hearth',
      'Fireside',
      undefined,
    ]);
    expect(second.searches).toBe(0);
    expect(first.searches).toBe(3);
  });

  test('finds the very name among any others', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1 }), (list) => {
        const wanted = list.at(-1)!;
        expect(new NearestNames(list).find(wanted)?.toLowerCase()).toBe(wanted.toLowerCase());
      }),
    );
  });

  test('finds what a look at every name finds', () => {
    const word = fc.stringMatching(/^[abc]{1,14}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), word, (list, wanted) => {
        const limit = Math.min(6, Math.max(1, Math.floor(wanted.length / 4)));
        const distances = list.map((name) => {
          const found = distance(wanted, name);
          return found > 0 && found === Math.max(wanted.length, name.length) ? Infinity : found;
        });
        const least = Math.min(...distances);
        const expected = least > limit ? undefined : list[distances.indexOf(least)];
        expect(new NearestNames(list).find(wanted)).toBe(expected);
      }),
    );
  });

  test('finds a name after one letter is lost, added, changed or swapped', () => {
    const word = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.nat(5),
        fc.constantFrom('lost', 'added', 'changed', 'swapped'),
        (name, at, how) => {
          const wrong =
            how === 'lost'
              ? name.slice(0, at) + name.slice(at + 1)
              : how === 'added'
                ? `${name.slice(0, at)}q${name.slice(at)}`
                : how === 'changed'
                  ? `${name.slice(0, at)}z${name.slice(at + 1)}`
                  : name.slice(0, at) + (name[at + 1] ?? '') + name[at]! + name.slice(at + 2);
          expect(new NearestNames(['0123456789', name]).find(wrong)).toBe(name);
        },
      ),
    );
  });
});
