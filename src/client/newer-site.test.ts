import { afterEach, describe, expect, it, vi } from 'vitest';
import { GONE } from '../contract/gone.ts';
import { SITE_VERSION, type SiteFile } from '../contract/site.ts';
import { watchForNewer } from './newer-site.ts';

const root = new URL('https://example.org/garden/');
const site: SiteFile = {
  version: SITE_VERSION,
  title: 'Garden',
  baseURL: null,
  map: 'data/map.x.json',
  search: 'data/search.x/',
  report: 'report.json',
};

afterEach(() => vi.unstubAllGlobals());

/** How often a newer site was told after an event, where the server has this one now. */
async function toldAt(event: string, now: unknown): Promise<number> {
  const page = new EventTarget();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(now)));
  let told = 0;
  const stop = watchForNewer(root, site, () => told++);
  page.dispatchEvent(new Event(event));
  await new Promise((resolve) => setTimeout(resolve, 20));
  stop();
  return told;
}

describe('a newer site is told', () => {
  it.each([
    ['a file of data is gone', GONE],
    ['a script that is loaded later did not come', 'vite:preloadError'],
  ])('where %s', async (_, event) => {
    expect(await toldAt(event, { ...site, title: 'Another' })).toBe(1);
    expect(await toldAt(event, site)).toBe(0);
  });
});
