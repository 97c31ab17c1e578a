import { expect, test } from './explorer.ts';

test('everything can be reached without a mouse', async ({ explorer, page }) => {
  await explorer.open('./');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('/');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.type('wikilink');
  await expect(explorer.hits.first()).toBeVisible();
  // What the texts hold comes behind the titles, and puts the list in another order.
  await expect(page.locator('.hm-list-head').first()).not.toContainText('titles');
  await page.keyboard.press('ArrowDown');
  await expect(explorer.hits.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(explorer.hits.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notes\//);
  await expect(explorer.search).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(explorer.search).toHaveValue('');
  await explorer.canvas.focus();
  // With Caps Lock.
  await page.keyboard.press('Control+K');
  await expect(explorer.search).toBeFocused();
});

test('a note that was opened by its address is read on by key, and left and come back to', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/reading/keyboard/');
  const reader = page.getByRole('main');
  await page.keyboard.press('PageDown');
  await expect.poll(() => reader.evaluate((main) => main.scrollTop)).toBeGreaterThan(100);
  const link = reader.locator('a[href$="/paths/"]').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(explorer.title).toHaveText(/^Path/);
  // Said when the focus comes.
  await expect(page.getByRole('main', { name: 'Paths from note to note' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.goBack();
  await expect(explorer.title).toHaveText('The keyboard');
  await expect(link).toBeFocused();
});

test('the map is walked by arrow keys, and says where one is', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  await explorer.canvas.focus();
  const said = page.locator('.hm-map [role=status]');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText(/^.+, \d+ links? out, \d+ in, neighbour 1 of \d+ of The map$/);
  const first = await said.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText(/neighbour 2 of/);
  await page.keyboard.press('ArrowLeft');
  await expect(said).toHaveText(first);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(new RegExp(`neighbour 1 of \\d+ of ${first.split(',')[0]!}$`));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(explorer.title).toHaveText(first.split(',')[0]!);
  await page.keyboard.press('Backspace');
  await expect(explorer.title).toHaveText('The map');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('');
});

test('plus, minus and zero zoom', async ({ explorer, page }) => {
  await explorer.open('./');
  const scale = async (): Promise<number> =>
    Number((await explorer.canvas.getAttribute('data-camera'))!.split(' ')[2]);
  const whole = await scale();
  await explorer.canvas.focus();
  await page.keyboard.press('+');
  await expect.poll(scale).toBeCloseTo(whole * 1.5, 3);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(scale).toBeLessThan(whole);
  await page.keyboard.press('0');
  await expect.poll(scale).toBeCloseTo(whole, 5);
});

test('the line between two panes is moved by keys', async ({ explorer, page }) => {
  await explorer.open('./');
  const splitter = page.getByRole('separator', { name: 'Width of the text' });
  const reader = page.locator('#hm-pane-reader');
  const width = async (): Promise<number> => Math.round((await reader.boundingBox())!.width);
  const usual = await width();
  await splitter.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await width()).toBe(usual + 16);
  await expect(splitter).toHaveAttribute('aria-valuenow', String(usual + 16));
  await page.keyboard.press('Home');
  expect(await width()).toBe(240);
  await page.reload();
  await explorer.drawn();
  expect(await width()).toBe(240);
  await splitter.focus();
  await page.keyboard.press('Enter');
  expect(await width()).toBe(usual);
});
