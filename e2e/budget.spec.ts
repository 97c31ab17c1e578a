import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, ROOT, start, test } from './command.ts';

/** A real blog of 1,834 notes, where it stands beside the project. */
const BLOG = join(ROOT, '..', 'shared', 'corpora', 'jemoka');
const KB = 1000;

interface Loaded {
  readonly path: string;
  readonly type: string;
  /** After gzip, as a host sends it. */
  readonly bytes: number;
}

/** Opens a page and collects what came until the map's canvas shows something. */
async function loadUntilDrawn(page: Page, address: string): Promise<Loaded[]> {
  const bodies: Promise<Loaded | undefined>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const type = response.request().resourceType();
    // A live page's event stream has no end.
    if (type === 'eventsource') return;
    bodies.push(
      response.body().then(
        (body) => ({ path: pathname, type, bytes: gzipSync(body).length }),
        () => undefined,
      ),
    );
  });
  await page.goto(address);
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('canvas')).some((canvas) => {
      const { width, height } = canvas;
      if (width === 0 || height === 0) return false;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
      return pixels?.some((value, index) => index % 4 === 3 && value > 0) ?? false;
    }),
  );
  const loaded = await Promise.all(bodies);
  return loaded.filter((entry) => entry !== undefined);
}

/** Asks on an opened page, and collects what came from then on until all texts have answered. */
async function loadUntilAnswered(page: Page, address: string, query: string): Promise<Loaded[]> {
  await loadUntilDrawn(page, address);
  const bodies: Promise<Loaded | undefined>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/\/(?:assets|data)\//.test(pathname) || pathname.endsWith('.woff2')) return;
    bodies.push(
      response.body().then(
        (body) => ({ path: pathname, type: '', bytes: gzipSync(body).length }),
        () => undefined,
      ),
    );
  });
  await page.getByRole('searchbox').fill(query);
  const told = page.locator('.hm-list-head').first();
  await expect(page.locator('.hm-hit-title').first()).toBeVisible();
  await expect(told).toContainText(/\d+ notes/);
  await expect(told).not.toContainText('titles');
  const loaded = (await Promise.all(bodies)).filter((entry) => entry !== undefined);
  // What the worker and the page both need comes once: it is hash-named, and kept.
  return [...new Map(loaded.map((entry) => [entry.path, entry])).values()];
}

const sum = (loaded: readonly Loaded[]): number => loaded.reduce((total, { bytes }) => total + bytes, 0);
const told = (loaded: readonly Loaded[]): string =>
  loaded.map(({ path, bytes }) => `${(bytes / KB).toFixed(1)} kB ${path}`).join('\n');

test('the map of the handbook is drawn with at most 60 kB of JavaScript', async ({ page }) => {
  const loaded = await loadUntilDrawn(page, './');
  const scripts = loaded.filter(({ type }) => type === 'script');
  expect(scripts.length).toBeGreaterThan(0);
  expect(sum(scripts), told(scripts)).toBeLessThanOrEqual(60 * KB);
});

test('the map of 1,834 notes is drawn with at most 120 kB, fonts aside, and without the search index; one around a note in its blog with 45 kB', async ({
  box,
  page,
  context,
}) => {
  test.skip(!existsSync(BLOG), 'the blog is not here');
  test.setTimeout(180_000);
  const dev = start(['dev', BLOG, '--port', '0', '--quiet'], { cwd: box });
  const address = await dev.until(/http:\/\/localhost:\d+\//);
  const loaded = (await loadUntilDrawn(page, address)).filter(({ type }) => type !== 'font');
  const asked = `${address}embed.html?note=posts/kbhprobability`;
  const embedded = await loadUntilDrawn(await context.newPage(), asked);
  const asking = await context.newPage();
  const answered = await loadUntilAnswered(asking, address, 'gaussian distribution');
  const loader = gzipSync(await (await page.request.get(`${address}embed.js`)).body()).length;
  dev.stop('SIGINT');
  await dev.ended;
  expect(embedded.map(({ type }) => type).sort()).toEqual(['document', 'fetch', 'script', 'stylesheet']);
  expect(sum(embedded) + loader, told(embedded)).toBeLessThanOrEqual(45 * KB);
  expect(loaded.some(({ path }) => path.startsWith('/data/map.'))).toBe(true);
  expect(loaded.filter(({ path }) => path.startsWith('/data/search.'))).toEqual([]);
  expect(sum(loaded), told(loaded)).toBeLessThanOrEqual(120 * KB);
  expect(answered.some(({ path }) => path.startsWith('/data/search.'))).toBe(true);
  expect(sum(answered), told(answered)).toBeLessThanOrEqual(140 * KB);
});
