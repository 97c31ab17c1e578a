import { expect, test } from './explorer.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('one pane at a time, changed by the bar at the bottom', async ({ explorer, page }) => {
    await explorer.open('./');
    const bar = page.getByRole('navigation', { name: 'Panes' });
    await expect(explorer.canvas).toBeVisible();
    await bar.getByRole('button', { name: 'Search' }).tap();
    await expect(explorer.canvas).toBeHidden();
    await explorer.search.fill('formulas');
    await explorer.hits.first().tap();
    await expect(explorer.title).toBeVisible();
    await expect(explorer.search).toBeHidden();
    await bar.getByRole('button', { name: 'Map' }).tap();
    await expect(explorer.chip).toHaveText(/lit of/);
    await page.goBack();
    await expect(explorer.search).toBeVisible();
  });

  test('nothing is wider than the screen', async ({ explorer, page }) => {
    await page.goto('notes/writing/tables-and-lists/');
    await expect(explorer.title).toBeVisible();
    await expect(page.locator('.hm-bar')).toBeVisible();
    const wide = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.hm-reader, .hm-bar, body')).some(
        (element) => element.scrollWidth > element.clientWidth,
      ),
    );
    expect(wide).toBe(false);
  });
});

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test('two panes: text, and beside it map or search', async ({ explorer, page }) => {
    await explorer.open('notes/map/the-map/');
    await expect(explorer.canvas).toBeVisible();
    await expect(explorer.title).toBeVisible();
    await page.keyboard.press('/');
    await expect(explorer.search).toBeFocused();
    await expect(explorer.canvas).toBeHidden();
    await expect(explorer.title).toBeVisible();
    // A note that is opened from the search leaves the other hits, and the cursor, where they are.
    await page.keyboard.type('tag');
    await page.keyboard.press('Enter');
    await expect(explorer.title).not.toHaveText('The map');
    await expect(explorer.search).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.getByRole('group', { name: 'Panes' }).getByRole('button', { name: 'Map' }).click();
    await expect(explorer.canvas).toBeVisible();
    await page.locator('.hm-body a').first().click();
    await expect(explorer.canvas).toBeVisible();
  });
});

test('panes fold away, but for one', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  const panes = page.getByRole('group', { name: 'Panes' });
  await panes.getByRole('button', { name: 'Search' }).click();
  await expect(explorer.search).toBeHidden();
  await panes.getByRole('button', { name: 'Text' }).click();
  await expect(explorer.title).toBeHidden();
  await panes.getByRole('button', { name: 'Map' }).click();
  await expect(explorer.canvas).toBeVisible();
  await page.keyboard.press('/');
  await expect(explorer.search).toBeFocused();
});

test('light and dark are as the system has them, until somebody says else', async ({ explorer, page }) => {
  const paper = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).getPropertyValue('background-color'));
  await page.emulateMedia({ colorScheme: 'light' });
  await explorer.open('./');
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await paper()).toBe(light);
  await page.reload();
  await explorer.drawn();
  expect(await paper()).toBe(light);
});

test('the text stands where it will stay, before the app takes over', async ({ explorer, page }) => {
  const place = (): Promise<string> =>
    page.evaluate(() => {
      const { x, y, width } = document.querySelector('#hm-main h1')!.getBoundingClientRect();
      return [x, y, width].map(Math.round).join(' ');
    });
  for (const width of [1440, 1200, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('notes/map/the-map/');
    const before = await place();
    await page.unroute('**/*.js');
    await explorer.page.goto('notes/map/the-map/');
    await page.waitForSelector('.hm-reader');
    expect(await place(), `${width} pixels`).toBe(before);
  }
});
