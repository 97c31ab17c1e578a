/** Addresses are what Hugo 0.111.3 gave these very files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite, type SampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

const YAML = '---\ntitle: T\n---\ntext\n';
const TARGETS = {
  page: '/posts/page/',
  'posts/page.html': '/posts/page/',
  plain: '/posts/plain/',
  sluggy: '/o/2019/own/',
  org1: '/o/2020/orgslug/',
  bundle: '/bundle/',
  sec: '/sec/',
  '/sec/_index.org': '/sec/',
  '/only': '/only/',
  addressed: '/elsewhere/',
  raw: null,
  'raw.html': null,
  draft: null,
  part: null,
  text: null,
} as const;

const FILES = {
  'hugo.toml': 'title = "T"\nbaseURL = "https://ex.org/"\n[permalinks]\nonly = "/o/:year/:slug/"',
  'content/posts/page.html': YAML,
  'content/posts/plain.html': 'words alone',
  'content/posts/raw.html': '\n <p>x</p>',
  'content/posts/text.txt': YAML,
  'content/posts/draft.org': '#+title: Secret\n#+draft: true\n\n* H\n',
  'content/posts/addressed.adoc': '---\nurl: /elsewhere/\n---\n',
  'content/posts/twice.rst': YAML,
  'content/posts/twice.md': YAML,
  'content/only/sluggy.html': '---\nslug: own\ndate: 2019-01-01\n---\n',
  'content/only/org1.org': '#+TITLE: Org\n#+SLUG: orgslug\n#+DATE: <2020-02-03 Mon>\n#+tags[]: a b\n\n* H\n',
  'content/bundle/index.html': YAML,
  'content/bundle/part.md': YAML,
  'content/sec/_index.org': '#+title: Sec\n',
  'content/r.md': [...Object.keys(TARGETS), 'twice', '/tags/b']
    .map((name) => `{{< relref "${name}" >}}`)
    .join('\n'),
};

describe('files of Hugo that are no Markdown', () => {
  let site: SampleSite;
  beforeAll(async () => {
    site = await sampleSite(sampleFolder(FILES), sampleApp());
  });
  const led = (argument: string): unknown => {
    const { graph } = site;
    const { to, target } = graph.references.find((reference) => reference.argument === argument)!;
    return to === null ? (target ?? null) : graph.notes[to]!.path;
  };

  test.each(Object.entries(TARGETS))('a reference to %s leads to %s', (argument, target) => {
    expect(led(argument)).toBe(target);
  });

  test('give way to a note of their name', () => expect(led('twice')).toBe('posts/twice.md'));

  test('have terms too', () => expect(led('/tags/b')).toBe('/tags/b/'));

  test('are told once for each kind, and not where they are drafts', () => {
    const told = site.report.diagnostics.filter(({ code }) => code === 'other-format');
    expect(told.map(({ severity, file, message }) => `${severity} ${file} ${message}`)).toEqual([
      `info bundle/index.html and 3 more ".html" are pages of the blog that aren't Markdown: they aren't shown here`,
      `info only/org1.org and 1 more ".org" are pages of the blog that aren't Markdown: they aren't shown here`,
      `info posts/addressed.adoc is a page of the blog that isn't Markdown: it isn't shown here`,
      `info posts/twice.rst is a page of the blog that isn't Markdown: it isn't shown here`,
    ]);
  });

  test('are files like others outside of Hugo', async () => {
    const plain = await sampleSite(sampleFolder({ 'a.md': '', 'b.html': YAML }), sampleApp());
    expect(plain.report.diagnostics).toEqual([]);
  });
});

test('a plain folder tells how many files there are that others take for notes, and names none', async () => {
  const files = {
    'a.md': '',
    'secret.mdx': '',
    'b/c.MDX': '',
    'd.org': '',
    'e.txt': '',
    '.hidden/f.mdx': '',
  };
  const toldOf = async (more: Record<string, string>): Promise<string[]> => {
    const { report } = await sampleSite(sampleFolder({ ...files, ...more }), sampleApp());
    return report.diagnostics.map(
      ({ code, severity, file, message }) => `${severity} ${code} ${file} ${message}`,
    );
  };
  expect(await toldOf({})).toEqual([
    "info other-format . 1 file ends in .org: it isn't shown here",
    "info other-format . 2 files end in .mdx: they aren't shown here",
  ]);
  expect(await toldOf({ '.obsidian/app.json': '{}' })).toEqual([]);
});
