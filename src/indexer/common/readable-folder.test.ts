import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { mustBeReadable } from './readable-folder.ts';

afterAll(removeSampleFolders);

test('a folder of notes that may not be read is told in words', () => {
  const refuse = (): never => {
    throw Object.assign(new Error('EACCES: permission denied, access'), { code: 'EACCES' });
  };
  expect(() => mustBeReadable('notes', refuse)).toThrow(
    'The folder "notes" can\'t be read (EACCES). Check its permissions.',
  );
  expect(() => mustBeReadable(sampleFolder())).not.toThrow();
});
