import { writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import type { SiteContent } from '../common/types.ts';
import { createIndexer, type Indexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp } from '../sample-site.ts';
import { bytesOf } from '../site-content.ts';
import { KeptFiles } from './kept-files.ts';

afterAll(removeSampleFolders);

async function madeBy({ files }: KeptFiles, name: string): Promise<string> {
  const content = files.get(name) as Exclude<SiteContent, { kind: 'copy' }>;
  return Buffer.from(await bytesOf(content)).toString();
}

function run(before: ReadonlyMap<string, SiteContent>, number: string, changed: string): KeptFiles {
  const kept = new KeptFiles(before, new Map());
  kept.keep('same', 'k', () => number);
  kept.keep('changed', changed, () => number);
  return kept;
}

describe('a file whose key is the same', () => {
  test('stays the same object, and is made by the newest run once all of that is there', async () => {
    const first = run(new Map(), '1', 'a');
    const second = run(first.files, '2', 'b');
    expect(second.files.get('same')).toBe(first.files.get('same'));
    expect(second.files.get('changed')).not.toBe(first.files.get('changed'));
    // Should the run fail, the site before goes on.
    expect(await madeBy(second, 'same')).toBe('1');
    second.renew();
    expect(await madeBy(second, 'same')).toBe('2');
    expect(await madeBy(first, 'changed')).toBe('1');
  });
});

/** Edits a note. @returns what the run alone holds */
async function edit(indexer: Indexer, file: string): Promise<WeakRef<object>> {
  writeFileSync(file, `# ${path.basename(file)}\n\n[[b]] again\n`);
  const { graph, report } = await indexer.run([file]);
  await report();
  return new WeakRef(graph);
}

test('runs before the last are forgotten, whichever notes are edited', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const folder = sampleFolder(Object.fromEntries(names.map((name) => [`${name}.md`, `# ${name}.md`])));
  const indexer = createIndexer({ folder, app: sampleApp(), workers: 0, live: 'events', holds: true });
  const runs: WeakRef<object>[] = [];
  for (const name of names) runs.push(await edit(indexer, path.join(folder, `${name}.md`)));
  // The last one, and the one that the map is of. What came while garbage was being looked for is found the next time.
  await expect
    .poll(() => {
      collectGarbage();
      return runs.filter((found) => found.deref() !== undefined).length;
    })
    .toBeLessThanOrEqual(2);
});
