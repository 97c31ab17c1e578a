import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const AROUND = 'notes/map/paths/?view=local';

test('a node of the local map is grown and shrunk by its key, in the address', async ({ explorer, page }) => {
  await explorer.open(AROUND);
  const within = /(\d+) within 1 link of/;
  await expect(explorer.chip).toHaveText(within);
  await expect(explorer.chip).toHaveText(within);
  const before = Number(within.exec(await explorer.chip.innerText())![1]);
  await explorer.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('g');
  await expect(page.getByText(/ grown by \d+$/)).toBeAttached();
  await expect(page).toHaveURL(/view=local&grow=/);
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => Number(within.exec(await explorer.chip.innerText())?.[1]))
    .toBeGreaterThan(before);
  const grown = page.url();

  await explorer.open(grown);
  await expect
    .poll(async () => Number(within.exec(await explorer.chip.innerText())?.[1]))
    .toBeGreaterThan(before);
  await explorer.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await expect(async () => {
    await page.keyboard.press('g');
    await expect(page.getByText(/ shrunk$/)).toBeAttached({ timeout: 500 });
  }).toPass();
  await expect(page).toHaveURL(/\?view=local$/);
});

test('the way from centre to centre leads back, with what was grown; the browser’s Back shortens it', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${AROUND}&depth=2&grow=map/the-map`);
  const way = page.getByRole('navigation', { name: 'The way on the map' });
  await expect(way).toBeHidden();
  for (let i = 0; i < 2; i++) {
    await explorer.canvas.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(way.getByRole('button')).toHaveCount(i + 1);
  }
  await expect(page).not.toHaveURL(/grow=/);
  await page.goBack();
  await expect(way.getByRole('button')).toHaveCount(1);
  await explorer.canvas.focus();
  await page.keyboard.press('Backspace');
  await expect(page).toHaveURL(/notes\/map\/paths\/\?view=local&depth=2&grow=map\/the-map$/);
  await expect(way).toBeHidden();
  await page.goForward();
  await page.goForward();
  await expect(way.getByRole('button')).toHaveCount(2);
  await way.getByRole('button').first().click();
  await expect(page).toHaveURL(/notes\/map\/paths\/\?view=local&depth=2&grow=map\/the-map$/);
});

test('an embedded map has no way back', async ({ explorer, page }) => {
  await explorer.open(`${AROUND}&embed=1`);
  await explorer.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/map\/paths/);
  await expect(page.getByRole('navigation', { name: 'The way on the map' })).toBeHidden();
});

for (const width of [1440, 390]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: true });
    test('axe objects to nothing in the way, the selection and the card', async ({ explorer, page }) => {
      await explorer.open('./?sel=map/the-map~/paths');
      const at = await explorer.placeOf('map/the-map');
      const card = page.locator('.hm-touched');
      await expect(async () => {
        await page.touchscreen.tap(at.x, at.y);
        await expect(card).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await card.getByRole('button', { name: 'Around this note' }).tap();
      await expect(page).toHaveURL(/view=local/);
      await explorer.canvas.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(/notes\/map\/the-map\//);
      if (width < 500) await page.getByRole('button', { name: 'Map', exact: true }).click();
      await expect(page.getByRole('navigation', { name: 'The way on the map' })).toBeVisible();
      // The note that the map is around stands where the whole map has it.
      await page.waitForTimeout(900);
      const slug = decodeURI(/notes\/(.+)\/\?/.exec(page.url())![1]!);
      const centre = await explorer.placeOf(slug);
      await page.touchscreen.tap(centre.x, centre.y);
      await expect(card).toBeVisible();
      await expectNoObjections(page);
      await expect(card).toBeVisible();
    });
  });
}
