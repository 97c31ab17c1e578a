import { afterAll, describe, expect, test } from 'vitest';
import { diagnosticLine } from '../command/summary-diagnostics.ts';
import type { BuildOptions, Site } from '../common/types.ts';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, textsOf } from '../sample-site.ts';

afterAll(removeSampleFolders);

async function siteOf(
  files: Readonly<Record<string, string>>,
  options: Partial<BuildOptions> = {},
): Promise<Site> {
  const now = new Date('2026-06-01');
  return createIndexer({ folder: sampleFolder(files), app: sampleApp(), now, workers: 0, ...options }).run();
}

async function toldOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const found = await (await siteOf(files)).findings();
  return found.filter(({ code }) => code === 'unresolved-reference').map((one) => diagnosticLine(one));
}

const VAULT = {
  '.obsidian/app.json': '{"userIgnoreFilters":["Private/"]}',
  'Home.md':
    '[[Secret plan]] [[Later]] [[Gone]] [[Diary]] [[nobody]] [other](sub/Secret%20plan.md) [[Boss]] ![[Broken]]',
  'sub/Secret plan.md': '---\ndraft: true\ntitle: Buy the moon\naliases: [Boss]\n---\n',
  'Later.md': '---\ndate: 2027-01-01\n---\n',
  'Gone.md': '---\nexpiryDate: 2020-01-01\n---\n',
  'Private/Diary.md': 'unseen',
  'Broken.md': '---\ntitle: "a\n---\n',
};

describe('a link to a note that is left out', () => {
  test('is told to its author with the note and the reason', async () => {
    const draft =
      'sub/Secret plan.md is left out as a draft. Publish it or take the link out; --drafts lets it in.';
    expect(await toldOf(VAULT)).toEqual([
      `Home.md:1:1 unresolved-reference no note "Secret plan" is published: ${draft}`,
      'Home.md:1:17 unresolved-reference no note "Later" is published: Later.md is left out until its date. Publish it or take the link out; --drafts lets it in.',
      'Home.md:1:27 unresolved-reference no note "Gone" is published: Gone.md is left out since it has expired. Publish it or take the link out; --drafts lets it in.',
      'Home.md:1:36 unresolved-reference no note "Diary" is published: Private/Diary.md is left out by where it lies. Let it in there or take the link out.',
      'Home.md:1:46 unresolved-reference no note "nobody"',
      `Home.md:1:57 unresolved-reference no note "sub/Secret plan.md" is published: ${draft}`,
      `Home.md:1:87 unresolved-reference no note "Boss" is published: ${draft}`,
      `Home.md:1:96 unresolved-reference no note "Broken" is published: Broken.md can't be read as a note. What is wrong with it is told of it.`,
    ]);
  });

  test('is told as a link to nothing in all that is published', async () => {
    const site = await siteOf(VAULT);
    await site.findings();
    const texts = [...(await textsOf(site.files))].filter(([, text]) =>
      /Buy the moon|sub\/Secret plan\.md is|left out as a draft|unseen/.test(text),
    );
    expect(texts.map(([name]) => name)).toEqual([]);
    const { diagnostics } = await site.report();
    expect(diagnostics.map(({ message }) => message)).toContain('no note "Secret plan"');
    expect(diagnostics).toHaveLength((await site.findings()).length);
  });

  test('is told for a relref too, where a section takes its pages with it', async () => {
    const blog = {
      'hugo.toml': '',
      'content/a.md': '{{< relref "oak.md" >}} {{< relref "trees/oak.md" >}} {{< relref "elm.md" >}}',
      'content/trees/_index.md': '+++\ndraft = true\n+++\n',
      'content/trees/oak.md': '',
    };
    const draft =
      'is published: trees/oak.md is left out as a draft. Publish it or take the link out; --drafts lets it in.';
    expect(await toldOf(blog)).toEqual([
      `a.md:1:1 unresolved-reference no note "oak.md" ${draft}`,
      `a.md:1:25 unresolved-reference no note "trees/oak.md" ${draft}`,
      'a.md:1:55 unresolved-reference no note "elm.md"',
    ]);
  });

  test('is told where it is an address, as its author wrote it and as the site makes it, and only there', async () => {
    const blog = {
      'hugo.toml': 'baseURL = "https://blog.example/sub/"\n[permalinks]\nposts = "/:year/:slug/"',
      'content/a.md':
        '[x](/sub/2027/oak/#top) [y](https://blog.example/sub/old-oak/) [z](/sub/nothing/) [w](/sub/posts/elm/) [v](/sub/2020/elm/)',
      'content/posts/oak-tree.md': '---\ndate: 2027-01-01\nslug: oak\naliases: [/old-oak/]\n---\n',
      'content/posts/elm.md': '---\ndate: 2020-01-01\nslug: elm\n---\n',
    };
    const later =
      'is published: posts/oak-tree.md is left out until its date. Publish it or take the link out; --drafts lets it in.';
    expect(await toldOf(blog)).toEqual([
      `a.md:1:1 unresolved-reference no page "/sub/2027/oak/" ${later}`,
      `a.md:1:25 unresolved-reference no page "https://blog.example/sub/old-oak/" ${later}`,
    ]);
    const site = await siteOf(blog);
    expect((await site.findings()).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect((await site.report()).diagnostics).toEqual([]);
  });

  test('is told once where an address is a folder of the notes', async () => {
    const plain = { 'a.md': '[x](sub/oak) [y](/sub/oak/)', 'sub/oak/README.md': '---\ndraft: true\n---\n' };
    expect(await toldOf(plain)).toEqual([
      expect.stringMatching(/^a\.md:1:1 .*no note "sub\/oak" is published: sub\/oak\/README\.md is left out/),
      expect.stringMatching(
        /^a\.md:1:14 .*no note "\/sub\/oak\/" is published: sub\/oak\/README\.md is left out/,
      ),
    ]);
  });

  test('is none where drafts are let in', async () => {
    const { findings } = await siteOf(VAULT, { drafts: true });
    const told = (await findings()).map(({ message }) => message).filter((text) => text.includes('left out'));
    expect(told).toEqual([expect.stringContaining('Private/Diary.md is left out by where it lies')]);
  });
});
