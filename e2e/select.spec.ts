import { expect, test, type Explorer } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const TWO = './?sel=map/the-map~/paths';

/** Presses a note's disc with Shift held. */
async function pick({ page }: Explorer, at: { x: number; y: number }): Promise<void> {
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
}

test('notes are selected with Shift, listed, taken out, and cleared; Back brings them back', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await pick(explorer, await explorer.placeOf('map/the-map'));
  const bar = page.getByRole('group', { name: 'Selected notes' });
  await expect(bar.getByRole('status').first()).toHaveText('1 selected');
  await pick(explorer, await explorer.placeOf('map/paths'));
  await expect(page).toHaveURL(/\?sel=map\/the-map~\/paths$/);
  await bar.getByRole('button', { name: /2 selected/ }).click();
  await expect(bar.getByRole('link')).toHaveText(['The map', 'Paths from note to note']);
  await expectNoObjections(page, { widths: [1440, 390] });
  await bar.getByRole('button', { name: 'Take The map out' }).click();
  await expect(page).toHaveURL(/\?sel=map\/paths$/);
  await expect(bar.getByRole('button', { name: /^Take Paths/ })).toBeFocused();
  await bar.getByRole('link').click();
  await expect(explorer.title).toHaveText('Paths from note to note');
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar).toBeHidden();
  await expect(page).toHaveURL(/notes\/map\/paths\/$/);
  await page.goBack();
  await expect(bar).toBeVisible();
  await expect(explorer.title).toHaveText('Paths from note to note');
});

test('a box selects all in it, and these alone are shown', async ({ explorer, page }) => {
  await explorer.open('./');
  const canvas = (await explorer.canvas.boundingBox())!;
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
  await page.keyboard.down('Shift');
  await page.mouse.move(x - 90, y - 90);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.move(x + 90, y + 90, { steps: 3 });
  await expect(page.locator('.hm-box')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.locator('.hm-box')).toBeHidden();
  const bar = page.getByRole('group', { name: 'Selected notes' });
  const count = Number(/^\d+/.exec(await bar.getByRole('status').first().innerText())![0]);
  expect(count).toBeGreaterThan(3);
  await bar.getByRole('button', { name: 'Only these' }).click();
  await expect(explorer.chip).toHaveText(new RegExp(`^${count} of`));
  await expect(page).toHaveURL(/&alone=1$/);
  await page.goBack();
  await expect(explorer.chip).not.toHaveText(new RegExp(`^${count} of`));
  await expect(bar.getByRole('button', { name: 'Only these' })).toHaveAttribute('aria-pressed', 'false');
});

test('one address restores the selection, and says what these notes have no more', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${TWO}~no-such-note&alone=1`);
  const bar = page.getByRole('group', { name: 'Selected notes' });
  await expect(bar.getByRole('status').first()).toHaveText('2 selected');
  await expect(bar).toContainText('1 more is not in these notes any longer');
  await expect(explorer.chip).toHaveText(/^2 of/);
});

test('two that are selected are joined by a path', async ({ explorer, page }) => {
  await explorer.open(TWO);
  await page.getByRole('group', { name: 'Selected notes' }).getByRole('button', { name: 'Path' }).click();
  await expect(page.getByRole('region', { name: 'From The map to Paths from note to note' })).toBeVisible();
  await expect(page).toHaveURL(/path=map\/the-map~map\/paths/);
});

test('the list is copied as Markdown', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open(TWO);
  const bar = page.getByRole('group', { name: 'Selected notes' });
  await bar.getByRole('button', { name: 'Copy list' }).click();
  await expect(bar).toContainText('The list is copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^- \[The map\]\(http:\/\/[^?]+notes\/map\/the-map\/\)\n- \[Paths from note to note\]\(http:\/\/[^?]+notes\/map\/paths\/\)\n$/,
  );
});

test('whoever draws one of the selected draws all of them, and pins them together', async ({
  explorer,
  page,
}) => {
  await explorer.open(TWO);
  // From then on the reader sees what is selected.
  await expect(page.getByRole('group', { name: 'Selected notes' })).toBeVisible();
  const [from, other] = [await explorer.placeOf('map/the-map'), await explorer.placeOf('map/paths')];
  // Towards the middle: the other one must stay on the map.
  const middle = (await explorer.canvas.boundingBox())!;
  const [dx, dy] = [
    40 * Math.sign(middle.x + middle.width / 2 - other.x),
    50 * Math.sign(middle.y + middle.height / 2 - other.y),
  ];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await page.mouse.up();
  const moved = page.getByRole('group', { name: 'The notes that were moved' });
  await expect(moved).toContainText('2 notes were moved');
  // What is under the pointer is asked with its next motion: the map may still be coming to rest.
  const under = async (): Promise<string | null> => {
    await page.mouse.move(other.x + dx, other.y + dy);
    await page.mouse.move(other.x + dx + 1, other.y + dy);
    return explorer.chip.textContent();
  };
  await expect.poll(under).toContain('Paths from note to note,');
  await moved.getByRole('button', { name: 'Pin them here' }).click();
  await expect(moved).toContainText('2 notes stay here');
  await moved.getByRole('button', { name: 'Put them back' }).click();
  await expect(moved).toBeHidden();
});

test('by keys: X selects where one stands, Shift and X the neighbours, Escape clears', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  await explorer.canvas.focus();
  await page.keyboard.press('x');
  await expect(page.getByText('The map selected, 1 in all')).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const bar = page.getByRole('group', { name: 'Selected notes' });
  await expect(bar.getByRole('status').first()).toHaveText('2 selected');
  await page.keyboard.press('Space');
  await expect(bar.getByRole('status').first()).toHaveText('1 selected');
  await page.keyboard.press('Shift+X');
  await expect(bar.getByRole('status').first()).not.toHaveText('1 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(explorer.canvas).toBeFocused();
});
