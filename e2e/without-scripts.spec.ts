import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a note can be read and its links followed without JavaScript', async ({ page }) => {
  await page.goto('notes/map/the-map/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The map');
  await expect(page.locator('.hm-backlinks li').first()).toBeVisible();
  const column = (await page.locator('.hm-note').boundingBox())!;
  expect(column.width).toBeLessThan(720);
  expect(column.x).toBeGreaterThan(200);
  await page.locator('.hm-note a.hm-link').first().click();
  await expect(page).toHaveURL(/\/notes\//);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('The map');
});

test('the beginning leads to every note', async ({ page }) => {
  await page.goto('./');
  const all = page.getByRole('link', { name: /All \d+ notes/ });
  const count = Number(/\d+/.exec((await all.textContent())!));
  expect(count).toBeGreaterThan(100);
  await all.click();
  await expect(page.locator('main li')).toHaveCount(count);
});

test('a page is printed as the note alone, dark on light', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('notes/map/the-map/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const part of ['.hm-site', '.hm-outline', '.hm-ring', '.hm-around >> nth=0']) {
    await expect(page.locator(part)).toBeHidden();
  }
  const above = page.locator('.hm-meta');
  await expect(above.locator('time')).toBeVisible();
  await expect(above).toBeHidden();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(33, 29, 26)');
});
