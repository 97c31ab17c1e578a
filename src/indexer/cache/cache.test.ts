import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, textsOf } from '../sample-site.ts';
import { readText, writeText } from './cache.ts';

afterAll(removeSampleFolders);

describe('what was parsed', () => {
  test.each([1, 20, 400, 1_000_000])('is forgotten where its last %i bytes are missing', async (missing) => {
    const folder = sampleFolder({
      'a.md': '# A\n\n[[b]] $x^2$ and words',
      'b.md': '# B\n\n[[a]]\n\n```js\nlet a;\n```\n',
    });
    const cache = sampleFolder();
    const options = { folder, app: sampleApp(), now: new Date('2024-06-01T12:00:00Z'), cache };
    const whole = await textsOf((await createIndexer(options).run()).files);
    const pack = path.join(cache, 'parsed.pack');
    truncateSync(pack, Math.max(0, readFileSync(pack).length - missing));
    expect(await textsOf((await createIndexer(options).run()).files)).toEqual(whole);
  });

  test('is no longer in its file once it is read, which others may replace or delete', async () => {
    const folder = sampleFolder({ 'a.md': '# A\n\n$x^2$ and words', 'b.md': '# B\n\n```js\nlet a;\n```\n' });
    const cache = sampleFolder();
    const options = { folder, app: sampleApp(), now: new Date('2024-06-01T12:00:00Z'), cache };
    const whole = await textsOf((await createIndexer(options).run()).files);
    const site = await createIndexer(options).run();
    truncateSync(path.join(cache, 'parsed.pack'));
    expect(await textsOf(site.files)).toEqual(whole);
  });
});

test('two builds of one program keep what they know side by side', async () => {
  const folder = sampleFolder();
  const texts = [...'abcdefgh'].map((letter, index) => letter.repeat(1_000_000 * (8 - index)));
  await Promise.all(texts.map((text) => writeText(folder, 'map.json', text)));
  expect(texts.map((text) => text === readText(folder, 'map.json')).filter(Boolean)).toHaveLength(1);
});
