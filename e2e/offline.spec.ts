import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

/** Waits until the browser has kept all of these. */
async function kept(page: Page, ...patterns: readonly RegExp[]): Promise<void> {
  const all = new RegExp(patterns.map(({ source }) => `(?=[^]*${source})`).join(''));
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const addresses: string[] = [];
          for (const name of await caches.keys()) {
            for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
          }
          return addresses.join(' ');
        }),
      { timeout: 15_000 },
    )
    .toMatch(all);
}

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' });

  for (const root of ['', 'some/where/']) {
    test(`what was read under /${root} is there, and what wasn't is told`, async ({
      context,
      explorer,
      page,
    }) => {
      await explorer.open(`${root}notes/map/the-map/`);
      await kept(page, /the-map\/ /, /data\/map\./, /MapSettings-/);
      await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
      await expect(explorer.title).toHaveText('Searching');
      await kept(page, /notes\/search\/searching\//);
      await context.setOffline(true);
      await page.reload();
      await explorer.drawn();
      await expect(explorer.title).toHaveText('Searching');
      // What the reader had not opened before is there too.
      await page.getByRole('button', { name: 'Map settings' }).click();
      await expect(page.getByLabel('Only notes that match')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.goBack();
      await expect(explorer.title).toHaveText('The map');
      // What did not come comes with the connection.
      await explorer.search.fill('aliases');
      await explorer.search.press('Enter');
      await expect(page.locator('h1')).toHaveText('You are offline');
      await context.setOffline(false);
      await expect(explorer.title).toHaveText('Aliases');
      await context.setOffline(true);
      await page.goto(`${root}notes/writing/footnotes/`);
      await expect(page.locator('h1')).toHaveText('You are offline');
      // It looks like the site.
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 253, 249)');
      await page.getByRole('link', { name: 'The map of these notes' }).click();
      await explorer.drawn();
      await context.setOffline(false);
    });
  }
});

test('notes that were published anew are announced, and nobody is forced', async ({ explorer, page }) => {
  // Looks are minutes apart.
  await page.addInitScript(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + Number(document.documentElement?.dataset['later'] ?? 0);
  });
  await explorer.open('notes/map/the-map/');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /later-visits-.*\.js/.test(name)),
  );
  const site = (await (await page.request.get('site.json')).json()) as Record<string, unknown>;
  await page.route('**/site.json', (route) => route.fulfill({ json: { ...site, title: 'Another' } }));
  await page.evaluate(() => {
    document.documentElement.dataset['later'] = '400000';
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const notice = page.getByText('A newer version of these notes is there.');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(notice).toBeHidden();
  await expect(explorer.title).toHaveText('The map');
});

/** Once the page looks for a newer site. */
async function publishAnew(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /later-visits-.*\.js/.test(name)),
  );
  const site = (await (await page.request.get('site.json')).json()) as Record<string, unknown>;
  await page.route('**/site.json', (route) => route.fulfill({ json: { ...site, title: 'Another' } }));
}

test('a part of the page that is gone because the notes were published anew says so', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await publishAnew(page);
  await page.route('**/assets/MapSettings-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'Map settings' }).click();
  await expect(page.getByText('A newer version of these notes is there.')).toBeVisible();
});

test('an index that is gone because the notes were published anew says so, and the page can be reloaded', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await publishAnew(page);
  await page.route('**/data/search.*/**', (route) => route.fulfill({ status: 404, body: '' }));
  await explorer.search.fill('searching');
  await expect(page.getByText('A newer version of these notes is there.')).toBeVisible();
  const told = page.getByRole('alert');
  await expect(told).toContainText('Only titles are searched');
  await page.unroute('**/data/search.*/**');
  await expect(page).toHaveURL(/q=searching/);
  await page.getByRole('status').getByRole('button', { name: 'Reload' }).click();
  await expect(explorer.hits.first().locator('mark').first()).toBeVisible();
  await expect(told).toBeHidden();
});
