import type { Locator, Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

const cards = (page: Page): Locator => page.locator('.hm-preview');

/** What helps with reading comes after the map. */
async function aided(page: Page): Promise<void> {
  await expect(page.locator('.hm-page > [role=status][data-hm-added]')).toBeAttached();
}

test('a link that a pointer rests on shows the beginning of its note, and links in there do too', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  await aided(page);
  const link = page.locator('.hm-body a', { hasText: 'node' }).first();
  await link.hover();
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('A disc is a note');
  // Neither does it cover its link, nor leave the pane.
  const at = (await link.boundingBox())!;
  const card = (await cards(page).boundingBox())!;
  const pane = (await page.locator('#hm-pane-reader').boundingBox())!;
  expect(card.y >= at.y + at.height || card.y + card.height <= at.y).toBe(true);
  expect(card.x).toBeGreaterThanOrEqual(pane.x);
  expect(card.x + card.width).toBeLessThanOrEqual(pane.x + pane.width);

  await cards(page).locator('a', { hasText: 'region' }).first().hover();
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).last()).toContainText('A region is a group of notes');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(1);
  // What a card shows already needs no second one.
  await cards(page).locator('a', { hasText: 'ghost' }).first().hover();
  await expect(cards(page)).toHaveCount(2);
  await cards(page).last().locator('a[href$="/nodes-and-links/"]').first().hover();
  await page.waitForTimeout(500);
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/notes\/map\/the-map\/$/);
});

test('the link that has the focus shows its note; Alt and Down goes into it, Escape back to the link', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  await aided(page);
  const link = page.locator('.hm-body a', { hasText: 'node' }).first();
  await link.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Preview of Nodes and links' })).toBeVisible();
  await expect(page.locator('.hm-preview [role=status]')).toContainText('A disc is a note');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('dialog')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.hm-preview-head a')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('a link to a heading shows its section, a footnote itself, a ghost who wants it', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/reading/keyboard/');
  await aided(page);
  await page.locator('.hm-body a[href$="#notes"]').first().hover();
  await expect(cards(page).locator('h2, h3').first()).toBeVisible();
  await expect(cards(page).locator('.hm-note h1')).toHaveCount(0);

  await explorer.open('notes/writing/footnotes/');
  await aided(page);
  await page.locator('.hm-body a[href*="#fn"]').first().hover();
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).locator('.hm-note')).not.toBeEmpty();

  await explorer.open('notes/writing/ghosts/');
  await aided(page);
  await page.locator('.hm-body a.hm-ghost').first().hover();
  await expect(cards(page)).toContainText(/Nobody has written this yet.*wants? it/);
});

test('a link to another part of the note shows that part, unless it is what one reads already', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/writing/relref/');
  await aided(page);
  // What is said of the note itself leads on in it, with nothing to be seen before.
  await page.locator('.hm-meta a').hover();
  await page.waitForTimeout(450);
  await expect(cards(page)).toHaveCount(0);
  const link = page.locator('.hm-body a[href$="#traps"]');
  await link.hover();
  await expect(cards(page)).toContainText('is taken literally');
  await page.setViewportSize({ width: 1280, height: 3000 });
  await expect(cards(page)).toHaveCount(0);
  await link.hover({ position: { x: 3, y: 3 } });
  // By then it would have come.
  await page.waitForTimeout(450);
  await expect(cards(page)).toHaveCount(0);
});

test('a note that is gone is told so', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  await aided(page);
  await page.route('**/notes/map/nodes-and-links/', (route) => route.fulfill({ status: 404 }));
  await page.locator('.hm-body a', { hasText: 'node' }).first().hover();
  await expect(cards(page)).toContainText('There is no such note any more');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a held finger shows the note, and goes nowhere', async ({ page }) => {
    await page.goto('notes/map/the-map/');
    const link = page.locator('.hm-body a', { hasText: 'node' }).first();
    await link.dispatchEvent('focusin');
    await aided(page);
    const box = (await link.boundingBox())!;
    const touch = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] });
    await expect(cards(page)).toContainText('A disc is a note');
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const card = (await cards(page).boundingBox())!;
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(390);
    expect(card.y >= box.y + box.height || card.y + card.height <= box.y).toBe(true);
    await expect(page).toHaveURL(/\/notes\/map\/the-map\/$/);
    await page.locator('h1').first().tap();
    await expect(cards(page)).toHaveCount(0);
  });
});
