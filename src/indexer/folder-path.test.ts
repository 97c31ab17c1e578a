import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderPath } from './folder-path.ts';

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
