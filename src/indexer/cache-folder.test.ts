import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { namedCache } from './cache-folder.ts';
import { writeText } from './cache/cache.ts';
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

test('a named folder for what is kept holds nothing else, which would be replaced', async () => {
  const folder = sampleFolder({ 'mine/map.json': '{}', 'hidden/.gitkeep': '', 'kept/': '' });
  const inFolder = (name: string): string => path.join(folder, name);
  expect(() => namedCache(inFolder('mine'), '--cache')).toThrow(
    `--cache is "${inFolder('mine')}", which holds other files. Name a new or an empty folder.`,
  );
  expect(namedCache(inFolder('hidden'), '--cache')).toBe(inFolder('hidden'));
  for (const name of ['kept', 'new/one']) {
    await writeText(inFolder(name), 'map.json', '{}');
    expect(namedCache(inFolder(name), '--cache')).toBe(inFolder(name));
  }
});

test('where nothing can be kept, nothing is said', async () => {
  const folder = sampleFolder({ file: '' });
  await expect(writeText(path.join(folder, 'file'), 'map.json', '{}')).resolves.toBeUndefined();
});
