import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const ASKED = 'notes/map/the-map/?why=map/the-map~reading/keyboard';

test('a rest on a link tells why in short, a click tells all', async ({ explorer, page }) => {
  await explorer.open('./');
  const link = await explorer.linkInTheClear();
  await page.mouse.move(link.x + 40, link.y + 40);
  await page.mouse.move(link.x, link.y, { steps: 4 });
  await expect(explorer.chip).toHaveText(`${link.from} – ${link.to}`);
  const card = page.getByRole('group', { name: 'Why these two are linked' });
  await expect(card.getByRole('heading').first()).toHaveText(`${link.from} names ${link.to}`);
  await expect(card.locator('mark').first()).not.toBeEmpty();

  // The card can be reached, and stays while the pointer is on it.
  await card.hover();
  await page.waitForTimeout(500);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await page.mouse.click(link.x, link.y);
  await expect(page).toHaveURL(/\?why=/);
  const answer = page.getByRole('region', { name: 'Why are these two linked?' });
  await expect(answer.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(answer.getByRole('heading', { level: 3 }).first()).toHaveText(`${link.from} names ${link.to}`);
  await page.goBack();
  await expect(answer).toBeHidden();

  // While a note is open the links of others are faint: a press there means the map, until one was rested on.
  await explorer.open('notes/map/the-map/');
  const faint = await explorer.linkInTheClear('The map');
  await page.mouse.click(faint.x, faint.y);
  await expect(explorer.chip).toHaveText(`${faint.from} – ${faint.to}`);
  await expect(page).not.toHaveURL(/\?why=/);
  await page.mouse.click(faint.x, faint.y);
  await expect(answer.getByRole('heading', { level: 3 }).first()).toHaveText(
    `${faint.from} names ${faint.to}`,
  );
});

test('both notes are quoted, each sentence with the way to its place', async ({ explorer, page }) => {
  await explorer.open(ASKED);
  const answer = page.getByRole('region', { name: 'Why are these two linked?' });
  await expect(answer.getByRole('heading', { level: 3 })).toHaveText([
    'The map names The keyboard',
    'The keyboard names The map',
  ]);
  await expect(answer.getByRole('status')).toHaveText(
    /^\d sentences? in The map, \d sentences? in The keyboard$/,
  );
  const place = answer.getByRole('link', { name: /^The keyboard › / }).first();
  const [, heading] = (await place.innerText()).split(' › ');
  await place.click();
  await expect(explorer.title).toHaveText('The keyboard');
  await expect(page).toHaveURL(/notes\/reading\/keyboard\/\?why=map\/the-map~reading\/keyboard#/);
  await expect(page.getByRole('main').getByRole('heading', { name: heading!, exact: true })).toBeInViewport();
  // One of the two is open still; of another note this is no longer the question.
  await explorer.search.fill('wikilink');
  await explorer.search.press('Enter');
  await expect(explorer.title).not.toHaveText(/keyboard/i);
  if (!/\/(?:the-map|keyboard)\//.test(page.url())) await expect(answer).toBeHidden();
});

test('without a mouse: the links of a note as a list, and Escape back to where one was', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  const button = page.getByRole('button', { name: 'Links', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: 'Links of The map' });
  await expect(list.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(list.getByRole('button', { name: /^The keyboard\s+both ways$/ })).toBeVisible();
  await list.getByRole('button', { name: /^The keyboard\s+both ways$/ }).focus();
  await page.keyboard.press('Enter');
  const answer = page.getByRole('region', { name: 'Why are these two linked?' });
  await expect(answer.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(answer.getByRole('button', { name: 'Close' })).toBeFocused();
  await answer.getByRole('link').first().waitFor();
  await page.keyboard.press('Tab');
  await expect(answer.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(answer).toBeHidden();
  await expect(button).toBeFocused();
  await expect(page).toHaveURL(/notes\/map\/the-map\/$/);
});

test('W on the map asks about the note that was walked to', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  await explorer.canvas.focus();
  await page.keyboard.press('ArrowRight');
  const [neighbour] = (await page.locator('.hm-map [role=status]').innerText()).split(',');
  await page.keyboard.press('w');
  const answer = page.getByRole('region', { name: 'Why are these two linked?' });
  await expect(answer.getByRole('heading', { level: 3 }).first()).toContainText(neighbour!);
  await page.keyboard.press('Escape');
  await expect(explorer.canvas).toBeFocused();
});

test('sentences that do not come are told of, and asked for again', async ({ explorer, page }) => {
  let broken = true;
  await page.route('**/data/links.*/*', async (route) => {
    if (broken) await route.fulfill({ body: '{"version":1,' });
    else await route.continue();
  });
  await explorer.open(ASKED);
  const answer = page.getByRole('region', { name: 'Why are these two linked?' });
  await expect(answer.getByText('broken off')).toBeVisible();
  broken = false;
  await answer.getByRole('button', { name: 'Try again' }).click();
  await expect(answer.getByRole('heading', { level: 3 })).toHaveCount(2);
});

test('an address that asks about nothing known says so', async ({ explorer, page }) => {
  await explorer.open('./?why=map/the-map~no-such-note');
  await expect(page.getByRole('region', { name: 'No such note' })).toBeVisible();
  await explorer.open('./?why=map/the-map~health/bad-math');
  await expect(page.getByRole('region', { name: /Why/ }).locator('.hm-quiet')).toHaveText(
    'These two are not linked.',
  );
});

test('nothing of it is loaded before it is asked', async ({ explorer, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await explorer.open('notes/map/the-map/');
  expect(asked.filter((path) => /links|Answer|Peek/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Links', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Links of The map' })).toBeVisible();
  expect(asked.some((path) => path.includes('MapAnswer'))).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the answer is a sheet that leaves the controls of the map free', async ({ explorer, page }) => {
    await explorer.open(ASKED);
    const answer = (await page.getByRole('region', { name: /Why/ }).boundingBox())!;
    for (const name of ['Whole map', 'Zoom in', 'Show the whole map', 'Links', 'Path']) {
      const control = (await page.getByRole('button', { name, exact: true }).boundingBox())!;
      expect(control.y + control.height, name).toBeLessThanOrEqual(answer.y);
    }
    expect((await explorer.canvas.boundingBox())!.height).toBeGreaterThan(300);
  });
});

for (const [name, address] of [
  ['why', ASKED],
  ['the links of a note', 'notes/map/the-map/?why=map/the-map~'],
] as const) {
  test(`axe objects to nothing in ${name}`, async ({ explorer, page }) => {
    test.slow();
    await explorer.open(address);
    const ready = (): Promise<void> => expect(page.locator('.hm-answer li').first()).toBeVisible();
    await expectNoObjections(page, { widths: [1280, 390], ready });
  });
}
