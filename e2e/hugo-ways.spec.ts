/** Pages that Hugo makes with our templates, read as it writes them: what depends on a blog's own configuration. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, ROOT, run, test } from './command.ts';
import { hasHugo, NO_HUGO } from './hugo.mjs';

const SINGLE = '{{ .Content }}{{ partial "hearth-backlinks.html" . }}{{ partial "hearth-map.html" . }}';

test.skip(!hasHugo(), NO_HUGO);

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A blog with the templates as a theme. */
function startBlog(box: string, files: Readonly<Record<string, string>>): string {
  const blog = join(box, 'blog');
  cpSync(join(ROOT, 'integrations/hugo'), join(blog, 'themes/hearthmap'), { recursive: true });
  write(blog, {
    'layouts/_default/single.html': SINGLE,
    'layouts/_default/list.html': '{{ .Title }}',
    ...files,
    'hugo.toml': `theme = ["hearthmap"]\n${files['hugo.toml']}`,
  });
  return blog;
}

async function writeBacklinks(blog: string, file: string, env: Record<string, string> = {}): Promise<void> {
  const words = ['build', '.', '--out', '../map', '--backlinks', `data/${file}`];
  expect(await run(words, { cwd: blog, env })).toMatchObject({ code: 0 });
}

/** A page that Hugo wrote, by its folder. */
function runHugo(blog: string): (page: string) => string {
  const { status, stdout, stderr } = spawnSync('hugo', { cwd: blog, encoding: 'utf8' });
  // It would not be quiet of what it is to lose some day.
  expect(stdout + stderr).not.toMatch(/WARN|ERROR|deprecated/);
  expect(status).toBe(0);
  return (page) => readFileSync(join(blog, 'public', page, 'index.html'), 'utf8');
}

test('backlinks and map of a Hugo blog are those of the page’s own language', async ({ box }) => {
  const blog = startBlog(box, {
    'hugo.toml':
      'baseURL = "https://me.example/b/"\n[languages.en]\ncontentDir = "en"\n[languages.fr]\ncontentDir = "fr"\n[languages.fr.params.hearthmap]\nroot = "fr/map"\n',
    'en/posts/oak.md': '---\ntitle: Oak\n---\n',
    'en/posts/acorn.md': '---\ntitle: Acorn\n---\nIt falls from the [oak]({{< relref "oak.md" >}}).',
    'fr/posts/oak.md': '---\ntitle: Chêne\n---\n',
    'i18n/fr.toml': 'hearth_backlinks = "Ce qui mène ici"\nhearth_map = "La carte"\n',
    'fr/posts/acorn.md': '---\ntitle: Gland\n---\nIl tombe du [chêne]({{< relref "oak.md" >}}).',
  });
  await writeBacklinks(blog, 'hearthmap.json');
  const before = runHugo(blog);
  expect(before('posts/oak')).toContain('<a href="/b/posts/acorn/">Acorn</a>');
  expect(before('fr/posts/oak')).not.toContain('hearth-backlinks');

  await writeBacklinks(blog, 'hearthmap.fr.json', { HUGO_PARAMS_HEARTHMAP_LANGUAGE: 'fr' });
  const after = runHugo(blog);
  expect(after('posts/oak')).toBe(before('posts/oak'));
  expect(after('fr/posts/oak')).toContain('<a href="/b/fr/posts/acorn/">Gland</a>');
  expect(after('fr/posts/oak')).toContain('<mark>chêne</mark>');
  expect(after('fr/posts/oak')).toContain('<hearth-map src="/b/fr/map/"');
  expect(after('fr/posts/oak')).toMatch(/>Ce qui mène ici<[^]*>La carte</);
  expect(after('posts/oak')).toMatch(/>What links here<[^]*>The map of these notes</);
  expect(after('posts/oak')).toContain('<hearth-map src="/b/map/"');
});

test('a page that prints several posts has the map of each, and a summary says so once', async ({ box }) => {
  const blog = startBlog(box, {
    'hugo.toml': 'baseURL = "https://me.example/blog/"\ncanonifyURLs = true\n',
    'layouts/_default/single.html': '{{ partial "hearth-map.html" . }}{{ .Content }}',
    'layouts/index.html': '{{ range site.RegularPages }}{{ .Summary | plainify }}|{{ .Content }}{{ end }}',
    // What is written in another way there makes Hugo make a post for its feed anew.
    'layouts/_default/_markup/render-link.rss.xml': '{{ .Text }}',
    'layouts/_default/rss.xml': '{{ range site.RegularPages }}{{ .Content }}{{ end }}',
    'content/posts/oak.md': 'Leaves. {{< hearth-map >}} Rings. {{< hearth-map depth="2" >}}',
    'content/posts/fünf.md': 'Five. {{< hearth-map note="posts/oak" text="its map" >}}',
  });
  const page = runHugo(blog);
  const home = page('');
  const maps = [...home.matchAll(/<hearth-map src="[^"]*" (?:about|note)="([^"]*)"/g)].map(([, of]) => of);
  expect(maps.sort()).toEqual(['/blog/posts/oak/', '/blog/posts/oak/', 'posts/oak']);
  expect(home.match(/<script/g)).toHaveLength(3);
  expect(home).toMatch(/Leaves\.\s+The map of these notes\s+Rings\.\s*\|/);
  const feed = readFileSync(join(blog, 'public/index.xml'), 'utf8');
  expect(feed.match(/The map of these notes|its map/g)?.sort()).toEqual([
    'The map of these notes',
    'its map',
  ]);
  expect(home).toMatch(/Five\.\s+its map\s*\|/);
  expect(page('posts/fünf')).toContain('about="/blog/posts/f%C3%BCnf/"');
});

for (const [base, settings] of [
  ['https://me.example/blog/', ''],
  ['https://me.example/blog/', 'canonifyURLs = true'],
  ['https://me.example/blog/', 'relativeURLs = true'],
  ['/blog', ''],
] as const)
  test(`backlinks lead where Hugo’s own links lead, of ${base}${settings && `, with ${settings}`}`, async ({
    box,
  }) => {
    const blog = startBlog(box, {
      'hugo.toml': `baseURL = "${base}"\n${settings}\n`,
      'layouts/_default/single.html': `${SINGLE}<nav>{{ range site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>`,
      'content/posts/oak.md': '---\ntitle: Oak\n---\n',
      'content/posts/Ünder 50% c++.md':
        '---\ntitle: Acorn\n---\nIt falls from the [oak]({{< relref "oak.md" >}}).',
    });
    await writeBacklinks(blog, 'hearthmap.json');
    const [backlink, own] = runHugo(blog)('posts/oak').match(/<a href="[^"]*">Acorn<\/a>/g) ?? [];
    expect(backlink).toBe(own);
    expect(own).toContain('/posts/%C3%BCnder-50-c');
  });
