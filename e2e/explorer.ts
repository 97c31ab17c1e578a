/** The explorer in a real browser, over the handbook. */
import { test as base, type Page } from '@playwright/test';

interface SiteMap {
  readonly unit: number;
  readonly slugs: readonly string[];
  readonly titles: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export class Explorer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens an address of the site and waits until the map is drawn and the camera at rest. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.drawn();
  }

  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
    await this.page.waitForSelector('canvas[data-camera]', { state: 'attached' });
  }

  get title() {
    return this.page.locator('#hm-pane-reader h1');
  }

  get canvas() {
    return this.page.getByRole('application');
  }

  get search() {
    return this.page.getByRole('searchbox', { name: 'Search the notes' });
  }

  get hits() {
    return this.page.locator('.hm-results li a');
  }

  /** What the map says it shows. */
  get chip() {
    return this.page.locator('.hm-map-chip');
  }

  /** Where a note's disc is on the screen, in pixels of the window. The camera must be at rest. */
  async placeOf(slug: string): Promise<{ x: number; y: number }> {
    const map = await this.#map();
    const node = map.slugs.indexOf(slug);
    if (node < 0) throw new Error(`The map has no note "${slug}".`);
    const camera = (await this.canvas.getAttribute('data-camera'))!.split(' ').map(Number);
    const box = (await this.canvas.boundingBox())!;
    return {
      x: box.x + box.width / 2 + (map.x[node]! * map.unit - camera[0]!) * camera[2]!,
      y: box.y + box.height / 2 + (map.y[node]! * map.unit - camera[1]!) * camera[2]!,
    };
  }

  async #map(): Promise<SiteMap> {
    const { request } = this.page;
    const { map } = (await (await request.get('site.json')).json()) as { map: string };
    return (await (await request.get(map)).json()) as SiteMap;
  }

  /** Waits until the camera has come to rest somewhere else than before. */
  async moved(before: string | null): Promise<void> {
    await this.page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('canvas[data-camera]')?.dataset['camera'] !== old,
      before,
    );
  }
}

export const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) problems.push(message.text());
    });
    await use(new Explorer(page));
    // No journey may leave an error behind, or need what the site's policy forbids.
    base.expect(problems).toEqual([]);
  },
});

export { expect } from '@playwright/test';
