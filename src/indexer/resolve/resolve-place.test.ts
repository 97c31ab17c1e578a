import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

const FILES = {
  'README.md': '# Home',
  LICENSE: '',
  'p.html': '',
  'docs/readme.md': '# Docs',
  'docs/index.md': '# Other',
  'guide/Index.md': '# Guide',
  'guide/_index.md': '# Section',
  'twice.md': '# Twice',
  'twice/README.md': '# Within',
  'pictures/a.png': '',
};

async function told(link: string): Promise<{ shown: string; faults: string[]; references: number }> {
  const folder = sampleFolder({ ...FILES, 'notes/here.md': `[x](${link})` });
  const { texts, report } = await sampleSite(folder, sampleApp());
  const { references } = JSON.parse(texts.get('graph.json')!) as { references: unknown[] };
  const body = /<div class="hm-body"><p>([\s\S]*?)<\/p>/.exec(texts.get('notes/notes/here/index.html')!)![1]!;
  return {
    shown: body,
    faults: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    references: references.length,
  };
}

test.each([
  ['../docs/', 'docs/readme'],
  ['../docs', 'docs/readme'],
  ['/docs/#docs', 'docs/readme'],
  ['../guide/', 'guide'],
  ['..', 'readme'],
  ['../', 'readme'],
  ['../twice', 'twice'],
  ['../twice/', 'twice/readme'],
])('without a blog, a link to a folder reaches its first note: %s', async (link, page) => {
  const { shown, faults, references } = await told(link);
  expect(shown).toContain(`<a class="hm-link" href="../../../notes/${page}/`);
  expect(faults).toEqual([]);
  expect(references).toBe(1);
});

test.each([
  ['../LICENSE', '"LICENSE" is of a kind that no page shows'],
  ['../p.html', '"p.html" is of a kind that could run'],
  ['gone.html', 'no file "gone.html"'],
])('without a blog, a link to a file that no page may have is told: %s', async (link, message) => {
  const { shown, faults } = await told(link);
  expect(shown).toBe(`<a class="hm-missing" title="${link}">x</a>`);
  expect(faults).toEqual([expect.stringContaining(`missing-asset: ${message}`)]);
});

test.each([
  ['nope/', 'notes%2Fnope'],
  ['../nope', 'nope'],
  ['../pictures/', 'pictures'],
  ['/nope/', 'nope'],
])(
  'without a blog, a link to no note or folder is one to a note that nobody wrote: %s',
  async (link, name) => {
    const { shown, faults } = await told(link);
    expect(shown).toContain(`<a class="hm-ghost" href="../../../?ghost=${name}"`);
    expect(faults).toEqual([expect.stringContaining(`unresolved-reference: no note "${link}"`)]);
  },
);

test('a blog’s own addresses stay links to the blog, and nothing is told', async () => {
  const folder = sampleFolder({
    'hugo.toml': 'baseURL = "https://ex.org/"',
    'content/posts/a.md': '[x](nope/) [y](gone.html) [z](..)',
  });
  const { texts, report } = await sampleSite(folder, sampleApp());
  expect(report.diagnostics).toEqual([]);
  const page = texts.get('notes/posts/a/index.html')!;
  for (const href of ['posts/a/nope/', 'posts/a/gone.html', 'posts/'])
    expect(page).toContain(`href="https://ex.org/${href}"`);
});

test.each([
  ['', '[x](../b/) [y](./c) [z](c/)', ['posts/b', 'posts/a/c', 'posts/a/c']],
  ['uglyURLs = true', '[x](b.html) [y](./b.html) [z](a/c.html)', ['posts/b', 'posts/b', 'posts/a/c']],
])(
  'a blog’s relative addresses are read on the page of the note, as browsers do: %s',
  async (settings, text, pages) => {
    const folder = sampleFolder({
      'hugo.toml': `baseURL = "https://ex.org/"\n${settings}`,
      'content/posts/a.md': text,
      'content/posts/b.md': 'x',
      'content/posts/a/c.md': 'x',
    });
    const { texts } = await sampleSite(folder, sampleApp());
    const body = /<div class="hm-body"><p>([\s\S]*?)<\/p>/.exec(texts.get('notes/posts/a/index.html')!)![1]!;
    expect([...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
      pages.map((page) => `../../../notes/${page}/`),
    );
  },
);
