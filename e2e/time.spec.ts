import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Time' });
const handle = (page: Page) => strip(page).getByRole('slider', { name: 'Show the notes until' });
const opener = (page: Page) => page.getByRole('button', { name: 'Time', exact: true });
const count = async (page: Page): Promise<number> =>
  Number(/^\d+/.exec((await page.locator('.hm-list-head').textContent())!.trim())![0]);

test('the map goes back to a day by keys, nothing moves, and the address brings it back so', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const all = await count(page);
  await opener(page).click();
  await handle(page).focus();
  await expect(handle(page)).toHaveAttribute('aria-valuetext', /^\d+ \w+ 2026, all \d+ notes$/);
  const camera = await explorer.canvas.getAttribute('data-camera');
  await page.keyboard.press('PageDown');
  await expect(handle(page)).toHaveAttribute('aria-valuetext', /^\d+ \w+ 2026, \d+ of \d+ notes$/);
  await expect.poll(() => count(page)).toBeLessThan(all);
  const some = await count(page);
  const day = Number(await handle(page).inputValue());
  await page.keyboard.press('ArrowLeft');
  await expect(handle(page)).toHaveValue(String(day - 7));
  await page.keyboard.press('Shift+ArrowRight');
  await expect(handle(page)).toHaveValue(String(day - 6));
  await page.keyboard.press('ArrowRight');
  await expect(handle(page)).toHaveValue(String(day));
  await expect(page).toHaveURL(/until=2026-\d\d-\d\d/);
  await expect(explorer.chip).toContainText('shown');
  await expect(strip(page)).toContainText('1 undated, always shown');
  await expect(page.locator('.hm-notes')).not.toContainText('Map settings');
  expect(await explorer.canvas.getAttribute('data-camera')).toBe(camera);

  await page.reload();
  await explorer.drawn();
  await expect(strip(page)).toBeVisible();
  await expect.poll(() => count(page)).toBe(some);
  await handle(page).press('Home');
  await expect.poll(() => count(page)).toBeLessThan(5);
  await handle(page).press('Escape');
  await expect(strip(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await expect(page).not.toHaveURL(/until/);
  expect(await count(page)).toBe(all);
});

test('time goes on by itself, and stops when it is paused', async ({ explorer, page }) => {
  await explorer.open('./?until=2026-02-10');
  const first = await count(page);
  await strip(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => count(page)).toBeGreaterThan(first + 3);
  await strip(page).getByRole('button', { name: 'Pause' }).click();
  await expect(strip(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page).toHaveURL(/until=2026-(?!02-10)/);
  const then = await count(page);
  const day = await handle(page).inputValue();
  await page.waitForTimeout(600);
  expect([await count(page), await handle(page).inputValue()]).toEqual([then, day]);
});

test('the facts are loaded when time is asked for, and a word says so when they do not come', async ({
  explorer,
  page,
}) => {
  const asked: string[] = [];
  await page.route('**/data/facts.*', async (route) => {
    asked.push(route.request().url());
    await (asked.length === 1 ? route.abort() : route.continue());
  });
  await explorer.open('./');
  expect(asked).toEqual([]);
  await opener(page).click();
  await expect(strip(page)).toContainText('The dates of the notes did not come.');
  await strip(page)
    .getByRole('button', { name: /^Close/ })
    .click();
  await opener(page).click();
  await expect(handle(page)).toBeVisible();
});

test('colours tell age, in words', async ({ explorer, page }) => {
  await explorer.open('./?colour=age');
  await page.getByRole('button', { name: 'Map settings' }).click();
  const settings = page.getByRole('region', { name: 'Map settings' });
  await expect(settings.locator('.hm-legend li').first()).toContainText(/2026/);
  await settings.getByRole('button', { name: 'Last changed' }).click();
  await expect(page).toHaveURL(/colour=changed/);
  await expect(settings.locator('.hm-legend li').last()).toContainText('no date, or not written yet');
});

test('axe finds nothing in the strip of time, and nothing is wider than the screen', async ({
  explorer,
  page,
}) => {
  test.slow();
  await explorer.open('./?until=2026-06-17');
  const ready = async (): Promise<void> => {
    await expect(handle(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  };
  await expectNoObjections(page, { widths: [1280, 390], ready });
});
