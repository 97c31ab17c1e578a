/** Notes of a vault or a plain folder that are a blog's pages too, from the settings to the site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

let app: string;
beforeAll(() => {
  app = sampleApp();
});

const NOTES = {
  'Home.md': '[one](https://me.example/blog/posts/first-post/) [two](/blog/posts/second/) [[Second]]',
  'posts/First Post.md': '',
  'posts/Second.md': '---\ndate: 2024-05-06\n---\n',
};

const SETTINGS = 'baseURL = "https://me.example/blog/"\n';

describe.each([
  ['a plain folder', {}],
  ['a vault', { '.obsidian/app.json': '{}' }],
])('%s that is a blog', (_, more) => {
  const siteOf = (settings: string) =>
    sampleSite(sampleFolder({ ...NOTES, ...more, 'hearthmap.toml': settings }), app);

  test('knows the page of each note there', async () => {
    const { graph, report, texts } = await siteOf(SETTINGS);
    expect(graph.site.baseURL).toBe('https://me.example/blog/');
    expect(graph.notes.map(({ permalink }) => permalink)).toEqual([
      '/blog/home/',
      '/blog/posts/first-post/',
      '/blog/posts/second/',
    ]);
    expect(texts.get('notes/posts/first-post/index.html')).toContain(
      '<link rel="canonical" href="https://me.example/blog/posts/first-post/">',
    );
    expect(report.diagnostics).toEqual([]);
  });

  test('has references by those addresses', async () => {
    const { graph } = await siteOf(SETTINGS);
    expect(graph.references.map(({ kind, to }) => [kind, to])).toEqual([
      ['permalink', 1],
      ['permalink', 2],
      ['wikilink', 2],
    ]);
  });

  test('may have patterns of addresses, by folder', async () => {
    const patterns = '[permalinks]\n"/" = "/:slug/"\nposts = "/:year/:slug/"\n';
    const { graph } = await siteOf(SETTINGS + patterns);
    expect(graph.notes[2]!.permalink).toBe('/blog/2024/second/');
    expect(graph.notes[0]!.permalink).toBe('/blog/home/');
  });
});

test('a plain folder that is a blog leads to its other pages, where a vault would want a note', async () => {
  const files = { 'a.md': '[the shop](/blog/shop/)', 'hearthmap.toml': SETTINGS };
  const plain = await sampleSite(sampleFolder(files), app);
  expect(plain.texts.get('notes/a/index.html')).toContain('href="https://me.example/blog/shop/"');
  expect(plain.report.diagnostics).toEqual([]);
  const vault = await sampleSite(sampleFolder({ ...files, '.obsidian/app.json': '{}' }), app);
  expect(vault.report.diagnostics.map(({ code }) => code)).toEqual(['unresolved-reference']);
});

test.each([
  [
    'baseURL = "me.example"',
    'hearthmap.toml:1 has "baseURL" set to "me.example", which is no address of the web. Write where the blog begins: baseURL = "https://example.org/blog/".',
  ],
  [
    'permalinks = "/:slug/"',
    'hearthmap.toml:1 has "permalinks" set to "/:slug/", which is no table of them. Write a line for each folder below [permalinks], such as posts = "/:year/:slug/".',
  ],
  [
    '[[permalinks]]\npattern = "/:slug/"',
    'hearthmap.toml:1 has a list of permalinks, which isn’t heeded here: addresses on the blog may be wrong. Write a table: [permalinks.page], [permalinks.section], [permalinks.term].',
  ],
])('what is no address, or no pattern of one, is told and not heeded: %j', (settings, told) => {
  const { baseURL, permalinks, diagnostics } = readConfiguration(
    sampleFolder({ 'a.md': '', 'hearthmap.toml': settings }),
  );
  expect(
    diagnostics.map(({ file, line, message, suggestion }) => `${file}:${line} ${message}. ${suggestion}`),
  ).toEqual([told]);
  expect([baseURL, permalinks.size]).toEqual([null, 0]);
});

test('of a Hugo site, Hugo’s own configuration says it, which is told', () => {
  const { baseURL, diagnostics } = readConfiguration(
    sampleFolder({
      'hugo.toml': 'baseURL = "https://me.example/"\n',
      'content/a.md': '',
      'hearthmap.toml': 'baseURL = "https://other.example/"\n',
    }),
  );
  expect(baseURL).toBe('https://me.example/');
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'has "baseURL", which counts in Hugo’s own configuration',
  ]);
});
