import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { sampleHugo, sampleVault } from './sample-parse.ts';
import { titleHeading } from './title-heading.ts';

afterAll(removeSampleFolders);

test.each([
  ['# One', 'One'],
  ['\n\n# One\n\n# Two', 'One'],
  ['---\ntags: [a]\n---\n\n# One', 'One'],
  ['%% a comment %%\n\n# One', 'One'],
  ['<!-- a comment -->\n\n# One', 'One'],
  ['#tag #other\n\n# One', 'One'],
  ['#tag\n#other\n# One', 'One'],
  ['One\n===', 'One'],
])('a note of a vault is named by the heading that opens it: %j', (text, title) =>
  expect(sampleVault(text).note.title).toBe(title),
);

test.each([
  ['text\n\n# One'],
  ['## One'],
  ['## One\n\n# Two'],
  ['#tag and text\n\n# One'],
  ['> # One'],
  ['- # One'],
  ['#\n\ntext'],
  ['text'],
])('else by its file: %j', (text) => expect(sampleVault(text).note.title).toBe('note'));

test('its front matter has the first word', () =>
  expect(sampleVault('---\ntitle: Own\n---\n# One').note.title).toBe('Own'));

test('in other folders any first heading names a note', () =>
  expect(sampleHugo('text\n\n## One\n\n# Two').note.title).toBe('One'));

test('a heading that names its note is shown once, on its page and where it is embedded', async () => {
  const folder = sampleFolder({
    '.obsidian/app.json': '{}',
    'one.md': '#tag\n\n# Named *so*\n\ntext',
    'two.md': 'text\n\n# Below\n\n![[one]]',
  });
  const { texts } = await sampleSite(folder, sampleApp());
  const [one, two] = ['one', 'two'].map((name) => texts.get(`notes/${name}/index.html`)!);
  expect(one!.match(/Named <em>so<\/em>/g)).toHaveLength(1);
  expect(one).toMatch(/<h1 id="named-so">Named <em>so<\/em><\/h1>[\s\S]*class="hm-body"><p><a [^>]*>#tag/);
  expect(two).toMatch(/<h1>two<\/h1>[\s\S]*class="hm-body"><p>text<\/p>\s*<h1 id="below">Below<\/h1>/);
  expect(two).not.toContain('<em>so</em>');
});

test('stays quick where something that is no heading follows many tags', () => {
  const tags = `<p>${'<a href="x">#tag</a>\n'.repeat(20_000)}</p>`;
  expect(titleHeading(`${tags}${tags}<h2>x</h2>`)).toBe(null);
  expect(titleHeading('<p> '.repeat(50_000))).toBe(null);
});
