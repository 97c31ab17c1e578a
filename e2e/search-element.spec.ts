/** `<hearth-search>` in a blog: answers while one types, that lead to the blog's own pages. */
import type { Locator, Page } from '@playwright/test';
import { ATTACK, expect, test } from './blog.ts';
import { expectNoObjections } from './objections.ts';

const SCRIPT = '<script type="module" src="/map/search.js"></script>';
const FORM =
  '<form action="/map/"><label>Find <input type="search" name="q" autocomplete="off"></label></form>';
const ELEMENT = `<hearth-search>${FORM}</hearth-search>`;

const panelOf = (page: Page): Locator => page.getByRole('group', { name: 'Search results' });
const hitOf = (page: Page, title: string, role: 'link' | 'button' = 'link'): Locator =>
  panelOf(page)
    .getByRole(role)
    .filter({ has: page.getByText(title, { exact: true }) })
    .first();

test('a form in the element answers while one types; a press leads to the post', async ({ blog, page }) => {
  blog.show({
    body: `${SCRIPT}${ELEMENT}<p>Text of the post.</p>`,
    head: '<meta name="color-scheme" content="light dark">',
  });
  await page.goto(`${blog.url}posts/lamps/`);
  await expect(page.getByText('Text of the post.')).toBeVisible();
  const box = page.getByRole('searchbox', { name: 'Find' });
  await page.waitForFunction(() => customElements.get('hearth-search') !== undefined);
  expect(blog.asked.filter((path) => path.startsWith('/map/'))).toEqual(['/map/search.js']);

  await box.fill('slowly burn');
  const panel = panelOf(page);
  await expect(panel.getByRole('status')).toHaveText('1 note');
  const hit = hitOf(page, 'Oil');
  await expect(hit.locator('mark')).toHaveText(['burns', 'slowly']);
  await expectNoObjections(page, { within: 'hearth-search' });
  await hit.click();
  await expect(page).toHaveURL(`${blog.url}posts/oil/`);
  expect(blog.complaints).toEqual([]);
});

test('it speaks the language of the search, by key, and shows titles as text', async ({ blog, page }) => {
  blog.show({ body: `${SCRIPT}<hearth-search label="Seek"></hearth-search>` });
  await page.goto(blog.url);
  const box = page.getByRole('searchbox', { name: 'Seek' });
  const panel = panelOf(page);
  await box.fill('link:lamps');
  await expect(panel.getByRole('listitem')).toHaveText(/^Hearths/);
  await box.fill('"burns slowly" OR hearths');
  await expect(panel.getByRole('listitem')).toHaveCount(4);
  await box.fill('onerror');
  await expect(panel.getByText(ATTACK)).toBeVisible();
  await expect(panel.locator('img')).toHaveCount(0);
  await box.fill('nothing has this word');
  await expect(panel.getByRole('status')).toHaveText('No note has “nothing has this word”');

  await box.fill('fire');
  await expect(hitOf(page, 'Fire')).toBeVisible();
  await box.press('ArrowDown');
  await expect(hitOf(page, 'Fire')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(box).toBeFocused();
  await box.press('ArrowDown');
  await expect(panel).toBeVisible();
  await box.press('Enter');
  await expect(page).toHaveURL(`${blog.url}map/?q=fire`);
  await expect(page.locator('.hm-results li').first()).toContainText('Fire');
});

test('properties that are set before the script has run count, and in another document it keeps its style', async ({
  blog,
  page,
}) => {
  const set = `Object.assign(document.querySelector('hearth-search'), { label: 'Seek', hits: 1 })`;
  blog.show({
    body: `<hearth-search></hearth-search><script>${set}</script>${SCRIPT}<iframe id="other" srcdoc="<!doctype html>" width="600" height="500"></iframe>`,
  });
  await page.goto(blog.url);
  await page.getByRole('searchbox', { name: 'Seek' }).fill('fire');
  await expect(panelOf(page).getByRole('listitem')).toHaveCount(1);
  await page.locator('hearth-search').evaluate((search) => void Object.assign(search, { label: 'Find' }));
  await page.evaluate(() => {
    const { body } = document.querySelector<HTMLIFrameElement>('#other')!.contentDocument!;
    body.append(document.querySelector('hearth-search')!);
  });
  const other = page.frameLocator('#other');
  const box = other.getByRole('searchbox', { name: 'Find' });
  await expect(box).toHaveCSS('border-radius', '8px');
  await box.fill('oil');
  const panel = other.getByRole('group', { name: 'Search results' });
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel).toHaveCSS('position', 'absolute');
  expect(blog.complaints).toEqual([]);
});

test('with open="event" the page alone decides, and so it can with a prevented event', async ({
  blog,
  page,
}) => {
  blog.show({
    body: `${SCRIPT}${ELEMENT.replace('>', ' open="event">')}`,
    head: `<script>window.told = [];
addEventListener('hearth-select', (event) => { window.told.push(event.detail); event.preventDefault(); });</script>`,
  });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('wicks');
  const panel = panelOf(page);
  await hitOf(page, 'Wicks', 'button').click();
  await expect(panel.getByRole('link')).toHaveCount(0);
  await page.locator('hearth-search').evaluate((element) => element.setAttribute('open', 'explorer'));
  await page.getByRole('searchbox').fill('wick');
  const link = hitOf(page, 'Wicks');
  await expect(link).toHaveAttribute('href', `${blog.url}map/notes/posts/wicks/`);
  await link.click();
  expect(page.url()).toBe(blog.url);
  const told = await page.evaluate(() => (window as unknown as { told: Record<string, unknown>[] }).told);
  expect(told).toMatchObject([
    { note: 'posts/wicks', title: 'Wicks', href: `${blog.url}posts/wicks/` },
    { note: 'posts/wicks', href: `${blog.url}map/notes/posts/wicks/` },
  ]);
});

test('with open="event", Enter in its own box leads nowhere, and the page is told the address all the same', async ({
  blog,
  page,
}) => {
  blog.show({
    body: `${SCRIPT}<hearth-search open="event"></hearth-search>`,
    head: `<script>window.told = [];
addEventListener('hearth-select', ({ detail }) => window.told.push(detail.href));</script>`,
  });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('wicks');
  await expect(hitOf(page, 'Wicks', 'button')).toBeVisible();
  await page.getByRole('searchbox').press('Enter');
  await hitOf(page, 'Wicks', 'button').click();
  expect(page.url()).toBe(blog.url);
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
    `${blog.url}posts/wicks/`,
  ]);
  await page.locator('hearth-search').evaluate((element) => element.removeAttribute('open'));
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(`${blog.url}map/?q=wicks`);
});

test('a form that takes the place of the first one answers too, by pointer and keys', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('oil');
  await expect(hitOf(page, 'Oil')).toBeVisible();
  await page.locator('hearth-search').evaluate((element) => {
    element.replaceChildren(element.querySelector('form')!.cloneNode(true));
  });
  await expect(panelOf(page)).toBeHidden();
  const box = page.getByRole('searchbox', { name: 'Find' });
  await box.fill('fire');
  await expect(hitOf(page, 'Fire')).toBeVisible();
  await box.press('ArrowDown');
  await expect(hitOf(page, 'Fire')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  expect(blog.complaints).toEqual([]);
});

test('a page that becomes another one in its place closes the answers, and one that notes what is typed keeps them', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('oil');
  await expect(hitOf(page, 'Oil')).toBeVisible();
  await page.evaluate(() => history.replaceState(null, '', '?q=oil'));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(panelOf(page)).toBeVisible();
  await page.evaluate(() => history.pushState(null, '', '/posts/oil/'));
  await expect(panelOf(page)).toBeHidden();
  await page.getByRole('searchbox').fill('wicks');
  await expect(hitOf(page, 'Wicks')).toBeVisible();
  expect(blog.complaints).toEqual([]);
});

test('pages that make it hard: unset styles, another direction, policies, two scripts, another origin, a phone', async ({
  blog,
  page,
}) => {
  const hard = [
    { head: '<style>* { all: unset !important }</style>' },
    { body: `<main dir="rtl">${SCRIPT}${ELEMENT}</main>` },
    { headers: { 'Content-Security-Policy': "default-src 'self'" } },
    { headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" } },
    { headers: { 'Content-Security-Policy': 'sandbox allow-scripts allow-same-origin allow-forms' } },
    { body: SCRIPT + SCRIPT.replace('.js', '.js?again') + ELEMENT },
    { body: `<script type="module" src="${blog.elsewhere}search.js"></script>${ELEMENT}` },
    {
      body: `${SCRIPT}<header>${ELEMENT}</header><main>Text</main>`,
      head: `<style>
        header { position: fixed; overflow: hidden; z-index: 1 }
        main { position: relative; z-index: 2; height: 2000px; margin-top: 40px; background: #eee }
      </style>`,
    },
  ];
  await page.setViewportSize({ width: 320, height: 600 });
  for (const one of hard) {
    blog.show({ body: SCRIPT + ELEMENT, ...one });
    await page.goto(blog.url);
    await page.getByRole('searchbox').fill('smells of summer');
    const hit = hitOf(page, 'Oil');
    await expect(hit.locator('mark')).toHaveText(['smells', 'summer']);
    const { x, width } = (await panelOf(page).boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(320);
    await expect(hit).toHaveAttribute('href', /\/posts\/oil\/$/);
    await expect(panelOf(page)).toHaveCSS('direction', 'ltr');
    // It can be pressed: nothing of the page cuts it off or lies over it.
    await hit.click({ trial: true });
  }
  // The box stays where it is, and the answers with it.
  await page.mouse.move(100, 500);
  await page.mouse.wheel(0, 700);
  await page.waitForFunction(() => scrollY === 700);
  await hitOf(page, 'Oil').click({ trial: true });
  expect(await page.evaluate(() => scrollY)).toBe(700);
  expect(blog.complaints).toEqual([]);
});

test('zoomed or scaled by its page, or written from the right, the answers stand below the box, in the window', async ({
  blog,
  page,
}) => {
  await page.setViewportSize({ width: 700, height: 800 });
  for (const style of [
    'html { zoom: 1.5 }',
    'body { zoom: 0.5 }',
    'div { zoom: 1.25 } hearth-search { zoom: 1.25 }',
    'div { transform: scale(1.4); transform-origin: 0 0 }',
    'html { font-size: 40px }',
    'html { direction: rtl }',
  ]) {
    for (const inner of [FORM, '']) {
      blog.show({
        head: `<style>${style}</style>`,
        body: `${SCRIPT}<div style="padding-left: 80px"><hearth-search label="Find">${inner}</hearth-search></div>`,
      });
      await page.goto(blog.url);
      const box = page.getByRole('searchbox', { name: 'Find' });
      await box.fill('summer');
      await expect(hitOf(page, 'Oil')).toBeVisible();
      const [panel, above] = [(await panelOf(page).boundingBox())!, (await box.boundingBox())!];
      expect(panel.x, style).toBeGreaterThanOrEqual(0);
      expect(panel.x + panel.width, style).toBeLessThanOrEqual(700);
      expect(panel.y - above.y - above.height, style).toBeGreaterThan(0);
      expect(panel.y - above.y - above.height, style).toBeLessThan(16);
      expect(
        Math.min(panel.x + panel.width, above.x + above.width) - Math.max(panel.x, above.x),
        style,
      ).toBeGreaterThan(40);
      if (inner === '') await expect(box).toHaveCSS('font-size', '16px');
      if (style.includes('rtl')) {
        const end = Math.min(above.x + above.width, 700 - 12);
        expect(panel.x + panel.width, style).toBeCloseTo(end, 0);
      }
    }
  }
  expect(blog.complaints).toEqual([]);
});

test('in a page that may keep nothing, it finds', async ({ blog, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    }
  });
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('slowly burn');
  await expect(hitOf(page, 'Oil').locator('mark')).toHaveText(['burns', 'slowly']);
  expect(blog.complaints).toEqual([]);
});

test('without scripts, or without an answer, the form goes to the search beside the map', async ({
  blog,
  page,
}) => {
  blog.show({
    body: SCRIPT + ELEMENT,
    headers: { 'Content-Security-Policy': "connect-src 'none'" },
    head: `<script>addEventListener('hearth-error', (event) => (window.told = event.detail.message))</script>`,
  });
  await page.goto(blog.url);
  await page.getByRole('searchbox').fill('oil');
  await expect(panelOf(page).getByRole('status')).toHaveText('The search did not come.');
  await page.waitForFunction(() => 'told' in window);
  await panelOf(page).getByRole('link', { name: 'Search beside the map' }).click();
  await expect(page).toHaveURL(`${blog.url}map/?q=oil`);

  blog.show({ body: SCRIPT + ELEMENT, headers: { 'Content-Security-Policy': "script-src 'none'" } });
  await page.goto(blog.url);
  await page.getByRole('searchbox', { name: 'Find' }).fill('oil');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${blog.url}map/?q=oil`);
});

test('taken out of the page, neither its panel nor its worker is left', async ({ blog, page }) => {
  // So few notes have a worker only where no page can be strict about it.
  await page.addInitScript(() => delete (window as { trustedTypes?: unknown }).trustedTypes);
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(blog.url);
  const element = page.locator('hearth-search');
  const box = page.getByRole('searchbox');
  await box.fill('oil');
  await expect(hitOf(page, 'Oil')).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  await element.evaluate((one) => {
    const away = document.createElement('section');
    one.remove();
    document.body.append(away);
    setTimeout(() => away.append(one), 200);
  });
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(panelOf(page)).toHaveCount(0);
  await box.fill('wicks');
  await expect(hitOf(page, 'Wicks')).toBeVisible();
  expect(blog.complaints).toEqual([]);
});
