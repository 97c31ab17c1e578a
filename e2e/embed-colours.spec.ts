/** `<hearth-map>` and `<hearth-search>` are light or dark as what lies behind them, and when that changes. */
import type { Page } from '@playwright/test';
import { expect, LINK, test, type Blog } from './blog.ts';

const BODY = `<script type="module" src="/map/embed.js"></script><script type="module" src="/map/search.js"></script>
<div id="wrapper"><hearth-map mode="inline" note="posts/lamps" height="200">${LINK}</hearth-map>
<hearth-search label="Find"></hearth-search></div>`;
/** In the shadow of somebody's own element, whose contents are given. */
const shadowed = (inner: string): string =>
  `<script>const shadow = document.querySelector('#wrapper').attachShadow({ mode: 'open' });
shadow.innerHTML = ${JSON.stringify(inner)};</script>`;

async function expectColours({ map }: Blog, page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await expect(map.locator('.map')).toHaveAttribute('data-hm-theme', scheme);
  const paper = scheme === 'dark' ? 'rgb(29, 26, 23)' : 'rgb(255, 253, 249)';
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveCSS('background-color', paper);
}

test('they follow a switch of the page, whichever way it switches, and an open panel does too', async ({
  blog,
  page,
}) => {
  const dark = '.dark { background: #111; color: #eee } .slow { transition: background 0.3s }';
  blog.show({
    head: `<style>${dark}</style><style id="night" media="not all">body { background: #111 }</style>`,
    body: BODY,
  });
  await page.goto(blog.url);
  await expectColours(blog, page, 'light');
  await page.getByRole('searchbox').fill('oil');
  const panel = page.getByRole('group', { name: 'Search results' });
  await expect(panel).toHaveCSS('background-color', 'rgb(255, 253, 249)');
  const wrapper = page.locator('#wrapper');
  await wrapper.evaluate((element) => element.classList.add('dark', 'slow'));
  await expectColours(blog, page, 'dark');
  await expect(panel).toHaveCSS('background-color', 'rgb(29, 26, 23)');
  await wrapper.evaluate((element) => element.removeAttribute('class'));
  await expectColours(blog, page, 'light');
  const night = page.locator('#night');
  await night.evaluate((sheet: HTMLStyleElement) => (sheet.media = 'all'));
  await expectColours(blog, page, 'dark');
  await night.evaluate((sheet) => sheet.remove());
  await expectColours(blog, page, 'light');
  await page.evaluate(() => {
    const link = document.createElement('link');
    document.head.append(
      Object.assign(link, { rel: 'stylesheet', href: 'data:text/css,html{background:black}' }),
    );
  });
  await expectColours(blog, page, 'dark');
  expect(blog.complaints).toEqual([]);
});

test('in the shadow of somebody’s element they see what lies behind it', async ({ blog, page }) => {
  const inner = BODY.replace(/<script[^]*<\/script>|<div id="wrapper">|<\/div>/g, '');
  for (const [body, scheme] of [
    [BODY + shadowed('<slot></slot>'), 'dark'],
    [`${BODY.replace(inner, '')}${shadowed(inner)}`, 'dark'],
    [BODY + shadowed('<p style="background: #fff"><slot></slot></p>'), 'light'],
  ] as const) {
    blog.show({ head: '<style>body { background: #111 }</style>', body });
    await page.goto(blog.url);
    await expectColours(blog, page, scheme);
  }
});

test('where the ground has no colour that can be read, light writing tells that it is dark', async ({
  blog,
  page,
}) => {
  for (const [style, scheme] of [
    ['html { background: linear-gradient(#000, #222) } body { color: #ddd }', 'dark'],
    ['html { background: linear-gradient(#000, #222); color-scheme: dark }', 'dark'],
    ['html { color-scheme: dark }', 'dark'],
    [
      'body { color: #839496 } body::before { content: ""; position: fixed; inset: 0; z-index: -1; background: #002b36 }',
      'dark',
    ],
    ['body { background: linear-gradient(#fff, #eee) } ', 'light'],
    ['body { color: #767676 }', 'light'],
    ['body { color: #eee } #wrapper { background: #fff }', 'light'],
  ] as const) {
    blog.show({ head: `<style>${style}</style>`, body: BODY });
    await page.goto(blog.url);
    await expectColours(blog, page, scheme);
  }
});
