import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

const panes = (page: Page) => page.locator('.hm-stacked');
const current = (page: Page) => page.locator('.hm-stacked[aria-current] h1');

test('a link that is clicked with Shift opens beside, and the address keeps both', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  // Counts the pictures in which no text is seen.
  await page.evaluate(() => {
    const look = (): void => {
      if (document.querySelector('#hm-main h1') === null)
        document.body.dataset['blank'] = String(Number(document.body.dataset['blank'] ?? 0) + 1);
      requestAnimationFrame(look);
    };
    look();
  });
  await page
    .locator('.hm-body a', { hasText: 'node' })
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/\/notes\/map\/nodes-and-links\/\?beside=map\/the-map$/);
  await expect(panes(page)).toHaveCount(2);
  await expect(current(page)).toHaveText('Nodes and links');
  await expect(current(page)).toBeInViewport();
  await expect(page.locator('.hm-stacked[aria-current] .hm-reader')).toBeFocused();
  await expect(page.locator('.hm-notes a[aria-current=page]')).toContainText('Nodes and links');
  await expect(page.locator('body')).not.toHaveAttribute('data-blank');

  await page
    .locator('.hm-stacked[aria-current] .hm-body a', { hasText: 'region' })
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/\/notes\/map\/regions\/\?beside=map\/the-map~map\/nodes-and-links$/);
  await expect(panes(page)).toHaveCount(3);

  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/the-map\/\?beside=~map\/nodes-and-links~map\/regions$/);
  await page.goBack();
  await expect(panes(page)).toHaveCount(2);
  await expect(current(page)).toHaveText('Nodes and links');
  await expect(page.locator('.hm-stacked[aria-current] .hm-reader')).toBeFocused();
  await page.goForward();
  await expect(current(page)).toHaveText('The map');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/\/notes\/map\/nodes-and-links\/\?beside=map\/the-map~~map\/regions$/);
  await expect(current(page)).toHaveText('Nodes and links');
  await page.reload();
  await expect(panes(page)).toHaveCount(3);
  await expect(current(page)).toHaveText('Nodes and links');

  await page.getByRole('button', { name: 'Close Nodes and links' }).click();
  await expect(panes(page)).toHaveCount(2);
  await expect(current(page)).toHaveText('The map');
  await expect(page.locator('.hm-stacked[aria-current] .hm-reader')).toBeFocused();
  await page.getByRole('button', { name: 'Only this note' }).click();
  await expect(page).toHaveURL(/\/notes\/map\/the-map\/$/);
  await expect(panes(page)).toHaveCount(0);
  await expect(explorer.title).toHaveText('The map');
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await expect(panes(page)).toHaveCount(2);
});

test('brackets turn to the note before and after as soon as the address is opened', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/nodes-and-links/?beside=map/the-map');
  await expect(current(page)).toHaveText('Nodes and links');
  await page.keyboard.press('[');
  await expect(current(page)).toHaveText('The map');
  await page.keyboard.press(']');
  await expect(current(page)).toHaveText('Nodes and links');
  // In the place of the map, as there is no room for all.
  await page.keyboard.press('/');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.press('[');
  await expect(current(page)).toHaveText('Nodes and links');
});

test('a note keeps its place when another opens beside it, and when that one goes; both are seen whole', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await explorer.open('notes/reading/keyboard/');
  await page.getByRole('main').evaluate((main) => (main.scrollTop = 300));
  await page
    .locator('.hm-body a[href$="/paths/"]')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(panes(page)).toHaveCount(2);
  const first = panes(page).first().locator('.hm-reader');
  const top = await first.evaluate((element) => element.scrollTop);
  expect(top).toBeGreaterThan(100);
  for (const width of [1440, 1100]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(async () => {
      const texts = await page
        .locator('.hm-stacked-text')
        .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON() as DOMRect));
      expect(Math.min(...texts.map(({ width }) => width))).toBeGreaterThan(350);
      expect(texts[0]!.right).toBeLessThan(texts[1]!.left);
      expect(texts[1]!.right).toBeLessThanOrEqual(width);
    }).toPass({ timeout: 3_000 });
    await expect(explorer.canvas).toBeVisible();
  }
  await page.getByRole('button', { name: 'Close Paths' }).click();
  await expect(explorer.title).toHaveText('The keyboard');
  await expect.poll(() => page.getByRole('main').evaluate((main) => main.scrollTop)).toBeGreaterThan(100);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('one note is shown, and the others by their names', async ({ page }) => {
    await page.goto('notes/map/regions/?beside=map/the-map~map/nodes-and-links');
    await expect(current(page)).toHaveText('Regions');
    await expect(page.locator('.hm-stacked:visible')).toHaveCount(1);
    for (const name of ['The map', 'Nodes and links', 'Regions'])
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 0.99 });
    await page.getByRole('button', { name: 'The map', exact: true }).click();
    await expect(current(page)).toHaveText('The map');
    await expect(page).toHaveURL(/the-map\/\?beside=~map\/nodes-and-links~map\/regions$/);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForFunction(() => history.state?.hearthmap.pane === 'results');
    await page.reload();
    await expect(page.getByRole('searchbox')).toBeVisible();
  });
});
