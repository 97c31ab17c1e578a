import { expect, test } from 'vitest';
import { countTags } from './count-tags.ts';

const TAGS = ['a/b/c', 'a', 'a/bc', 'a/b', '/x', 'x/', 'd/e', '__proto__'];

test('a note counts for its tags and those above them, once for each', () => {
  expect([...countTags(TAGS, [[0, 2, 3], [2], [6], [4, 5], [7]])].sort()).toEqual([
    [0, 1],
    [1, 2],
    [2, 2],
    [3, 1],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 1],
  ]);
});
