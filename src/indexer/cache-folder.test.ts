import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { namedCache } from './cache-folder.ts';
import { writeText } from './cache.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';

afterAll(removeSampleFolders);

test('a named folder for what is kept may be there or not, and no file may be in its way', () => {
  const folder = sampleFolder({ file: '', 'kept/': '' });
  const inFolder = (name: string): string => path.join(folder, name);
  expect(namedCache(inFolder('kept'), '--cache')).toBe(inFolder('kept'));
  expect(namedCache(inFolder('new/one'), '--cache')).toBe(inFolder('new/one'));
  for (const name of ['file', 'file/below']) {
    expect(() => namedCache(inFolder(name), '--cache')).toThrow(
      `--cache is "${inFolder(name)}", and ${inFolder('file')} is a file. Name a folder there.`,
    );
  }
});

test('where nothing can be kept, nothing is said', async () => {
  const folder = sampleFolder({ file: '' });
  await expect(writeText(path.join(folder, 'file'), 'map.json', '{}')).resolves.toBeUndefined();
});
