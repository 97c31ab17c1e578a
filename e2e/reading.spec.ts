import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

/** What helps with reading comes after the map. */
async function aided(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /ReaderAids-.*\.js/.test(name)),
  );
}

test('the outline follows the scroll, and says where one is', async ({ explorer, page }) => {
  await explorer.open('notes/reading/keyboard/');
  await aided(page);
  const here = page.locator('.hm-outline a[aria-current]');
  await expect(here).toHaveCount(0);
  await page.locator('#map').evaluate((heading) => heading.scrollIntoView());
  await expect(here).toHaveText('On the map');
  await expect(page.locator('.hm-outline summary')).toBeInViewport();
  await expect(page.locator('.hm-outline-here')).toHaveText('On the map');
  // Also where the next heading follows at once.
  await page.locator('#anywhere').evaluate((heading) => {
    for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (/^H\d$/.test(next.tagName)) break;
      (next as HTMLElement).hidden = true;
    }
  });
  await page.locator('.hm-outline summary').click();
  await page.locator('.hm-outline a', { hasText: 'Anywhere' }).click();
  await expect(page).toHaveURL(/#anywhere$/);
  await expect(here).toHaveText('Anywhere');
});

test('a heading has a link of its own', async ({ context, explorer, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('notes/reading/keyboard/');
  await aided(page);
  await page.locator('#search').hover();
  await page.getByRole('link', { name: 'Link to this heading' }).click();
  await expect(page).toHaveURL(/#search$/);
  await expect(page.locator('.hm-said')).toHaveText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/notes\/reading\/keyboard\/#search$/,
  );
  // Whoever opens that link sees the heading, below the outline that stays at the top.
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await aided(page);
  const edge = async (selector: string): Promise<{ top: number; bottom: number }> =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  expect((await edge('#search')).top).toBeGreaterThanOrEqual((await edge('.hm-outline')).bottom);

  // A link to one that is gone opens the note at its beginning, and says why.
  await page.goto(address.replace('#search', '#gone'));
  await expect(page.locator('.hm-said')).toHaveText('This note has no place named “gone”');
});

test('words of the search are marked in the note, and gone through by n', async ({ explorer, page }) => {
  await explorer.open('notes/reading/keyboard/?q=map');
  await aided(page);
  const told = page.locator('.hm-found-bar [role=status]');
  await expect(told).toHaveText(/^\d+ in this note$/);
  const count = await page.evaluate(() => CSS.highlights.get('hm-found')!.size);
  expect(count).toBeGreaterThan(1);
  // Nothing has the focus yet.
  await page.keyboard.press('n');
  await expect(told).toHaveText(`1 of ${count}`);
  await page.keyboard.press('Shift+N');
  await page.getByRole('main').focus();
  await page.keyboard.press('n');
  await expect(told).toHaveText(`1 of ${count}`);
  await page.keyboard.press('Shift+N');
  await expect(told).toHaveText(`${count} of ${count}`);
  expect(await page.evaluate(() => CSS.highlights.get('hm-found-now')!.size)).toBe(1);
  await page.getByRole('button', { name: 'Take the marks away' }).click();
  expect(await page.evaluate(() => CSS.highlights.get('hm-found')!.size)).toBe(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a phrase is marked and counted as one where it stands, and words beside it one by one', async ({
  explorer,
  page,
}) => {
  const marked = () =>
    page.evaluate(() =>
      [...CSS.highlights.get('hm-found')!].map((range) =>
        range.toString().replace(/\s+/g, ' ').toLowerCase(),
      ),
    );
  await explorer.open(`notes/reading/keyboard/?q=${encodeURIComponent('"the map"')}`);
  await aided(page);
  const told = page.locator('.hm-found-bar [role=status]');
  await expect(told).toHaveText(/^\d+ in this note$/);
  const phrases = await marked();
  expect(new Set(phrases)).toEqual(new Set(['the map']));
  await expect(told).toHaveText(`${phrases.length} in this note`);

  await explorer.open(`notes/reading/keyboard/?q=${encodeURIComponent('"the map" search')}`);
  await aided(page);
  await expect(told).toHaveText(/^\d+ in this note$/);
  const both = await marked();
  expect(both.filter((words) => words === 'the map')).toHaveLength(phrases.length);
  expect(both.some((words) => words.startsWith('search'))).toBe(true);
  expect(both).not.toContain('map');
  expect(both).not.toContain('the');
});

test('selected words have a link, which leads to them and marks them', async ({
  context,
  explorer,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('notes/map/the-map/');
  await aided(page);
  await page
    .locator('.hm-body p')
    .nth(1)
    .evaluate((part) => getSelection()!.selectAllChildren(part));
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('?quote=');
  expect(link).toContain('#:~:text=');
  await page.goto('about:blank');
  await explorer.open(link);
  await aided(page);
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('hm-quoted') ?? [])].map((range) => range.toString()).join(),
      ),
    )
    .toMatch(/^It is a map and/);
  await explorer.open('notes/map/the-map/?quote=never%20said');
  await expect(page.locator('.hm-said')).toContainText('not in this note any more');
});

test('a link to words that stand earlier too leads to those that were selected', async ({
  context,
  explorer,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('notes/map/the-map/');
  await aided(page);
  const last = await page.locator('.hm-body').evaluate((body) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const places: { node: Text; at: number }[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      for (const { index } of node.data.matchAll(/\bmap\b/g)) places.push({ node, at: index });
    }
    const { node, at } = places.at(-1)!;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 3);
    node.parentElement!.scrollIntoView({ block: 'center' });
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
    return places.length;
  });
  expect(last).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await explorer.open(link);
  await aided(page);
  const number = () =>
    page.locator('.hm-body').evaluate((body) => {
      const [range] = CSS.highlights.get('hm-quoted') ?? [];
      if (range === undefined) return 0;
      const before = new Range();
      before.setStart(body, 0);
      before.setEnd(range.endContainer, range.endOffset);
      return before.toString().match(/\bmap\b/g)!.length;
    });
  await expect.poll(number).toBe(last);
});

test('a selection that ends behind the text has a link to its part in the text', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/map/the-map/');
  await aided(page);
  await page.locator('.hm-body').evaluate((body) => {
    const part = body.lastElementChild!;
    part.scrollIntoView({ block: 'center' });
    // As three clicks do where another paragraph follows.
    const next = document.createElement('p');
    next.textContent = 'Read it on the blog';
    body.after(next);
    getSelection()!.setBaseAndExtent(part, 0, next, 0);
  });
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
});

test('a browser without highlights marks words and sentences by elements, and leaves none behind', async ({
  explorer,
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
  });
  await explorer.open('notes/reading/keyboard/?q=map');
  await aided(page);
  const told = page.locator('.hm-found-bar [role=status]');
  const marks = page.locator('.hm-note mark.hm-found');
  await expect(marks.nth(1)).toBeVisible();
  await expect(told).toHaveText(`${await marks.count()} in this note`);
  await page.getByRole('main').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.locator('mark.hm-found-now')).toHaveText(/map/i);
  await expect(page.locator('mark.hm-found-now')).toBeInViewport();
  await page.getByRole('button', { name: 'Take the marks away' }).click();
  await expect(page.locator('.hm-note mark')).toHaveCount(0);

  // From plain words into a link.
  await explorer.open(`notes/map/the-map/?quote=${encodeURIComponent('not a swarm: it')}`);
  await aided(page);
  await expect(page.locator('mark.hm-quoted')).toHaveText(['not a swarm: ', 'it']);
});

test('texts are set larger and narrower, and stay so', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  const width = async () => (await page.locator('.hm-body p').first().boundingBox())!.height;
  const before = await width();
  await page.getByRole('button', { name: 'Look of the text' }).click();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await page.getByRole('button', { name: 'Larger text' }).click();
  expect(await width()).toBeGreaterThan(before * 1.1);
  // Left by key, the panel doesn't stay over the text.
  await explorer.search.focus();
  await expect(page.getByRole('button', { name: 'Larger text' })).toBeHidden();
  await page.reload();
  await explorer.drawn();
  expect(await width()).toBeGreaterThan(before * 1.1);
});

test('a printed page is the note and nothing else', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  await aided(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeVisible();
  for (const part of ['.hm-bar', '#hm-pane-map', '#hm-pane-results', '.hm-around >> nth=0']) {
    await expect(page.locator(part)).toBeHidden();
  }
  const [body, article] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.querySelector('.hm-note')!.getBoundingClientRect().height,
  ]);
  expect(body!).toBeGreaterThanOrEqual(article!);
});
