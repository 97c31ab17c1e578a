/** The explorer in a real browser, over the handbook. */
import { test as base, type Page } from '@playwright/test';
import { readMap, type Garden } from '../src/contract/map.ts';

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
    // A font that comes late moves lines.
    await this.page.evaluate(() => document.fonts.ready);
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
      x: box.x + box.width / 2 + (map.x[node]! - camera[0]!) * camera[2]!,
      y: box.y + box.height / 2 + (map.y[node]! - camera[1]!) * camera[2]!,
    };
  }

  /** What is at a point of the window now, as a place of the map that can be found again under another camera. */
  async placeAt({ x, y }: { x: number; y: number }): Promise<() => Promise<{ x: number; y: number }>> {
    const view = async (): Promise<{ x: number; y: number; zoom: number; midX: number; midY: number }> => {
      const [cameraX, cameraY, zoom] = (await this.canvas.getAttribute('data-camera'))!
        .split(' ')
        .map(Number);
      const box = (await this.canvas.boundingBox())!;
      return {
        x: cameraX!,
        y: cameraY!,
        zoom: zoom!,
        midX: box.x + box.width / 2,
        midY: box.y + box.height / 2,
      };
    };
    const then = await view();
    const place = { x: then.x + (x - then.midX) / then.zoom, y: then.y + (y - then.midY) / then.zoom };
    return async () => {
      const now = await view();
      return { x: now.midX + (place.x - now.x) * now.zoom, y: now.midY + (place.y - now.y) * now.zoom };
    };
  }

  /** A place on a link of the whole map that nothing else comes near, with the titles of its notes. In pixels of the window. */
  async linkInTheClear(strangerTo?: string): Promise<{ from: string; to: string; x: number; y: number }> {
    const map = await this.#map();
    const camera = (await this.canvas.getAttribute('data-camera'))!.split(' ').map(Number);
    const box = (await this.canvas.boundingBox())!;
    const at = map.titles.map((_, node) => ({
      x: box.width / 2 + (map.x[node]! - camera[0]!) * camera[2]!,
      y: box.height / 2 + (map.y[node]! - camera[1]!) * camera[2]!,
    }));
    type Place = (typeof at)[number];
    const far = (a: Place, b: Place, p: Place): number => {
      const square = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
      const t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / square;
      const on = Math.min(1, Math.max(0, t));
      return Math.hypot(p.x - a.x - on * (b.x - a.x), p.y - a.y - on * (b.y - a.y));
    };
    for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      for (let link = 0; link < map.from.length; link++) {
        const from = map.from[link]!;
        const to = map.to[link]!;
        if ([map.titles[from], map.titles[to]].includes(strangerTo)) continue;
        const place = {
          x: at[from]!.x + part * (at[to]!.x - at[from]!.x),
          y: at[from]!.y + part * (at[to]!.y - at[from]!.y),
        };
        const inside =
          place.x > 60 && place.x < box.width - 60 && place.y > 120 && place.y < box.height - 220;
        const free = at.every((node) => Math.hypot(node.x - place.x, node.y - place.y) > 20);
        const alone = map.from.every(
          (one, other) =>
            (one === from && map.to[other] === to) || far(at[one]!, at[map.to[other]!]!, place) > 6,
        );
        if (inside && free && alone) {
          return { from: map.titles[from]!, to: map.titles[to]!, x: box.x + place.x, y: box.y + place.y };
        }
      }
    }
    throw new Error('Every link of the map comes near another.');
  }

  async #map(): Promise<Garden> {
    const { request } = this.page;
    const { map } = (await (await request.get('site.json')).json()) as { map: string };
    return readMap(await (await request.get(map)).json());
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
