import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearestNames } from './nearest.ts';

describe('NearestNames', () => {
  const names = new NearestNames(['gradient_descent', 'hearth', 'hearthstone', 'Fireside', 'a']);
  test.each([
    ['gradient_decent', 'gradient_descent'],
    ['haerth', 'hearth'],
    ['FIRESIDE', 'Fireside'],
    ['b', 'a'],
    ['nothing like it', undefined],
    ['', 'a'],
  ])('for %j finds %j', (wanted, expected) => expect(names.find(wanted)).toBe(expected));

  test('finds the very name among any others', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1 }), (list) => {
        const wanted = list.at(-1)!;
        expect(new NearestNames(list).find(wanted)?.toLowerCase()).toBe(wanted.toLowerCase());
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
