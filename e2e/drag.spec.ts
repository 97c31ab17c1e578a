import { expect, test, type Explorer } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const SLUG = 'map/the-map';

/** Drags a note's disc by so many pixels, in steps as a hand does. */
async function drag(explorer: Explorer, dx: number, dy: number): Promise<{ x: number; y: number }> {
  const { page } = explorer;
  const from = await explorer.placeOf(SLUG);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) {
    await page.mouse.move(from.x + (dx * step) / 8, from.y + (dy * step) / 8);
  }
  await page.mouse.up();
  return { x: from.x + dx, y: from.y + dy };
}

/** The name of what lies under a point of the window. */
async function under(explorer: Explorer, at: { x: number; y: number }): Promise<string> {
  await explorer.page.mouse.move(at.x, at.y);
  await explorer.page.mouse.move(at.x + 1, at.y);
  return (await explorer.chip.textContent()) ?? '';
}

test('a note that is drawn away stays there; put back, it is where the map has it', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const from = await explorer.placeOf(SLUG);
  const camera = await explorer.canvas.getAttribute('data-camera');
  const to = await drag(explorer, 90, 60);
  const bar = page.getByRole('group', { name: 'The note that was moved' });
  await expect(bar).toContainText('The map was moved');
  await expect.poll(() => under(explorer, to)).toContain('The map');
  // The map itself stays where it was.
  expect(await explorer.canvas.getAttribute('data-camera')).toBe(camera);
  await page.waitForTimeout(1_700);
  await expect.poll(() => under(explorer, to)).toContain('The map');
  expect(await under(explorer, from)).not.toContain('The map,');
  await expectNoObjections(page);
  await bar.getByRole('button', { name: 'Put it back' }).click();
  await expect(bar).toBeHidden();
  await expect.poll(() => under(explorer, from)).toContain('The map');
});

test('a pinned note is there at the next visit, until it is put back', async ({ explorer, page }) => {
  await explorer.open('./');
  const to = await explorer.placeAt(await drag(explorer, 90, 60));
  await page.getByRole('button', { name: 'Pin it here' }).click();
  await expect(page.getByText('for your next visits too')).toBeVisible();
  await page.reload();
  await explorer.drawn();
  // The whole map may be seen a little farther off: all of it fits.
  await expect.poll(async () => under(explorer, await to())).toContain('The map');
  await page.getByRole('button', { name: 'Map settings' }).click();
  const settings = page.getByRole('region', { name: 'Map settings' });
  await settings.getByRole('button', { name: 'Put back The map' }).click();
  await expect(settings.getByText('Pinned notes')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await expect.poll(async () => under(explorer, await to())).not.toContain('The map,');
});

test('a press is no drag, and an empty place drags the map', async ({ explorer, page }) => {
  await explorer.open('./');
  const at = await explorer.placeOf(SLUG);
  await page.mouse.click(at.x, at.y);
  await expect(explorer.title).toHaveText('The map');
  await expect(page.getByRole('group', { name: 'The note that was moved' })).toBeHidden();
});

test('keys move a note too', async ({ explorer, page }) => {
  await explorer.open(`notes/${SLUG}/`);
  const from = await explorer.placeOf(SLUG);
  await explorer.canvas.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('The map moved', { exact: true })).toBeAttached();
  expect(await under(explorer, { x: from.x + 72, y: from.y })).toContain('The map');
});

test('buttons move the map, and a note', async ({ explorer, page }) => {
  await explorer.open(`notes/${SLUG}/`);
  const opener = page.getByRole('button', { name: 'Move', exact: true });
  await opener.click();
  const pad = page.locator('#hm-move');
  await expect(pad.getByRole('button', { name: 'Up' })).toBeFocused();
  await expect(pad).toHaveAccessibleName('Move the map');
  const x = async (): Promise<number> =>
    Number((await explorer.canvas.getAttribute('data-camera'))!.split(' ')[0]);
  const before = await x();
  await pad.getByRole('button', { name: 'Right' }).click();
  await expect.poll(x).toBeGreaterThan(before);
  await pad.getByRole('button', { name: 'Left' }).click();
  await expect.poll(x).toBeCloseTo(before, 3);
  await pad.getByRole('button', { name: 'Note' }).click();
  await expect(pad).toHaveAccessibleName(/Move .*The map/);
  await pad.getByRole('button', { name: 'Down' }).click();
  const bar = page.getByRole('group', { name: 'The note that was moved' });
  await expect(bar).toContainText('The map was moved');
  await expectNoObjections(page);
  await pad.getByRole('button', { name: 'Down' }).press('Escape');
  await expect(pad).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(bar.getByRole('button', { name: 'Pin it here' })).toBeVisible();
});
