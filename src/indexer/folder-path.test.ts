import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderPath, placeWithin } from './folder-path.ts';

test('a path that is none is told in words', () => {
  expect(folderPath('content', 'the notes')).toBe('content');
  expect(() => folderPath(undefined, 'the notes')).toThrow(
    'The path of the notes is to be a text, such as "content", and not undefined.',
  );
  expect(() => folderPath('', 'the notes')).toThrow('and not an empty text.');
  expect(() => folderPath(pathToFileURL('/notes'), 'the notes')).toThrow(
    'and not the address file:///notes. fileURLToPath() of node:url makes one of an address.',
  );
});

test.each([
  ['map/', 'map'],
  ['/a/b/', 'a/b'],
  ['a.b/..c', 'a.b/..c'],
])('%j within what is built is %s', (given, place) => expect(placeWithin(given, 'path')).toBe(place));

test.each(['', '/', '..', '../x', 'a/../../x', 'a\\..\\x', './x', 'a//b', 5, null])(
  '%j is no folder within what is built, and told so',
  (given) => expect(() => placeWithin(given, 'path')).toThrow(/"path" is a folder within what is built/),
);
