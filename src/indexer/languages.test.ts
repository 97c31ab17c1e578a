import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createIndexer } from './index.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';

afterAll(removeSampleFolders);

const hasHugo = spawnSync('hugo', ['version']).status === 0;
const SETTINGS = `
baseURL = "https://a.example/blog/"
title = "Root"
refLinksErrorLevel = "WARNING"
[permalinks]
notes = "/n/:slug/"
[languages.en]
title = "English"
[languages.fr]
title = "Français"
`;
const LINKS = [
  'a.md',
  'a.fr.md',
  'only.md',
  'bundle',
  'posts/bundle/index.fr.md',
  '/posts',
  '/notes/n.md',
  '/u.md',
];
const note = (title: string, fields = ''): string =>
  `+++\ntitle = "${title}"\n${fields}\n+++\n${LINKS.map((to) => `[x]({{< relref "${to}" >}})`).join(' ')}\n`;
const SITE = {
  'hugo.toml': SETTINGS,
  'layouts/_default/single.html': '{{ .Content }}',
  'layouts/_default/list.html': '{{ .Content }}',
  'content/posts/a.md': note('A'),
  'content/posts/a.fr.md': note('A, en français'),
  'content/posts/only.md': note('Only'),
  'content/posts/seule.fr.md': note('Seule'),
  'content/posts/bundle/index.md': note('B'),
  'content/posts/bundle/index.fr.md': note('B, en français'),
  'content/posts/_index.fr.md': note('Articles'),
  'content/notes/n.md': note('N'),
  'content/notes/n.fr.md': note('N français'),
  'content/u.fr.md': note('U', 'url = "/u/x/"'),
  'content/v.fr.md': note('V', 'url = "v/y/"'),
  'content/posts/shout.FR.md': note('Shout'),
  'content/posts/z.de.md': note('Z'),
};

async function indexed(files: Record<string, string>, language?: string) {
  const folder = sampleFolder(files);
  const over = language === undefined ? '' : `\n[params.hearthmap]\nlanguage = "${language}"\n`;
  const whole = sampleFolder({ ...files, 'hugo.toml': files['hugo.toml']! + over });
  const app = path.join(import.meta.dirname, '..', '..', 'build', 'app');
  const site = await createIndexer({ folder: whole, app, workers: 0, cache: null }).run();
  return { folder, ...site };
}

describe('a Hugo site of two languages', () => {
  test('is indexed in one, whose notes alone are there, under their own names', async () => {
    const english = await indexed(SITE);
    expect(english.summary).toMatchObject({ title: 'English', notes: 6, otherLanguages: 7 });
    expect(english.graph.notes.map(({ path }) => path)).toContain('posts/shout.FR.md');
    const french = await indexed(SITE, 'fr');
    expect(french.summary).toMatchObject({ title: 'Français', notes: 7, otherLanguages: 6 });
    expect(french.graph.site.baseURL).toBe('https://a.example/blog/fr/');
    expect(french.graph.notes.map(({ path }) => path).sort()).toEqual([
      'notes/n.fr.md',
      'posts/_index.fr.md',
      'posts/a.fr.md',
      'posts/bundle/index.fr.md',
      'posts/seule.fr.md',
      'u.fr.md',
      'v.fr.md',
    ]);
    const { diagnostics } = await french.report();
    const unresolved = diagnostics.filter(({ code }) => code === 'unresolved-reference');
    expect(new Set(unresolved.map(({ file }) => file))).toContain('posts/a.fr.md');
  });

  test.skipIf(!hasHugo)('has the addresses and links that Hugo gives it', async () => {
    for (const language of ['en', 'fr']) {
      const { folder, graph } = await indexed(SITE, language);
      execFileSync('hugo', ['--quiet', '-s', folder, '-d', path.join(folder, 'public')], { stdio: 'ignore' });
      for (const [id, { permalink, path: file }] of graph.notes.entries()) {
        const page = path.join(folder, 'public', decodeURI(permalink.replace(/^\/blog/, '')), 'index.html');
        expect(existsSync(page), `${file} at ${permalink}`).toBe(true);
        const links = [...readFileSync(page, 'utf8').matchAll(/href="?([^" >]*)/g)].map(([, href]) => href!);
        const ours = graph.references
          .filter(({ from }) => from === id)
          .map(({ to, target }) => (to === null ? (target ?? '') : graph.notes[to]!.permalink));
        expect(
          links.filter((href) => !href.startsWith('https:')),
          file,
        ).toEqual(ours);
      }
    }
  });

  test('may keep each language in a folder of its own', async () => {
    const files = {
      'hugo.toml':
        'baseURL = "https://a.example/"\ndefaultContentLanguage = "fr"\n[languages.en]\ncontentDir = "text/en"\n[languages.fr]\ncontentDir = "text/fr"\n',
      'text/en/a.md': '# English',
      'text/fr/a.md': '# Français',
      'text/fr/b.en.md': '# English too',
    };
    const { graph } = await indexed(files);
    expect(graph.notes).toMatchObject([{ path: 'a.md', title: 'Français', permalink: '/a/' }]);
    const own = { ...files, 'text/fr/c.fr.md': 'See [d](d.fr.md).', 'text/fr/d.fr.md': '# D' };
    expect((await indexed(own)).graph.references.map(({ to }) => to)).toEqual([2]);
    const english = await indexed(files, 'en');
    expect(english.graph.notes).toMatchObject([{ path: 'a.md', title: 'English', permalink: '/en/a/' }]);
  });
});
