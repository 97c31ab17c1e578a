/** What a page loads until it shows something. */
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';

export const KB = 1000;

export interface Loaded {
  readonly path: string;
  readonly type: string;
  /** After gzip, as a host sends it. */
  readonly bytes: number;
}

/** Opens a page and collects what came until the map's canvas shows something. */
export async function loadUntilDrawn(page: Page, address: string): Promise<Loaded[]> {
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
export async function loadUntilAnswered(page: Page, address: string, query: string): Promise<Loaded[]> {
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

export const sum = (loaded: readonly Loaded[]): number =>
  loaded.reduce((total, { bytes }) => total + bytes, 0);
export const told = (loaded: readonly Loaded[]): string =>
  loaded.map(({ path, bytes }) => `${(bytes / KB).toFixed(1)} kB ${path}`).join('\n');
