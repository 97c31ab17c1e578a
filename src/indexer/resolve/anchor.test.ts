import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

const TARGET = [
  '# T',
  '## Meeting with [[Alice|Al]]',
  '## Area $r^2$',
  '## What, (really)?',
  '## A rather long heading',
].join('\n\n');

async function told(link: string): Promise<string[]> {
  const files = { '.obsidian/app.json': '{}', 'T.md': TARGET, 'Alice.md': 'a', 'S.md': link };
  const { report } = await sampleSite(sampleFolder(files), sampleApp());
  return report.diagnostics.map(({ code, suggestion = '' }) => `${code}: ${suggestion}`);
}

test.each([
  '[[T#Meeting with Alice Al]]',
  '[[T#meeting  with Alice Al]]',
  '[[T#Meeting with Al]]',
  '[[T#Area $r^2$]]',
  '[[T#Area r 2]]',
  '[[T#What really]]',
  '![[T#Meeting with Alice Al]]',
])('in a vault a heading is named by its source without punctuation: %s', async (link) =>
  expect(await told(link)).toEqual([]),
);

test('in a vault, a heading that was probably meant is offered by its words', async () =>
  expect(await told('[[T#A rather long headings]]')).toEqual([
    'missing-anchor: did you mean "A rather long heading"?',
  ]));

test.each(['[[T#Meeting with Bob]]', '[[T#?!]]'])('other words name no heading: %s', async (link) =>
  expect(await told(link)).toEqual([expect.stringContaining('missing-anchor')]),
);
