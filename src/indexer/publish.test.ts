import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publishFolder } from './publish.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp } from './sample-site.ts';

afterAll(removeSampleFolders);

test.each([
  ['', /holds the notes .* a build replaces it\. Name another one\.$/],
  ['a.md', /is a file\. Name a folder\.$/],
  ['photos', /Name an empty or new folder, or empty this one\.$/],
  ['a.md/site', /Move it away, then build again\.$/],
])(
  'a program that writes to %j beside its notes is told what to do without options of the command',
  async (name, told) => {
    const folder = sampleFolder({ 'a.md': '', 'photos/a.png': '' });
    const failed = publishFolder(folder, path.join(folder, name), sampleApp(), {});
    await expect(failed).rejects.toThrow(told);
    await expect(failed).rejects.not.toThrow(/--/);
  },
);
