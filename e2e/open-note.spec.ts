import { expect, test } from './explorer.ts';

test.describe('a note opens', () => {
  test('from the map, and is brought to its middle', async ({ explorer, page }) => {
    await explorer.open('./');
    const place = await explorer.placeOf('map/the-map');
    await page.mouse.move(place.x, place.y);
    await expect(explorer.chip).toHaveText(/^The map, \d+ links out, \d+ in$/);
    const before = await explorer.canvas.getAttribute('data-camera');
    await page.mouse.click(place.x, place.y);
    await expect(page).toHaveURL(/\/notes\/map\/the-map\/$/);
    await expect(explorer.title).toHaveText('The map');
    await expect(page).toHaveTitle(/^The map · /);
    await explorer.moved(before);
    const middle = await explorer.placeOf('map/the-map');
    const box = (await explorer.canvas.boundingBox())!;
    expect(middle.x).toBeCloseTo(box.x + box.width / 2, 0);
    expect(middle.y).toBeCloseTo(box.y + box.height / 2, 0);
  });

  test('from the search: titles at once, then texts with their words marked', async ({ explorer, page }) => {
    await explorer.open('./');
    await explorer.search.fill('splitter keyboard');
    await expect(explorer.hits.first()).toContainText('keyboard', { ignoreCase: true });
    await expect(explorer.hits.first().locator('mark').first()).toBeVisible();
    await expect(explorer.chip).toHaveText(/^\d+ hits? lit of 1\d\d notes · [\d,]+ links$/);
    await explorer.hits.first().click();
    await expect(explorer.title).toBeVisible();
    await expect(page).toHaveURL(/\/notes\/.+\?q=splitter\+keyboard/);
    await expect(explorer.search).toHaveValue('splitter keyboard');
  });

  test('from a link in the text, which marks its edge before', async ({ explorer, page }) => {
    await explorer.open('notes/map/the-map/');
    const link = page.locator('.hm-note a.hm-link').first();
    const name = (await link.getAttribute('href'))!.replace(/^.*\/notes\//, '').replace(/\/$/, '');
    await link.hover();
    await expect(explorer.chip).toHaveText(/links out|not written/);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`/notes/${name}/`));
    await expect(explorer.title).not.toHaveText('The map');
  });

  test('from the list of all notes', async ({ explorer, page }) => {
    await explorer.open('./');
    await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
    await expect(explorer.title).toHaveText('Searching');
    await expect(page.locator('.hm-notes a[aria-current=page]')).toContainText('Searching');
  });

  test('in a tab of its own where that is asked for', async ({ context, explorer, page }) => {
    await explorer.open('./');
    const opened = context.waitForEvent('page');
    await page
      .locator('.hm-notes a')
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect((await opened).locator('h1').first()).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
  });

  test('with one request for its page', async ({ explorer, page }) => {
    const pages: string[] = [];
    page.on('request', (request) => {
      if (/\/notes\//.test(request.url())) pages.push(request.url());
    });
    await explorer.open('notes/map/the-map/');
    expect(pages).toHaveLength(1);
    await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
    await expect(explorer.title).toHaveText('Searching');
    expect(pages).toHaveLength(2);
  });
});

test('a heading that a link names is scrolled to', async ({ explorer, page }) => {
  await explorer.open('notes/reading/keyboard/#map');
  await expect(page.locator('#map')).toBeInViewport();
  await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
  await expect(explorer.title).toHaveText('Searching');
  await page.goBack();
  await expect(page.locator('#map')).toBeInViewport();
});

test('a name that nobody has written says who wants it', async ({ explorer, page }) => {
  await explorer.open('./?ghost=a-note-nobody-has-written');
  await expect(explorer.title).toHaveText('a note nobody has written');
  await expect(page.getByText('Linked as a-note-nobody-has-written')).toBeVisible();
  await expect(page.locator('#hm-pane-reader')).toContainText(/wants? it/);
  await page.locator('#hm-pane-reader .hm-around a').first().click();
  await expect(page).toHaveURL(/\/notes\//);
});

test('the map around a note shows its neighbours only, deeper on demand', async ({ explorer, page }) => {
  await explorer.open('notes/writing/one-idea/');
  await page.getByRole('button', { name: 'Around this note' }).click();
  await expect(explorer.chip).toHaveText(/^\d+ within 1 link of /);
  const near = parseInt(await explorer.chip.innerText(), 10);
  await page.getByRole('button', { name: 'More links' }).click();
  await expect(explorer.chip).toHaveText(/within 2 links/);
  expect(parseInt(await explorer.chip.innerText(), 10)).toBeGreaterThan(near);
  await expect(page).toHaveURL(/\?view=local&depth=2$/);
});
