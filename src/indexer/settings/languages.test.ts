import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';

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
  const app = path.join(import.meta.dirname, '..', '..', '..', 'build', 'app');
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

/** As a shortcode has them. */
const ASKING = [
  'path="a.md" lang="en"',
  'path="a.md" lang="fr"',
  'path="a.md" lang="EN"',
  'path="a.md" lang="xx"',
  'path="a.md" lang=""',
  'path="a.fr.md" lang="fr"',
  'path="a.fr.md" lang="en"',
  'path="only.md" lang="en"',
  'path="only.md" lang="fr"',
  'path="seule.md" lang="fr"',
  '"named"',
  '"other.en.md"',
  'path="slugged" lang="fr"',
  'path="draft" lang="fr"',
  'path="handed" lang="fr"',
  'path="kept" lang="fr"',
  'path="later" lang="fr"',
  'path="a.md#x" lang="fr"',
  'path="/posts/a.md" Lang="fr"',
  'path="./a.md" lang="fr"',
  'path="deep" lang="fr"',
  'path="posts" lang="fr"',
  'path="/" lang="fr"',
  'path="tags" lang="fr"',
  'path="#x" lang="fr"',
  'path="#x" lang="xx"',
  'path="" lang="fr"',
  'path="a.md" outputFormat="HTML"',
  '"a.md" "html"',
  'path="a.md" outputFormat="rss"',
  'path="a.md" lang="fr" outputformat="html"',
];
const asking = (title: string, fields = ''): string =>
  `+++\ntitle = "${title}"\n${fields}\n+++\n${ASKING.map((call) => `[x]({{< relref ${call} >}})`).join(' ')}\n`;
const POSTS = {
  'posts/a.md': asking('A'),
  'posts/only.md': asking('Only'),
  'x/deep.md': asking('Deep'),
};
const ARTICLES = {
  'posts/a.md': asking('A, en français'),
  'posts/seule.md': asking('Seule'),
  'posts/slugged.md': asking('Sluggée', 'slug = "une-autre"\ntags = ["feu"]'),
  'posts/draft.md': asking('Brouillon', 'draft = true'),
  'x/y/deep.md': asking('Au fond'),
  'c/_index.md': asking('Cascade', '[cascade]\ndraft = true'),
  'c/handed.md': asking('Brouillon reçu'),
  'c/kept.md': asking('Publié', 'draft = false'),
  'posts/later.md': asking('Plus tard', 'when = 2999-01-01'),
};
const within = (folder: string, files: Record<string, string>, language = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      `${folder}/${name.replace(/\.md$/, `${language}.md`)}`,
      text,
    ]),
  );
const LAYOUTS = {
  'layouts/_default/single.html': '{{ .Content }}',
  'layouts/_default/list.html': '{{ .Content }}',
};
const WARNING = 'refLinksErrorLevel = "WARNING"\nfrontmatter.publishDate = ["when"]\n';

describe('lang= of a reference', () => {
  test.skipIf(!hasHugo).each([
    [
      'by names of files',
      {
        'hugo.toml': `baseURL = "https://a.example/blog/"\n${WARNING}[languages.en]\n[languages.fr]\n[languages.fr.permalinks]\nx = "/fond/:slug/"\n`,
        ...within('content', POSTS),
        ...within('content', ARTICLES, '.fr'),
      },
      ['en', 'fr'],
    ],
    [
      'in folders',
      {
        'hugo.toml': `baseURL = "https://a.example/blog/"\n${WARNING}defaultContentLanguageInSubdir = true\n[languages.en]\ncontentDir = "text/en"\n[languages.fr]\ncontentDir = "text/fr"\n`,
        ...within('text/en', POSTS),
        ...within('text/fr', ARTICLES),
      },
      ['en', 'fr'],
    ],
    [
      'where there is one, which is named by defaultContentLanguage',
      {
        'hugo.toml': `baseURL = "https://a.example/blog/"\n${WARNING}defaultContentLanguage = "fr"\nlanguageCode = "fr-FR"\n`,
        ...within('content', POSTS),
        'content/posts/named.fr.md': asking('Named'),
        'content/posts/other.en.md': asking('Other'),
      },
      [undefined],
    ],
  ])('leads where Hugo says, %s', async (_, files, languages) => {
    for (const language of languages) {
      const { folder, graph } = await indexed({ ...LAYOUTS, ...files }, language);
      execFileSync('hugo', ['--quiet', '-s', folder, '-d', path.join(folder, 'public')], { stdio: 'ignore' });
      expect(graph.notes.length).toBeGreaterThan(2);
      for (const [id, { permalink, path: file }] of graph.notes.entries()) {
        const page = path.join(folder, 'public', permalink.replace(/^\/blog/, ''), 'index.html');
        const theirs = [...readFileSync(page, 'utf8').matchAll(/href="?([^" >]*)/g)].map(([, href]) => href);
        const ours = graph.references
          .filter(({ from }) => from === id)
          .map(({ to, target = '', anchor, argument }) => {
            const fragment = anchor === null ? '' : `#${anchor}`;
            if (argument.startsWith('#')) return fragment;
            return (to === null ? target : graph.notes[to]!.permalink) + fragment;
          });
        expect(Object.fromEntries(ASKING.map((call, index) => [call, ours[index]])), file).toEqual(
          Object.fromEntries(ASKING.map((call, index) => [call, theirs[index]])),
        );
      }
    }
  });

  test('follows what becomes of the notes of the other language', async () => {
    const folder = sampleFolder({
      'hugo.toml': 'baseURL = "https://a.example/"\n[languages.en]\n[languages.fr]\n',
      'content/a.md': '[x]({{< relref path="b" lang="fr" >}})',
      'content/b.fr.md': '# B',
    });
    const app = path.join(import.meta.dirname, '..', '..', '..', 'build', 'app');
    const indexer = createIndexer({ folder, app, workers: 0, cache: null });
    const target = async () => (await indexer.run()).graph.references[0]!.target;
    expect(await target()).toBe('/fr/b/');
    writeFileSync(path.join(folder, 'content/b.fr.md'), '---\nslug: c\n---\n# B');
    expect(await target()).toBe('/fr/c/');
    writeFileSync(path.join(folder, 'content/b.fr.md'), '---\ndraft: true\n---\n# B');
    expect(await target()).toBeUndefined();
  });

  test('leads to the other host, where a language has one, and what is missing there is told', async () => {
    const { graph, report } = await indexed({
      'hugo.toml': `${WARNING}[languages.en]\nbaseURL = "https://en.example/"\n[languages.fr]\nbaseURL = "https://fr.example/b/"\n`,
      'content/posts/a.md':
        '[x]({{< relref path="seule" lang="fr" >}}) [x]({{< relref path="a" lang="fr" >}}) [x]({{< relref path="posts" lang="fr" >}})',
      'content/posts/seule.fr.md': '# Seule',
    });
    expect(graph.references.map(({ target }) => target)).toEqual([
      'https://fr.example/b/posts/seule/',
      undefined,
      'https://fr.example/b/posts/',
    ]);
    expect(graph.ghosts).toEqual([]);
    expect((await report()).diagnostics.map(({ message }) => message)).toEqual([
      'no note "a" in the language "fr"',
    ]);
  });
});
