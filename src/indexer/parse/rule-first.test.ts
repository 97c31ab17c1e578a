import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

async function readIn(kind: string, text: string) {
  const files = { vault: '.obsidian/app.json', plain: 'other.md', hugo: 'hugo.toml' } as const;
  const note = kind === 'hugo' ? 'content/note.md' : 'note.md';
  const folder = sampleFolder({
    [files[kind as keyof typeof files]]: kind === 'vault' ? '{}' : '',
    [note]: text,
  });
  const { texts, report } = await sampleSite(folder, sampleApp());
  const page = [...texts].find(([name]) => /\/note\/index\.html$/.test(name))?.[1] ?? null;
  return {
    page,
    told: report.diagnostics
      .filter(({ code }) => code === 'bad-front-matter')
      .map(({ suggestion }) => suggestion),
  };
}

test.each([
  ['---\n\n# Rule first\n\nwords below'],
  ['---\n\nwords below\n\n---\nmore'],
  ['---  \n\t\n# Rule first\n\nwords: [[\n\nwords below\n\n---\n'],
  ['---\n\n## Only a heading, and words below\n\n---\nmore'],
])('in a vault and a plain folder, a note may open with a rule: %j', async (text) => {
  for (const kind of ['vault', 'plain']) {
    const { page, told } = await readIn(kind, text);
    expect(told).toEqual([]);
    expect(page).toMatch(/<hr[^>]*>[^]*words below/);
  }
});

test.each([
  ['---\n\ntitle: x: y\n\nwords\n---\n'],
  ['---\n\n# kept for later\ndraft: true\n'],
  ['---\n\n- a\nPublished: no\n---\n'],
  ['---\ntitle: x\n\nwords\n'],
  ['---\n\n'],
])('what may be a block that keeps the note out is no rule: %j', async (text) => {
  for (const kind of ['vault', 'plain']) {
    const { page, told } = await readIn(kind, text);
    expect(page).toBeNull();
    expect(told).toContainEqual(expect.stringContaining('The note is left out until this is mended.'));
  }
});

test('a block with an empty first line is read still', async () => {
  const { page, told } = await readIn('vault', '---\n\n# of mine\ntitle: A title\n---\nwords');
  expect(told).toEqual([]);
  expect(page).toContain('A title');
  expect(page).not.toContain('of mine');
});

test('in a Hugo blog, as to Hugo, it is front matter; how a rule is written is said', async () => {
  expect(await readIn('hugo', '---\n\nwords below\n\n---\nmore')).toEqual({
    page: null,
    told: ['The note is left out until this is mended. If it is a rule, write *** instead.'],
  });
});
