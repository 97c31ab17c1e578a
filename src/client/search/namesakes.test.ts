import { expect, test } from 'vitest';
import { foldersOfNamesakes } from './namesakes.ts';

const garden = {
  titles: ['README', 'README', 'README', 'Ink', 'constructor', 'ghost', 'ghost'],
  slugs: ['readme', 'a/readme', 'a/b/readme', 'a/ink', 'x/constructor'],
};

test('notes of one title are told apart by their folders, where they have one', () => {
  expect([...foldersOfNamesakes([2, 3, 0, 1], garden)]).toEqual([
    [2, 'a/b'],
    [1, 'a'],
  ]);
});

test('a note whose namesakes aren’t in the list needs no folder, and ghosts have none', () => {
  expect([...foldersOfNamesakes([1, 3, 4, 5, 6], garden)]).toEqual([]);
});
