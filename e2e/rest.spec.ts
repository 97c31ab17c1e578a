import { expect, test } from './explorer.ts';

test('at rest nothing is painted', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    const counted = window as unknown as { frames: number };
    counted.frames = 0;
    window.requestAnimationFrame = (callback) => {
      counted.frames++;
      return request(callback);
    };
  });
  await explorer.open('notes/map/the-map/');
  await page.mouse.move(2, 400);
  const frames = (): Promise<number> => page.evaluate(() => (window as unknown as { frames: number }).frames);
  // What comes after the first picture, the latest for later visits, may take a while on a slow machine.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /later-visits-.*\.js/.test(name)),
  );
  let last = -1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await frames();
        return last - before;
      },
      { intervals: [700], timeout: 15_000 },
    )
    .toBe(0);
  await page.waitForTimeout(1_000);
  expect(await frames()).toBe(last);
});

test('who asks for less motion gets none', async ({ explorer, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await explorer.open('./');
  await page.evaluate(() => {
    const counted = window as unknown as { cameras: Set<string> };
    counted.cameras = new Set();
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counted.cameras.add(String(counted.cameras.size));
      return request(callback);
    };
  });
  const before = await explorer.canvas.getAttribute('data-camera');
  await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
  await explorer.moved(before);
  const painted = await page.evaluate(() => (window as unknown as { cameras: Set<string> }).cameras.size);
  // A flight of a third of a second would take some twenty.
  expect(painted).toBeLessThan(8);
});
