/** A blog that Hugo makes, with our templates in it and the map beside it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { expect, ROOT, run, test } from './command.ts';
import { hasHugo, NO_HUGO } from './hugo.mjs';

const LAYOUT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}</main>
{{ partial "hearth-backlinks.html" . }}{{ partial "hearth-search.html" . }}
{{ partial "hearth-map.html" (dict "page" . "height" 300) }}</body></html>`;

const BLOG = {
  'hugo.toml': 'baseURL = "https://notes.example/garden/"\ntitle = "Trees"\n',
  'content/posts/oak.md':
    '---\ntitle: Oak\n---\nAn old tree grows from an [acorn]({{< relref "acorn.md" >}}), see {{< hearth-map note="posts/acorn" text="its map" >}}',
  'content/posts/acorn.md':
    '---\ntitle: "Acorn <b>"\n---\nIt falls from the [oak & its kin]({{< relref "oak.md" >}}), not far.',
  'layouts/_default/single.html': LAYOUT,
  'layouts/_default/list.html': '<!doctype html><title>{{ .Title }}</title>',
};

/** How the templates come into a blog, as the handbook says. */
const WAYS = {
  'as a theme': (blog: string) => {
    cpSync(join(ROOT, 'integrations/hugo'), join(blog, 'themes/hearthmap'), { recursive: true });
    return 'theme = ["hearthmap"]\n';
  },
  'as a module': (blog: string) => {
    cpSync(join(ROOT, 'integrations'), join(blog, 'node_modules/hearthmap/integrations'), {
      recursive: true,
    });
    return '[[module.imports]]\npath = "../node_modules/hearthmap/integrations/hugo"\n';
  },
};

for (const [way, install] of Object.entries(WAYS)) {
  test(`a Hugo blog has map, backlinks and search from the templates, ${way}`, async ({ box, browser }) => {
    test.skip(!hasHugo(), NO_HUGO);
    const blog = join(box, 'blog');
    for (const [name, text] of Object.entries({ ...BLOG, 'hugo.toml': BLOG['hugo.toml'] + install(blog) })) {
      mkdirSync(dirname(join(blog, name)), { recursive: true });
      writeFileSync(join(blog, name), text);
    }
    const publish = join(box, 'public');
    const words = [
      'build',
      blog,
      '--out',
      join(publish, 'map'),
      '--backlinks',
      join(blog, 'data/hearthmap.json'),
    ];
    expect(await run(words, { cwd: box })).toMatchObject({ code: 0, out: /Who links to each note is in/ });
    const hugo = spawnSync('hugo', ['--quiet', '-s', blog, '-d', publish], { encoding: 'utf8' });
    expect(hugo.stdout + hugo.stderr).toBe('');

    const files = sirv(publish, { dev: true });
    const server = createServer((request, response) => {
      request.url = request.url!.replace(/^\/garden\//, '/');
      files(request, response, () => void response.writeHead(404).end());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/garden/`;

    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${root}posts/oak/`);
    const backlinks = plain.getByRole('region', { name: 'What links here' });
    await expect(backlinks.getByRole('paragraph')).toHaveText('It falls from the oak & its kin, not far.');
    await expect(backlinks.locator('mark')).toHaveText('oak & its kin');
    await expect(plain.getByRole('link', { name: 'its map' })).toBeVisible();
    await expect(plain.getByRole('link', { name: 'The map of these notes' })).toHaveAttribute(
      'href',
      '/garden/map/',
    );
    await backlinks.getByRole('link', { name: 'Acorn <b>' }).click();
    await expect(plain).toHaveURL(`${root}posts/acorn/`);
    await plain.close();

    const page = await browser.newPage();
    await page.goto(`${root}posts/oak/`);
    await page.locator('hearth-map').last().scrollIntoViewIfNeeded();
    await expect(page.locator('hearth-map').last().locator('iframe')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the notes' }).fill('kin');
    const answer = page
      .locator('hearth-search')
      .getByRole('group')
      .getByRole('link', { name: /^Acorn <b>/ });
    await expect(answer.locator('mark').first()).toHaveText('kin');
    await expect(answer).toHaveAttribute('href', `${root}posts/acorn/`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${root}map/?q=kin`);
    await expect(page.locator('.hm-results li').first()).toContainText('Acorn <b>');
    await page.close();
    server.close();
  });
}
