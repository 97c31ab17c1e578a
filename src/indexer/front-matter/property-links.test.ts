import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { readFrontMatter } from './front-matter.ts';

afterAll(removeSampleFolders);

function linksOf(text: string): string[] {
  return readFrontMatter(text).links.map(
    ({ argument, context, offset }) => `${argument} "${context.sentence}" ${context.at} ${offset}`,
  );
}

describe('links in front matter', () => {
  test.each([
    ['---\nup: "[[Home]]"\n---\n', ['Home "up: Home" 4 9']],
    ["---\nUp: '[[Home|the house]]'\n---\n", ['Home "Up: the house" 4 9']],
    ['---\nup: "[[Home#A#b]]"\n---\n', ['Home#A#b "up: Home > A > b" 4 9']],
    [
      '---\nrelated:\n  - "[[A]]"\n  - no link\n  - "[[B c]]"\n  - "[[A]]"\n---\n',
      ['A "related: A" 9 18', 'B c "related: B c" 9 42', 'A "related: A" 9 56'],
    ],
    ['---\nr: ["[[A]]", 5, null, "[[B]]"]\n---\n', ['A "r: A" 3 9', 'B "r: B" 3 27']],
    ['---\na: "[[\\u0042]]"\nb: "[[C]]"\n---\n', ['B "a: B" 3 0', 'C "b: C" 3 24']],
    ['+++\nup = "[[Home]]"\n+++\n', ['Home "up: Home" 4 10']],
    ['{ "up": "[[Home]]" }', ['Home "up: Home" 4 9']],
    ['---\n__proto__: "[[Home]]"\n---\n', ['Home "__proto__: Home" 11 16']],
    ['---\nconstructor: "[[__proto__]]"\n---\n', ['__proto__ "constructor: __proto__" 13 18']],
  ])('are found in %j', (text, links) => expect(linksOf(text)).toEqual(links));

  test.each([
    '---\nup: [[Home]]\n---\n',
    '---\nup: "see [[Home]]"\n---\n',
    '---\nup: "[[A]], [[B]]"\n---\n',
    '---\nup: "![[Home]]"\n---\n',
    '---\nup: "[[]]"\n---\n',
    '---\nup: "[[ |x]]"\n---\n',
    '---\nup: {deep: "[[Home]]"}\n---\n',
    '---\ncover: "[[cover.png]]"\n---\n',
    '---\n---\nup: "[[Home]]"',
  ])('are none in %j', (text) => expect(linksOf(text)).toEqual([]));
});

describe('a vault', () => {
  const files = {
    '.obsidian/app.json': '{}',
    'Home.md': 'The house.',
    'A.md': '---\ntags: [x]\nup: "[[Home]]"\nrelated: ["[[gone]]"]\n---\nText with [[Home|a word]].',
  };

  test('has them on its map, with what they are called, and where', async () => {
    const { graph, report } = await sampleSite(sampleFolder(files), sampleApp());
    expect(graph.references).toMatchObject([
      { from: 0, to: 1, kind: 'wikilink', argument: 'Home', line: 3, column: 6, sentence: 'up: Home' },
      { from: 0, to: null, argument: 'gone', line: 4, column: 12 },
      { from: 0, to: 1, text: 'a word', line: 6 },
    ]);
    expect(report.diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'unresolved-reference 4:12',
    ]);
  });

  test('shows them among the links of both notes, and leaves the text as it is', async () => {
    const { texts } = await sampleSite(sampleFolder(files), sampleApp());
    const [own, other] = ['notes/a/index.html', 'notes/home/index.html'].map((name) => texts.get(name)!);
    expect(/<div class="hm-body">[^]*?<\/div>/.exec(own!)![0]).not.toContain('up');
    expect(other).toMatch(/up: <mark[^>]*>Home<\/mark>/);
  });

  test('has none in a blog, where such texts mean nothing', async () => {
    const blog = { 'content/Home.md': files['Home.md'], 'content/A.md': files['A.md'] };
    const { graph } = await sampleSite(sampleFolder({ ...blog, 'hugo.toml': '' }), sampleApp());
    expect(graph.references).toEqual([]);
  });
});
