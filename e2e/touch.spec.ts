import { expect, test } from './explorer.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a tap shows what a node is, a second one opens it, a tap beside it closes the card', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const card = page.getByRole('group', { name: 'Preview of The map' });
  /** Wherever it stands, the card doesn't cover it once the map has come to rest. */
  const inTheClear = async (): Promise<{ x: number; y: number }> => {
    await expect(async () => {
      const { y } = await explorer.placeOf('map/the-map');
      const shown = await card.boundingBox();
      expect(y).toBeLessThan((shown?.y ?? Infinity) - 8);
    }).toPass({ timeout: 5_000 });
    return explorer.placeOf('map/the-map');
  };
  let at = await explorer.placeOf('map/the-map');
  await page.touchscreen.tap(at.x, at.y);
  await expect(card).toContainText(/\d+ links out, \d+ in/);
  await expect(card).toContainText('The map shows all your notes at once');
  await expect(page).not.toHaveURL(/notes\//);
  at = await inTheClear();
  await page.touchscreen.tap(20, 400);
  await expect(card).toBeHidden();
  await page.touchscreen.tap(at.x, at.y);
  await expect(card).toBeVisible();
  at = await inTheClear();
  await page.touchscreen.tap(at.x, at.y);
  await expect(explorer.title).toHaveText('The map');
});

test('the card leads to the note, to what is around it, and into the selection', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const at = await explorer.placeOf('map/the-map');
  const card = page.getByRole('group', { name: 'Preview of The map' });
  await page.touchscreen.tap(at.x, at.y);
  await card.getByRole('button', { name: 'Select' }).tap();
  await expect(page).toHaveURL(/\?sel=map\/the-map$/);
  await card.getByRole('button', { name: 'Move' }).tap();
  const pad = page.getByRole('group', { name: /^Move .*The map/ });
  await pad.getByRole('button', { name: 'Left' }).tap();
  await expect(page.getByRole('group', { name: 'The note that was moved' })).toBeVisible();
  await pad.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: 'Put it back' }).tap();
  await expect(async () => {
    const again = await explorer.placeOf('map/the-map');
    await page.touchscreen.tap(again.x, again.y);
    await expect(card).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await card.getByRole('button', { name: 'Around this note' }).tap();
  await expect(page).toHaveURL(/notes\/map\/the-map\/\?view=local&sel=/);
  await expect(card).toBeHidden();
  await expect(explorer.canvas).toBeVisible();
});

test('a finger that rests on a node takes it along', async ({ explorer, page }) => {
  await explorer.open('./');
  const at = await explorer.placeOf('map/the-map');
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<unknown> =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await expect(async () => {
    await touch('touchStart', at.x, at.y);
    await page.waitForTimeout(700);
    await touch('touchMove', at.x, at.y - 30);
    await touch('touchMove', at.x, at.y - 60);
    await touch('touchEnd');
    await expect(page.getByRole('group', { name: 'The note that was moved' })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
});

test('in an embedded map one finger is the page’s, and two are the map’s', async ({ explorer, page }) => {
  await explorer.open('./?embed=1');
  expect(await explorer.canvas.evaluate((canvas) => getComputedStyle(canvas).touchAction)).toBe(
    'pan-x pan-y',
  );
  const camera = await explorer.canvas.getAttribute('data-camera');
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...ys: number[]): Promise<unknown> =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: ys.map((y, id) => ({ x: 100 + 120 * id, y, id })),
    });
  await touch('touchStart', 400);
  await touch('touchMove', 380);
  await touch('touchMove', 320);
  await touch('touchEnd');
  await page.waitForTimeout(400);
  expect(await explorer.canvas.getAttribute('data-camera')).toBe(camera);
  await touch('touchStart', 400, 400);
  await touch('touchMove', 380, 380);
  await touch('touchMove', 320, 320);
  await touch('touchEnd');
  await explorer.moved(camera);
});
