import { expect, test } from './explorer.ts';

test('Back and Forward return to note, search and place in the text', async ({ explorer, page }) => {
  await explorer.open('notes/reading/keyboard/');
  const reader = page.getByRole('main');
  await reader.evaluate((element) => element.scrollTo(0, 300));
  // Fonts that come late don't move it.
  const place = (): Promise<number> =>
    reader
      .locator('h2')
      .nth(2)
      .evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await place();
  await page.waitForFunction(() => history.state?.hearthmap.scroll === 300);
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.reload({ waitUntil: 'domcontentloaded' });
  await explorer.drawn();
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2);
  await page.unroute('**/*.woff2');
  await explorer.search.fill('ghost');
  await expect(explorer.hits.first()).toBeVisible();
  await explorer.hits.first().click();
  await expect(explorer.title).not.toHaveText('The keyboard');
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).not.toBe(300);

  await page.goBack();
  await expect(explorer.title).toHaveText(/keyboard/i);
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).toBe(300);
  await expect(explorer.search).toHaveValue('ghost');

  await page.goForward();
  await expect(explorer.title).not.toHaveText(/keyboard/i);
  await page.reload();
  await expect(explorer.search).toHaveValue('ghost');
  await expect(explorer.title).not.toHaveText(/keyboard/i);
});

test('typing does not fill the history', async ({ explorer, page }) => {
  await explorer.open('./');
  const before = await page.evaluate(() => history.length);
  await explorer.search.pressSequentially('wikilink');
  await expect(page).toHaveURL(/\?q=wikilink$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('one address restores note, search, view and depth, under any path', async ({ explorer, page }) => {
  await explorer.open('/some/where/notes/map/the-map/?q=camera&view=local&depth=2');
  await expect(explorer.title).toHaveText('The map');
  await expect(explorer.search).toHaveValue('camera');
  await expect(explorer.hits.first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Around this note' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByText('2 links', { exact: true })).toBeVisible();
  await page.locator('.hm-note a.hm-link').first().click();
  await expect(page).toHaveURL(/\/some\/where\/notes\/.+\?q=camera&view=local&depth=2/);
});

test('Forward brings the map to the note that is opened again, Back to where it was left', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const list = page.locator('.hm-notes');
  /** Where the camera came to rest after what is done. */
  const restsAfter = async (act: () => Promise<unknown>): Promise<string> => {
    const before = await explorer.canvas.getAttribute('data-camera');
    await act();
    await explorer.moved(before);
    return (await explorer.canvas.getAttribute('data-camera'))!;
  };
  const all = (await explorer.canvas.getAttribute('data-camera'))!;
  const open = (title: string) => () => list.getByRole('link', { name: title }).first().click();
  const first = await restsAfter(open('Searching'));
  const second = await restsAfter(open('The keyboard'));
  expect(await restsAfter(() => page.goBack())).toBe(first);
  expect(await restsAfter(() => page.goForward())).toBe(second);
  expect(await restsAfter(() => page.goBack())).toBe(first);
  expect(await restsAfter(() => page.goBack())).toBe(all);
  expect(await restsAfter(() => page.goForward())).toBe(first);
  await page.reload();
  await explorer.drawn();
  expect(await explorer.canvas.getAttribute('data-camera')).toBe(first);
});

for (const address of ['./', 'notes/reading/keyboard/']) {
  test(`the map stays where it was moved to, if ${address} is loaded again`, async ({ explorer, page }) => {
    await explorer.open(address);
    const come = await explorer.canvas.getAttribute('data-camera');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await explorer.moved(come);
    const left = (await explorer.canvas.getAttribute('data-camera'))!;
    await page.waitForFunction(() => history.state !== null);
    await page.reload();
    await explorer.drawn();
    expect(await explorer.canvas.getAttribute('data-camera')).toBe(left);
  });
}
