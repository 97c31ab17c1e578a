/** Maps that a build would hardly make: each shows a picture or says what is wrong, and never nothing. */
import type { Page } from '@playwright/test';
import type { MapFile } from '../src/contract/map.ts';
import { packMap } from '../src/indexer/map/pack-map.ts';
import { expect, test } from './explorer.ts';

interface Odd {
  readonly titles: readonly string[];
  readonly links?: readonly (readonly [number, number])[];
  readonly regions?: number;
}

function mapOf({ titles, links = [], regions = 0 }: Odd): MapFile {
  const side = Math.ceil(Math.sqrt(titles.length));
  const sorted = [...links].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return packMap({
    titles,
    slugs: titles.map((_, id) => `n${id}`),
    unit: 1,
    x: titles.map((_, id) => (id % side) * 20),
    y: titles.map((_, id) => Math.floor(id / side) * 20),
    region: titles.map((_, id) => (regions === 0 ? -1 : id % regions)),
    regions: Array.from({ length: regions }, (_, id) => ({
      name: `region ${id}`,
      hub: id,
      words: [],
      colour: id,
    })),
    from: sorted.map(([from]) => from),
    to: sorted.map(([, to]) => to),
    tags: [],
    noteTags: titles.map(() => []),
  });
}

async function serve(page: Page, body: string): Promise<void> {
  await page.route('**/data/map.*', (route) => route.fulfill({ contentType: 'application/json', body }));
}

/** How many colours a screenshot of the map has: one is a blank. */
async function colours(page: Page): Promise<number> {
  const png = (await page.locator('.hm-map').screenshot()).toString('base64');
  const reader = await page.context().newPage();
  const count = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, png);
  await reader.close();
  return count;
}

const DRAWN: readonly (readonly [string, Odd])[] = [
  ['a single note', { titles: ['alone'] }],
  ['no links', { titles: Array.from({ length: 40 }, (_, id) => `note ${id}`) }],
  [
    '10,000 links on one note',
    {
      titles: Array.from({ length: 10_001 }, (_, id) => `note ${id}`),
      links: Array.from({ length: 10_000 }, (_, id) => [0, id + 1] as const),
      regions: 5,
    },
  ],
  ['a title of 10,000 characters', { titles: ['long '.repeat(2_000), 'other'], links: [[0, 1]] }],
  [
    'titles that change the direction of text, or break lines',
    {
      titles: ['\u202Eevil\u202C', '\u2066a\u2069\n\t\u0000b', '<img src=x onerror=alert(1)>', ''],
      links: [[0, 1]],
    },
  ],
];

for (const [name, odd] of DRAWN) {
  test(`${name}: there is a picture, and it can be moved`, async ({ explorer, page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await serve(page, JSON.stringify(mapOf(odd)));
    await explorer.open('./');
    expect(await colours(page)).toBeGreaterThan(10);
    const camera = await explorer.canvas.getAttribute('data-camera');
    await explorer.canvas.press('+');
    await explorer.moved(camera);
    await explorer.canvas.press('ArrowRight');
    expect(errors).toEqual([]);
  });
}

const dangling = { ...mapOf({ titles: ['a', 'b'] }), out: [1, 0], to: [7] };

for (const [name, body, said] of [
  ['cut off', JSON.stringify(mapOf({ titles: ['a'] })).slice(0, -9), /map/i],
  ['of another version', JSON.stringify({ ...mapOf({ titles: ['a'] }), version: 99 }), /version 99/],
  ['with links to nowhere', JSON.stringify(dangling), /out of bounds/],
  ['something else', '[]', /holds no map/],
] as const) {
  test(`a map that is ${name} is said to be so, and the note stays`, async ({ page }) => {
    await serve(page, body);
    await page.goto('notes/map/the-map/');
    await expect(page.getByRole('heading', { name: 'The map did not come' })).toBeVisible();
    await expect(page.locator('.hm-state').first()).toContainText(said);
    await expect(page.locator('#hm-pane-reader h1')).toHaveText('The map');
  });
}

test('without any drawing the list is there', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('./');
  await expect(page.locator('.hm-notes a').first()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('can’t draw the map');
});

test('a pane of no size, or hidden, is drawn when it has one', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.hm-map-room { display: none }');
      document.adoptedStyleSheets = [sheet];
    });
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  await explorer.drawn();
  expect(await colours(page)).toBeGreaterThan(10);
});
