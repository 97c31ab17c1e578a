import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

test('a hit names the sections that show it, and leads to each', async ({ explorer, page }) => {
  await explorer.open('./?q=map');
  const others = page.getByRole('list', { name: /^Also in / }).first();
  await expect(others).toBeVisible();
  const link = others.getByRole('link').first();
  const heading = (await link.innerText()).replace(/^§ /, '');
  const order = page.getByRole('group', { name: 'Order of the notes' });
  await expect(order.getByRole('button', { name: 'Nearest first' })).toBeDisabled();
  const before = await explorer.hits.first().boundingBox();
  await link.click();
  await expect(page).toHaveURL(/notes\/.+#/);
  await expect(order.getByRole('button', { name: 'Nearest first' })).toBeEnabled();
  // A second click must meet the same hit.
  expect((await explorer.hits.first().boundingBox())!.y).toBe(before!.y);
  await expect(page.locator('.hm-body').getByRole('heading', { name: heading })).toBeInViewport();
  // The words of a heading lead to it, though they are only a condition.
  await explorer.search.fill('section:"on the map"');
  await expect(explorer.hits.locator('visible=true').first()).toHaveAttribute('href', /#/);
});

test('what was asked and led somewhere is asked again by a click, until it is forgotten', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const recent = page.getByRole('group', { name: 'Asked before' });
  await explorer.search.fill('wikilink');
  await expect(explorer.hits.first()).toBeVisible();
  await expect(page.locator('.hm-list-head').first()).not.toContainText('titles');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/notes\//);
  // What led nowhere isn't kept.
  await explorer.search.fill('wikilin');
  await explorer.search.fill('');
  await expect(recent.getByRole('listitem')).toHaveText(['wikilink']);
  await expect(page).not.toHaveURL(/q=/);
  await page.reload();
  await explorer.drawn();
  await expect(recent).toBeHidden();
  await page.keyboard.press('/');
  await expect(recent).toBeVisible();
  await expectNoObjections(page);
  await explorer.search.focus();
  // Some browsers give a pressed button no focus: the field keeps it, or the button would be gone before the click.
  await recent.getByRole('button', { name: 'wikilink' }).hover();
  await page.mouse.down();
  await expect(explorer.search).toBeFocused();
  await page.mouse.up();
  await expect(explorer.search).toHaveValue('wikilink');
  await expect(explorer.search).toBeFocused();
  await expect(recent).toBeHidden();
  await page.keyboard.press('Escape');
  await recent.getByRole('button', { name: 'Forget' }).click();
  await expect(recent).toBeHidden();
  await expect(explorer.search).toBeFocused();
});

test('words whose part of the index does not come are told and left out, until it does', async ({
  explorer,
  page,
}) => {
  await page.route(/\/data\/search\.[^/]+\/\d+\.json/, (route) => route.abort());
  await explorer.open('./');
  await explorer.search.fill('wikilink');
  const told = page.locator('.hm-unread');
  await expect(told).toContainText(
    'A part of the search index did not come: notes with “wikilink” may be missing',
  );
  // Titles are there all the same.
  await expect(explorer.hits.first()).toContainText('Wikilinks');
  await expect(page.getByText('Nothing found')).toBeHidden();
  await page.unroute(/\/data\/search\.[^/]+\/\d+\.json/);
  await explorer.search.fill('wikilinks');
  await expect(explorer.hits.first()).toBeVisible();
  await expect(told).toBeHidden();
});

test('an alias finds its note before the texts have come, and is shown as what was found', async ({
  explorer,
  page,
}) => {
  await page.route('**/data/search.*/**', (route) => route.abort());
  await explorer.open('./?q=barnes');
  const hit = explorer.hits.first();
  await expect(hit).toContainText('also barnes-hut');
  await expect(hit.locator('mark')).toHaveText('barnes');
  await hit.click();
  await expect(page).toHaveURL(/layout-inside/);
});

test('notes with similar words follow where few have those that were typed; nothing is asked while one composes; Enter waits', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await explorer.search.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'orphan', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(300);
  await expect(page).not.toHaveURL(/q=/);
  await cdp.send('Input.insertText', { text: 'orphan' });
  await expect(explorer.hits.first()).toBeVisible();
  await expect(page).toHaveURL(/q=orphan/);
  // The handbook says “resolves” in many notes, and “resolved” too.
  await explorer.search.fill('wikilinks resolved');
  const head = page.locator('.hm-list-head').first();
  await expect(head).toHaveText(/^\d+ notes? and \d+ similar$/);
  await expect(page.getByText('With similar words, or fewer of them')).toBeVisible();
  await expectNoObjections(page);
  await explorer.search.fill('unlinked mentions');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/mention/);
});
