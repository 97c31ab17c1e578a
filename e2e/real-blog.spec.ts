/**
 * A real blog of 1,834 notes, where it stands beside the project: Hearthmap builds its map once for all that is asked here, Hugo
 * its pages, with our templates and a small theme. Notes and words are taken from its graph: none of them stands here.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import type { EmbedNote } from '../src/contract/embed.ts';
import type { GraphFile, GraphNote } from '../src/contract/graph.ts';
import { placeOfNote } from './blog.ts';
import { coloursOf } from './colours-of.ts';
import { expect, ROOT, run, test as base } from './command.ts';
import { hasHugo, NO_HUGO } from './hugo.mjs';
import { KB, loadUntilAnswered, loadUntilDrawn, sum, told } from './loaded.ts';

const REAL = join(ROOT, '..', 'shared', 'corpora', 'jemoka');

const THEME = {
  'baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="color-scheme" content="light dark"><link rel="canonical" href="{{ .Permalink }}"></head>
<body>{{ block "main" . }}{{ end }}</body></html>`,
  'single.html': `{{ define "main" }}{{ partial "hearth-search.html" . }}<main><h1>{{ .Title }}</h1>
{{ partial "hearth-map.html" (dict "page" . "height" 360) }}{{ .Content }}</main>{{ partial "hearth-backlinks.html" . }}{{ end }}`,
  'list.html': '{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}',
};

interface RealBlog {
  /** With a slash at the end; the map is in `map/`. */
  readonly url: string;
  /** What Hugo publishes, beside the map. */
  readonly publish: () => void;
  readonly graph: GraphFile;
}

const test = base.extend<object, { blog: RealBlog }>({
  blog: [
    async ({}, use) => {
      const box = mkdtempSync(join(tmpdir(), 'hearthmap-real-'));
      const [blog, out] = [join(box, 'blog'), join(box, 'public')];
      cpSync(REAL, blog, { recursive: true });
      const words = [
        'build',
        blog,
        '--out',
        join(out, 'map'),
        '--backlinks',
        join(blog, 'data/hearthmap.json'),
      ];
      const { code, err } = await run([...words, '--no-cache', '--quiet'], { cwd: box });
      if (code !== 0) throw new Error(err);
      const server = createServer(sirv(out, { dev: true })).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      await use({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        publish: () => publish(blog, out),
        graph: JSON.parse(readFileSync(join(out, 'map', 'graph.json'), 'utf8')) as GraphFile,
      });
      server.closeAllConnections();
      server.close();
      rmSync(box, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

function publish(blog: string, out: string): void {
  cpSync(join(ROOT, 'integrations/hugo'), join(blog, 'themes/hearthmap'), { recursive: true });
  mkdirSync(join(blog, 'layouts/_default'), { recursive: true });
  for (const [name, text] of Object.entries(THEME)) writeFileSync(join(blog, 'layouts/_default', name), text);
  const words = ['--quiet', '--theme', 'hearthmap', '-s', blog, '-d', out];
  const hugo = spawnSync('hugo', words, { encoding: 'utf8' });
  expect(hugo.status, hugo.stdout + hugo.stderr).toBe(0);
}

/** Notes by how they are linked, those that link to themselves aside; sorted by path, as the graph is. */
function neighboursOf({
  notes,
  references,
}: GraphFile): { note: GraphNote; near: Set<string>; from: Set<string> }[] {
  const all = notes.map((note) => ({ note, near: new Set<string>(), from: new Set<string>() }));
  const wanting = new Set<number>();
  for (const { from, to, ghost } of references) {
    if (ghost !== undefined) wanting.add(from);
    if (to === null || to === from) continue;
    all[from]!.near.add(notes[to]!.permalink);
    all[to]!.near.add(notes[from]!.permalink);
    all[to]!.from.add(notes[from]!.permalink);
  }
  // A name that nobody has written has no page to land on.
  return all.filter((_, id) => !wanting.has(id));
}

/** The last note that the map told of being pointed at. */
const pointedAt = (page: Page): Promise<EmbedNote | null> =>
  page.evaluate(() => (window as unknown as { pointed: EmbedNote | null }).pointed);

test.describe.configure({ mode: 'default' });
test.skip(!existsSync(REAL), 'the real blog is not beside the project, at ../shared/corpora/jemoka');

test('three posts of a real blog that Hugo builds have the map around themselves, which leads to the next one, the search, and backlinks without scripts', async ({
  blog,
  browser,
  page,
}) => {
  test.skip(!hasHugo(), NO_HUGO);
  test.setTimeout(60_000);
  blog.publish();
  const { url, graph } = blog;
  const linked = neighboursOf(graph);
  const most = linked.reduce((one, other) => (other.near.size > one.near.size ? other : one));
  const posts = [
    most,
    linked.find(({ from }) => from.size === 8)!,
    linked.find(({ near, from }) => near.size === 3 && from.size === 1)!,
  ];
  await page.addInitScript(() => {
    addEventListener('hearth-hover', (event) =>
      Object.assign(window, { pointed: (event as CustomEvent<EmbedNote | null>).detail }),
    );
  });
  const without = await browser.newPage({ javaScriptEnabled: false });

  for (const { note, near, from } of posts) {
    await test.step(`a post with ${near.size} neighbours`, async () => {
      const here = new URL(note.permalink, url).href;
      const place = { map: page.locator('hearth-map'), frame: page.frameLocator('hearth-map iframe') };
      await page.goto(here);
      await expect(
        place.frame.getByRole('heading', { name: `Around ${note.title}`, exact: true }),
      ).toBeVisible();

      const { x, y } = await placeOfNote(place);
      await page.mouse.move(x, y, { steps: 2 });
      await expect(place.frame.locator('.card-text')).toBeVisible();
      const pointed = (await pointedAt(page))!;
      await expect(place.frame.locator('.card-title')).toHaveText(pointed.title);
      expect(near).toContain(new URL(pointed.blog!).pathname);
      await page.mouse.down();
      await page.mouse.up();
      await page.waitForURL(pointed.blog!);
      await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(pointed.title);
      await page.goBack();
      await expect(page).toHaveURL(here);
      await expect(place.frame.getByRole('application')).toBeVisible();

      await without.goto(here);
      await expect(without.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
      const backlinks = without.getByRole('region', { name: 'What links here' }).getByRole('listitem');
      const shown = await backlinks.evaluateAll((items) =>
        items.map((item) => [
          item.querySelector('a')?.pathname,
          (item.querySelector('p')?.textContent ?? '').length > 0,
        ]),
      );
      expect(shown.map(([path]) => path).sort()).toEqual([...from].sort());
      expect(shown.filter(([, says]) => says !== true)).toEqual([]);
    });
  }
  await without.close();

  const frame = page.frameLocator('hearth-map iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-hm-theme', 'light');
  const light = await coloursOf(frame.locator('.stage > canvas').first());
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-hm-theme', 'dark');
  await expect
    .poll(async () => (await coloursOf(frame.locator('.stage > canvas').first())).ground)
    .not.toBe(light.ground);

  await page.getByRole('searchbox', { name: 'Search the notes' }).fill(most.note.title);
  const hit = page
    .locator('hearth-search')
    .getByRole('group')
    .getByRole('listitem')
    .first()
    .getByRole('link');
  await expect(hit.locator('mark').first()).toBeVisible();
  // Its own name was asked for: it opens at its beginning, also once its text has come.
  await expect(hit.locator('.text')).not.toHaveText(/^\s*$/);
  await hit.click();
  await page.waitForURL(({ pathname, hash }) => pathname === most.note.permalink && hash === '');
});

test('the map of 1,834 notes is drawn with at most 120 kB, fonts aside, and without the search index; one around a note in its blog with 45 kB', async ({
  blog,
  page,
  context,
}) => {
  test.setTimeout(60_000);
  const address = `${blog.url}map/`;
  const loaded = (await loadUntilDrawn(page, address)).filter(({ type }) => type !== 'font');
  const asked = `${address}embed/?note=posts/kbhprobability`;
  const embedded = await loadUntilDrawn(await context.newPage(), asked);
  const asking = await context.newPage();
  const answered = await loadUntilAnswered(asking, address, 'gaussian distribution');
  const loader = gzipSync(await (await page.request.get(`${address}embed.js`)).body()).length;
  // One script asks, the other draws what has been asked for.
  const types = ['document', 'fetch', 'script', 'script', 'stylesheet'];
  expect(embedded.map(({ type }) => type).sort()).toEqual(types);
  expect(sum(embedded) + loader, told(embedded)).toBeLessThanOrEqual(45 * KB);
  expect(loaded.some(({ path }) => path.startsWith('/map/data/map.'))).toBe(true);
  expect(loaded.filter(({ path }) => path.startsWith('/map/data/search.'))).toEqual([]);
  expect(sum(loaded), told(loaded)).toBeLessThanOrEqual(120 * KB);
  expect(answered.some(({ path }) => path.startsWith('/map/data/search.'))).toBe(true);
  expect(sum(answered), told(answered)).toBeLessThanOrEqual(140 * KB);
});
