import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

test('a search that finds nothing says so, and how to go on', async ({ explorer, page }) => {
  await explorer.open('./?q=zzqxv');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expect(explorer.chip).toHaveText(/^0 hits lit/);
  await page.getByRole('button', { name: 'Clear the search' }).first().click();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeHidden();
  await explorer.search.fill('zzqxv');
  await page.getByRole('button', { name: 'Clear the search' }).last().press('Enter');
  await expect(explorer.search).toBeFocused();
});

test('filters that let no note in say so, and can be dropped on the map and in the list', async ({
  explorer,
  page,
}) => {
  for (const pane of ['#hm-pane-map', '#hm-pane-results']) {
    await explorer.open('./?only=tag:xyz');
    const told = page.locator(pane);
    await expect(told.getByText('filters let no note in')).toBeVisible();
    await expectNoObjections(page);
    await told.getByRole('button', { name: 'Show all notes' }).click();
    await expect(page.getByText('filters let no note in')).toHaveCount(0);
    await expect(told.locator('[role=application], .hm-notes a').first()).toBeFocused();
    await expect(page).not.toHaveURL(/only=/);
  }
});

test('an index that does not come leaves the titles, and can be asked for again', async ({
  explorer,
  page,
}) => {
  await page.route('**/data/search.*/**', (route) => route.abort());
  await explorer.open('./');
  await explorer.search.fill('zzqxv');
  await expect(page.getByText('No title has “zzqxv”')).toBeVisible();
  await explorer.search.fill('searching');
  await expect(explorer.hits.first()).toContainText('Searching');
  await expect(page.getByRole('alert')).toContainText('Only titles are searched');
  await page.unroute('**/data/search.*/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(explorer.hits.first().locator('mark').first()).toBeVisible();
});

test('the beginning shows where to begin until the map has come', async ({ page }) => {
  let come = (): void => {};
  const hold = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/data/map.*', async (route) => hold.then(() => route.continue()));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByText('The map is on its way…')).toBeVisible();
  await expect(page).toHaveTitle('Hearthmap handbook');
  await page.getByRole('link', { name: /^All \d+ notes$/ }).click({ trial: true });
  come();
  await expect(page.getByRole('heading', { name: 'Regions' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Where to begin' })).toHaveCount(0);
});

test('a map that does not come leaves the note, and can be asked for again', async ({ page }) => {
  await page.route('**/data/map.*', (route) => route.fulfill({ status: 500, body: '' }));
  await page.goto('notes/map/the-map/');
  await expect(page.getByRole('heading', { name: 'The map did not come' })).toBeVisible();
  await expect(page.locator('#hm-pane-reader h1')).toHaveText('The map');
  await page.unroute('**/data/map.*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('application')).toBeVisible();
});

test('a note that does not come can be asked for again', async ({ explorer, page }) => {
  await explorer.open('./');
  await page.route('**/notes/search/searching/', (route) => route.fulfill({ status: 503, body: '' }));
  await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
  await expect(explorer.title).toHaveText('The note did not come');
  await page.unroute('**/notes/search/searching/');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.title).toHaveText('Searching');
});

test('offline, notes that were read are there and others say why not', async ({
  context,
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  await context.setOffline(true);
  await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
  await expect(explorer.title).toHaveText('You are offline');
  await page.goBack();
  await expect(explorer.title).toHaveText('The map');
});

test('a note that is none of the site says so', async ({ explorer, page }) => {
  await explorer.open('./');
  await page.evaluate(() => history.pushState(null, '', 'notes/no-such-note/'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await expect(explorer.title).toHaveText('No such note');
});

test('an address where nothing is leads home and to what was meant, at any depth', async ({
  explorer,
  page,
}) => {
  await page.goto('/some/where/notes/gone/for-ever/the-keyboard/');
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible();
  const home = page.getByRole('link', { name: 'To the beginning' });
  await expect(home).toHaveAttribute('href', /\/some\/where\/$/);
  await expectNoObjections(page);
  await page.getByRole('link', { name: 'Search for “the keyboard”' }).click();
  await expect(page).toHaveURL(/\/some\/where\/\?q=the(?:\+|%20)keyboard$/);
  await expect(explorer.hits.first()).toContainText('keyboard');
});

test('link health lists what the build found, by kind and word', async ({ explorer, page }) => {
  await explorer.open('./?page=health');
  await expect(explorer.title).toHaveText('Link health');
  const findings = page.locator('.hm-health li');
  await expect(findings.nth(1)).toBeVisible();
  const all = await findings.count();
  await page.getByRole('searchbox', { name: 'Filter findings' }).fill('nobody-has-written');
  await expect.poll(() => findings.count()).toBeLessThan(all);
  await expect(findings.first()).toContainText('nobody-has-written');
});

test('a browser that forbids storage and workers has everything but the memory', async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    Object.defineProperty(window, 'Worker', {
      value: class {
        constructor() {
          throw new DOMException('denied', 'SecurityError');
        }
      },
    });
  });
  await explorer.open('./');
  await page.getByRole('button', { name: /theme$/ }).click();
  await explorer.search.fill('wikilink');
  await expect(explorer.hits.first().locator('.hm-hit-text')).not.toBeEmpty();
  await explorer.hits.first().click();
  await page.getByRole('button', { name: 'Around this note' }).click();
  await expect(explorer.chip).toHaveText(/within 1 link/);
});
