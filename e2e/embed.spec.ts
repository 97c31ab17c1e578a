import { expect, test } from '@playwright/test';

const HOST = (inside: string): string => `<!doctype html><title>A blog</title><h1>A blog</h1>${inside}`;
const LINK = '<a href="./">The map of these notes</a>';

test('the element shows the map around a note, and a link to read it', async ({ page }) => {
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: HOST(
        `<script type="module" src="embed.js"></script><script type="module" src="embed.js?again"></script>` +
          `<hearth-map note="map/the-map" view="local" height="300">${LINK}</hearth-map>`,
      ),
    }),
  );
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('blog.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('application')).toBeVisible();
  await expect(frame.locator('.hm-map-chip')).toHaveText(/within 1 link of The map/);
  await expect(frame.getByRole('link', { name: 'Read “The map”' })).toHaveAttribute(
    'href',
    /\/notes\/map\/the-map\/$/,
  );
  await expect(frame.getByRole('searchbox')).toHaveCount(0);
  expect((await page.locator('hearth-map').boundingBox())!.height).toBe(300);
  expect(errors).toEqual([]);
});

test('nothing is loaded before the element comes near the screen', async ({ page }) => {
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: HOST(
        `<script type="module" src="embed.js"></script><p style="height: 4000px"></p><hearth-map>${LINK}</hearth-map>`,
      ),
    }),
  );
  await page.goto('blog.html');
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.locator('hearth-map').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('iframe').getByRole('application')).toBeVisible();
});

test('an address that is none of the web leaves the link', async ({ page }) => {
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: HOST(
        `<script type="module" src="embed.js"></script><hearth-map src="javascript:alert(1)">${LINK}</hearth-map>`,
      ),
    }),
  );
  await page.goto('blog.html');
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});
