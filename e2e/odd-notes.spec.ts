/** Notes that hardly anybody writes: each is read as it was meant, or it is said what is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, start, test } from './command.ts';
import { expect as expectPage, test as journey } from './explorer.ts';

const HEADINGS = 10_000;

const NOTES: Record<string, string> = {
  'hebrew.md': `---\ntitle: שלום עולם\n---\n\nמים רבים לא יוכלו לכבות, וגם [[hearth]] כאן.\n\n## כותרת\n\nEnglish inside עברית.\n`,
  '火 の 話.md': `---\ntitle: 火 の 話\n---\n\n炉端で語る。[[hearth]]\n`,
  'hearth.md': `# Hearth\n\nSee [[שלום עולם]] and [[火 の 話]], [[many]], [[same]].\n`,
  'many.md': `# Many\n\n${Array.from({ length: HEADINGS }, (_, index) => `## Part ${index}\n\nText ${index}.\n`).join('\n')}`,
  'same.md': `# Same\n\n## Proof\n\nFirst.\n\n## Proof\n\nSecond.\n\n## Proof\n\nThird. [to the second](#proof-1)\n`,
  'clash.md':
    '# Clash\n\n<div id="hm-main">main</div>\n\n## hm static\n\n<p id="hm-pane-reader">pane</p>\n\n## hm pane reader\n\nThe end of it. [[hearth]]\n',
  'schemes.md':
    '# Schemes\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](mailto:me@example.org) [e](tel:+123) [f](magnet:?xt=x) [g](//example.org/x) [h](\tjavascript:alert(2))\n',
};

async function serve(box: string): Promise<{ address: string; stop: () => Promise<void> }> {
  mkdirSync(join(box, 'notes', '.obsidian'), { recursive: true });
  for (const [name, text] of Object.entries(NOTES)) writeFileSync(join(box, 'notes', name), text);
  const dev = start(['dev', 'notes', '--port', '0'], { cwd: box });
  const address = await dev.until(/http:\/\/localhost:\d+\//);
  await dev.until(/Ctrl\+C/);
  return {
    address,
    stop: async () => {
      dev.stop('SIGTERM');
      await dev.ended;
    },
  };
}

const title = (page: Page) => page.locator('#hm-pane-reader h1').first();

test('odd notes are read and found as they were meant', async ({ box, page }) => {
  test.slow();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  const { address, stop } = await serve(box);

  await page.goto(`${address}notes/hearth/`);
  await page.locator('.hm-body a', { hasText: 'שלום עולם' }).click();
  await expect(title(page)).toHaveText('שלום עולם');
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('.hm-body p')).toBe('rtl');
  expect(await direction('#hm-pane-reader h1')).toBe('rtl');
  await page.goBack();

  await page.locator('.hm-body a', { hasText: '火 の 話' }).click();
  await expect(title(page)).toHaveText('火 の 話');
  await page.getByRole('searchbox').fill('炉端');
  await expect(page.locator('.hm-results li a').first()).toContainText('火 の 話');
  await page.getByRole('searchbox').fill('');

  await page.goto(`${address}notes/same/#proof-1`);
  await expect(page.locator('.hm-body h2')).toHaveCount(3);
  await page.locator('.hm-body a', { hasText: 'to the second' }).click();
  await expect(page).toHaveURL(/#proof-1$/);
  expect(await page.locator('.hm-body h2').evaluateAll((all) => new Set(all.map(({ id }) => id)).size)).toBe(
    3,
  );

  await page.goto(`${address}notes/clash/`);
  await expect(title(page)).toHaveText('Clash');
  await expect(page.getByText('The end of it.').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The end of it.');
  await page.locator('.hm-body a', { hasText: 'hearth' }).first().click();
  await expect(title(page)).toHaveText('Hearth');

  await page.goto(`${address}notes/schemes/`);
  const addresses = await page
    .locator('.hm-body a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(addresses.filter((href) => href !== null && /script:|data:|magnet:/i.test(href))).toEqual([]);
  expect(addresses).toContain('mailto:me@example.org');

  await page.goto(`${address}notes/many/`);
  await expect(title(page)).toHaveText('Many');
  await expect(page.locator('.hm-body h2')).toHaveCount(HEADINGS);
  await page.locator('.hm-body h2').last().scrollIntoViewIfNeeded();
  await expect(page.getByText(`Text ${HEADINGS - 1}.`)).toBeVisible();

  expect(problems).toEqual([]);
  await stop();
});

journey(
  'a page that was cut is not shown as if it were whole, and can be asked for again',
  async ({ explorer, page }) => {
    await explorer.open('./');
    const whole = await (await page.request.get('notes/search/searching/')).text();
    await page.route('**/notes/search/searching/', (route) =>
      route.fulfill({ contentType: 'text/html', body: whole.slice(0, whole.indexOf('</main>') - 40) }),
    );
    await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
    await expectPage(explorer.title).toHaveText('The note did not come');
    await page.unroute('**/notes/search/searching/');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectPage(explorer.title).toHaveText('Searching');
  },
);

journey('a note that vanished since the page was opened is told of', async ({ explorer, page }) => {
  await explorer.open('./');
  await page.route('**/notes/search/searching/', (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.hm-notes a', { hasText: 'Searching' }).first().click();
  await expectPage(explorer.title).toHaveText('No such note');
});
