import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../../layout/kept.ts';
import { ghostPlace, namesThen } from './follow-moves.ts';

const keptOf = (names: readonly string[]): Kept => ({
  unit: 1,
  regions: [],
  linked: names.map((name) => ({ name, x: 0, y: 0, colour: -1 })),
  single: [],
});

const then = (
  today: readonly string[],
  before: readonly string[],
  titles: readonly string[] = [],
): readonly string[] =>
  namesThen(
    today,
    today.map((_, node) => titles[node] ?? ''),
    keptOf(before),
  );

describe('names of the last build', () => {
  it('are today’s where nothing was moved', () => {
    const names = ['a.md', 'b/c.md', ghostPlace('oak')];
    expect(then(names, names)).toBe(names);
    expect(then([...names, 'new.md'], names)).toEqual([...names, 'new.md']);
    expect(then(['a.md'], names)).toEqual(['a.md']);
  });

  it('follow a note to another folder, and a folder to another name', () => {
    expect(then(['b/a.md', 'x.md'], ['a.md', 'x.md'])).toEqual(['a.md', 'x.md']);
    expect(then(['new/a/index.md', 'new/b/index.md'], ['old/a/index.md', 'old/b/index.md'])).toEqual([
      'old/a/index.md',
      'old/b/index.md',
    ]);
  });

  it('do not guess where two could be meant', () => {
    expect(then(['x/a.md', 'y/a.md'], ['a.md'])).toEqual(['x/a.md', 'y/a.md']);
    expect(then(['x/a.md'], ['b/a.md', 'c/a.md'])).toEqual(['x/a.md']);
    // A note that is still there has not been moved.
    expect(then(['a.md', 'x/a.md'], ['a.md'])).toEqual(['a.md', 'x/a.md']);
  });

  it.each([
    ['its name', 'trees/Oak.md', '', 'oak'],
    ['its file', 'trees/Oak.md', '', 'oak.md'],
    ['its path', 'trees/Oak.md', '', 'trees/oak.md'],
    ['its title', 'trees/q-1.md', 'The Oak', 'the oak'],
    ['its name, composed otherwise', 'trees/E\u0301rable.md', '', 'érable'],
  ])('of a note that a ghost waited for by %s are the ghost’s, and back', (_, path, title, ghost) => {
    expect(then([path], [ghostPlace(ghost)], [title])).toEqual([ghostPlace(ghost)]);
    if (title === '') expect(then([ghostPlace(ghost)], [path])).toEqual([path]);
  });

  it('are each given to one note at most, whatever has happened', () => {
    const name = fc.constantFrom<string>(
      'a.md',
      'b.md',
      'x/a.md',
      'y/a.md',
      'x/y/a.md',
      'A',
      '/ghost/a',
      '/ghost/a.md',
      '/ghost/b',
    );
    const names = fc.uniqueArray(name);
    fc.assert(
      fc.property(names, names, fc.array(fc.constantFrom('a', 'b', '')), (today, before, titles) => {
        const found = then(today, before, titles);
        expect(new Set(found).size).toBe(today.length);
        found.forEach((name, node) => expect(name === today[node] || before.includes(name)).toBe(true));
        // Who was there has kept its own.
        today.forEach((name, node) => before.includes(name) && expect(found[node]).toBe(name));
      }),
    );
  });
});
