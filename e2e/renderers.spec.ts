import type { Locator, Page } from '@playwright/test';
import { coloursOf } from './colours-of.ts';
import { expect, test } from './explorer.ts';

/** Lets the app believe that a graphics card draws: it leaves WebGL alone where the processor would. */
async function withGraphicsCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const read = prototype.getParameter;
    prototype.getParameter = function (name: number): unknown {
      return name === 0x9246 ? 'A graphics card' : (read.call(this, name) as unknown);
    };
  });
}

/** Which kind of drawing the picture below the map's canvas has. */
function kind(page: Page): Promise<string> {
  return page.evaluate(() => {
    const picture = document.querySelector<HTMLCanvasElement>('.hm-map > canvas[aria-hidden]')!;
    return picture.getContext('webgl2') !== null
      ? 'webgl2'
      : picture.getContext('2d') !== null
        ? '2d'
        : 'none';
  });
}

/** Mean red, green and blue of a screenshot of the map, and how many colours it has. */
async function look(page: Page): Promise<{ mean: number[]; colours: number }> {
  const png = await page.locator('.hm-map').screenshot();
  const reader = await page.context().newPage();
  try {
    return await reader.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const sums = [0, 0, 0];
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        for (let channel = 0; channel < 3; channel++) sums[channel]! += data[i + channel]!;
        colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      }
      return { mean: sums.map((sum) => sum / (data.length / 4)), colours: colours.size };
    }, png.toString('base64'));
  } finally {
    await reader.close();
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`WebGL2 and Canvas 2D draw the same picture, in ${colorScheme}`, async ({
    explorer,
    page,
    context,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await explorer.open('notes/map/the-map/');
    expect(await kind(page)).toBe('2d');
    const plain = await look(page);
    const other = await context.newPage();
    await withGraphicsCard(other);
    await other.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await other.goto(page.url());
    await other.waitForSelector('canvas[data-camera]', { state: 'attached' });
    expect(await kind(other)).toBe('webgl2');
    const fast = await look(other);
    expect(fast.colours).toBeGreaterThan(200);
    plain.mean.forEach((value, channel) => expect(Math.abs(value - fast.mean[channel]!)).toBeLessThan(2));
  });

  test(`where colours are forced, the map is drawn in the system's, in ${colorScheme}`, async ({
    explorer,
    page,
  }) => {
    const ground = colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)';
    const picture = page.locator('.hm-map > canvas[aria-hidden]').first();
    await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' });
    await explorer.open('notes/map/the-map/');
    const forced = await coloursOf(picture);
    expect(forced.ground).toBe(ground);
    expect(forced.count).toBeGreaterThan(100);
    // What is chosen wears the system's mark, and nothing else does.
    const groundOf = (element: Locator) =>
      element.evaluate((shown) => getComputedStyle(shown).backgroundColor);
    const mark = await groundOf(page.getByRole('button', { name: 'Whole map', exact: true }));
    expect(mark).not.toBe(await groundOf(page.getByRole('button', { name: 'Around this note' })));
    expect(await groundOf(page.locator('.hm-row[aria-current]'))).toBe(mark);
    await expect(page.locator('.hm-row:not([aria-current])').first()).toHaveCSS('border-left-color', ground);
    // Switched off and on in mid-visit.
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(async () => (await coloursOf(picture)).ground).not.toBe(ground);
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => coloursOf(picture)).toEqual(forced);
  });
}

test('a lost context leaves the map where it was, drawn otherwise', async ({ explorer, page }) => {
  await withGraphicsCard(page);
  await explorer.open('./');
  const before = await look(page);
  await page.evaluate(() => {
    const picture = document.querySelector<HTMLCanvasElement>('.hm-map > canvas[aria-hidden]')!;
    picture.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await expect.poll(() => kind(page)).toBe('2d');
  const after = await look(page);
  before.mean.forEach((value, channel) => expect(Math.abs(value - after.mean[channel]!)).toBeLessThan(2));
  const camera = await explorer.canvas.getAttribute('data-camera');
  await explorer.canvas.press('+');
  await explorer.moved(camera);
});

test('a page with more drawings than the browser has contexts still shows the map', async ({
  explorer,
  page,
}) => {
  await withGraphicsCard(page);
  await explorer.open('./');
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) document.createElement('canvas').getContext('webgl2');
  });
  await expect.poll(async () => (await look(page)).colours).toBeGreaterThan(100);
  await expect.poll(() => kind(page)).toBe('2d');
});
