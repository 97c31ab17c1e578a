import { expect, test } from 'vitest';
import { placesOfNamesakes } from './namesakes.ts';

const garden = {
  titles: ['README', 'README', 'README', 'Ink', 'constructor', 'Ink', 'Ink', 'ghost', 'ghost'],
  slugs: ['readme', 'a/readme', 'a/b/readme', 'a/ink', 'x/constructor', 'a/ink-1', 'b/ink'],
};

test('notes of one title are told apart by their folders, where they have one', () => {
  expect([...placesOfNamesakes([2, 3, 0, 1], garden)]).toEqual([
    [2, 'in a/b'],
    [1, 'in a'],
  ]);
});

test('those that lie in one folder are told apart by their addresses', () => {
  expect([...placesOfNamesakes([3, 5, 6], garden)]).toEqual([
    [3, 'a/ink'],
    [5, 'a/ink-1'],
    [6, 'in b'],
  ]);
});

test('a note whose namesakes aren’t in the list needs no folder, and ghosts have none', () => {
  expect([...placesOfNamesakes([1, 3, 4, 7, 8], garden)]).toEqual([]);
});
