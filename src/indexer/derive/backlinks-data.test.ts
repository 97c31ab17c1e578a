import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { checkBacklinks, writeBacklinks } from '../write/backlinks-file.ts';
import type { BacklinksFile } from './backlinks-data.ts';

afterAll(removeSampleFolders);

const BLOG = {
  'hugo.toml': 'baseURL = "https://notes.example/garden/"\n',
  'content/posts/Oak.md':
    '---\ntitle: "Oak & <b>ash</b>"\n---\nGrows from an [acorn]({{< relref "acorn" >}}).',
  'content/posts/acorn.md':
    '---\ntitle: Acorn\n---\nMany. The [oak]({{< relref "Oak" >}}) bears it; an [*oak*]({{< relref "Oak" >}}) bears many. [Me]({{< relref "acorn" >}}).',
  'content/posts/draft.md': '---\ntitle: Draft\ndraft: true\n---\n[oak]({{< relref "Oak" >}})',
  'content/__proto__.md': '[]({{< relref "acorn" >}})',
  'content/posts/alone.md': 'Nothing.',
};

describe('the data of backlinks', () => {
  test('holds for each note who links to it, and its sentences in three parts', async () => {
    const site = await sampleSite(sampleFolder(BLOG), sampleApp());
    const { version, notes } = JSON.parse(site.backlinks()) as BacklinksFile;
    expect(version).toBe(1);
    expect(Object.keys(notes)).toEqual(['posts/Oak.md', 'posts/acorn.md']);
    expect(notes['posts/Oak.md']).toEqual([
      {
        title: 'Acorn',
        permalink: '/garden/posts/acorn/',
        places: [
          { before: 'The ', text: 'oak', after: ' bears it; an oak bears many.' },
          { before: 'The oak bears it; an ', text: 'oak', after: ' bears many.' },
        ],
      },
    ]);
    expect(notes['posts/acorn.md']!.map(({ title, places }) => [title, places.length])).toEqual([
      ['Oak & <b>ash</b>', 1],
      ['__proto__', 1],
    ]);
  });

  test('says which language of a Hugo site it is of', async () => {
    const blog = (settings: string): Record<string, string> => ({ ...BLOG, 'hugo.toml': settings });
    const languageOf = async (settings: string): Promise<unknown> => {
      const site = await sampleSite(sampleFolder(blog(settings)), sampleApp());
      return (JSON.parse(site.backlinks()) as BacklinksFile).language;
    };
    expect(await languageOf('title = "Trees"')).toBe('en');
    expect(await languageOf('defaultContentLanguage = "fr"\n[languages.en]\n[languages.fr]')).toBe('fr');
  });

  test('has a line for each note, and is an object where nobody links', async () => {
    const site = await sampleSite(sampleFolder(BLOG), sampleApp());
    expect(site.backlinks().trim().split('\n')).toHaveLength(4);
    const alone = await sampleSite(sampleFolder({ 'a.md': 'a' }), sampleApp());
    expect(JSON.parse(alone.backlinks())).toEqual({ version: 1, notes: {} });
  });

  test('is written whole, into a folder that is made, and not touched where nothing has changed', () => {
    const file = join(sampleFolder(), 'data', 'deep', 'hearthmap.json');
    const [one, two] = ['{"version": 1, "notes": {}}\n', '{"version": 1, "notes": {"a.md": []}}\n'];
    expect(writeBacklinks({ backlinks: () => one }, file)).toBe(true);
    utimesSync(file, 1, 1);
    expect(writeBacklinks({ backlinks: () => one }, file)).toBe(false);
    expect(statSync(file).mtimeMs).toBe(1000);
    expect(writeBacklinks({ backlinks: () => two }, file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(two);
  });

  test('that can’t be written is told in words', () => {
    const folder = sampleFolder();
    writeFileSync(join(folder, 'data'), '');
    expect(() => writeBacklinks({ backlinks: () => '' }, join(folder, 'data', 'x.json'))).toThrow(
      /could not be written.*a file stands where a folder is needed/,
    );
  });

  test('takes the place of no other file, and lies in no site', () => {
    const folder = sampleFolder({
      'a.md': 'A note.',
      'authors.json': '{"version": 1, "authors": {}}',
      'empty.json': '',
      'braces.json': '{}\n',
      'old.json': '{"version": 1, "language": "en", "notes": {}}\n',
      'set.json': '{\n  "version": 1,\n  "notes": {}\n}\n',
      'site/index.html': '',
    });
    const check = (name: string): void => checkBacklinks(join(folder, name), join(folder, 'site'));
    for (const name of ['a.md', 'authors.json', 'site']) {
      expect(() => check(name), name).toThrow(/is there already|lies in the folder of the site/);
    }
    expect(() => check('site/new.json')).toThrow(/lies in the folder of the site/);
    expect(() => writeBacklinks({ backlinks: () => 'x' }, join(folder, 'a.md'))).toThrow(/is there already/);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('A note.');
    for (const name of ['empty.json', 'braces.json', 'old.json', 'set.json', 'new.json', 'data/new.json'])
      expect(() => check(name), name).not.toThrow();
  });
});
