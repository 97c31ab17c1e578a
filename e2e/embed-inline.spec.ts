/** `<hearth-map mode="inline">`: the map in the page itself, without a frame. */
import { expect, LINK, SCRIPT, test } from './blog.ts';
import { expectNoObjections } from './objections.ts';

const ELEMENT = `<hearth-map mode="inline">${LINK}</hearth-map>`;

test('a page that allows no frames and no styles of others shows the map around itself, for pointer and keys', async ({
  blog,
  page,
}) => {
  blog.show({
    body: `${SCRIPT}<main><h1>Lamps</h1>${ELEMENT}</main><script src="/host.js"></script>`,
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    script: `window.told = [];
for (const type of ['ready', 'hover', 'error'])
  addEventListener('hearth-' + type, ({ detail }) => window.told.push(type + ' ' + (detail?.note?.title ?? detail?.title ?? '')));`,
  });
  const site = page.waitForRequest(/\/map\/embed\.json$/);
  await page.goto(`${blog.url}posts/lamps/`);
  // Of an earlier build, it would name files that may be gone.
  expect(await (await site).headerValue('cache-control')).toMatch(/no-cache|max-age=0/);
  const map = page.getByRole('application', { name: 'Map: Around Lamps' });
  await expect(map).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeHidden();
  expect((await page.locator('.pane').boundingBox())!.height).toBe(420);
  await map.focus();
  await page.keyboard.press('ArrowRight');
  const card = page.locator('.card');
  await expect(card).toBeVisible();
  const title = (await card.locator('.card-title').textContent())!;
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toEqual(['ready Lamps', `hover ${title}`]);
  await expectNoObjections(page, { within: 'main' });
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/posts\/(?!lamps)\w+\/$|\?ghost=/);
  await page.goBack();
  await page.getByRole('button', { name: 'List' }).click();
  await page.getByRole('link', { name: 'Oil' }).click();
  await page.waitForURL(`${blog.url}posts/oil/`);
  expect(blog.complaints).toEqual([]);
});

test('no style of the page comes through, it is dark when told, and nothing is left of it once it is removed', async ({
  blog,
  page,
}) => {
  await page.addInitScript(() => {
    const told = window as unknown as { watched: number };
    told.watched = 0;
    window.ResizeObserver = class extends ResizeObserver {
      constructor(run: ResizeObserverCallback) {
        super(run);
        told.watched++;
      }
      override disconnect(): void {
        super.disconnect();
        told.watched--;
      }
    };
  });
  blog.show({
    head: '<style>* { all: unset !important } body { font: italic 40px fantasy; color: red; direction: rtl }</style>',
    body: `${SCRIPT}<div>${ELEMENT}</div>`,
  });
  await page.goto(`${blog.url}posts/lamps/`);
  const title = page.getByText('Around Lamps');
  await expect(title).toBeVisible();
  await expect(title).toHaveCSS('font-style', 'normal');
  await expect(title).toHaveCSS('font-size', '16px');
  await expect(title).toHaveCSS('color', 'rgb(33, 29, 26)');
  await expect(title).toHaveCSS('direction', 'ltr');
  await blog.map.evaluate((map) => map.setAttribute('theme', 'dark'));
  await expect(title).toHaveCSS('color', 'rgb(240, 233, 221)');
  const watched = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { watched: number }).watched);
  expect(await watched()).toBeGreaterThan(0);
  await blog.map.evaluate((map) => map.remove());
  expect(await watched()).toBe(0);
  expect(blog.complaints).toEqual([]);
});

test('of another site it is a frame, as without the attribute', async ({ blog, page }) => {
  blog.show({
    body: `<script type="module" src="${blog.elsewhere}embed.js"></script><hearth-map mode="inline" note="posts/lamps"></hearth-map>`,
  });
  await page.goto(blog.url);
  await expect(blog.frame.getByRole('heading', { name: 'Around Lamps' })).toBeVisible();
});

test('what is around it for more than a link starts no worker, which strict pages refuse aloud', async ({
  blog,
  page,
}) => {
  let workers = 0;
  page.on('worker', () => workers++);
  blog.show({
    body: SCRIPT + '<hearth-map mode="inline" note="posts/lamps" depth="2"></hearth-map>'.repeat(2),
    headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await page.goto(blog.url);
  await expect(page.getByText('within 2 links')).toHaveCount(2);
  await blog.map.first().evaluate((map) => map.setAttribute('depth', '3'));
  await expect(page.getByText('within 3 links')).toHaveCount(1);
  expect(workers).toBe(0);
  expect(blog.complaints).toEqual([]);
});
