/** How what stands in a text is set: in the sizes, at the places and with the gaps that it should have. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, start, test as base } from './command.ts';

/** One dot. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Opens a note of a folder of its own in the app. */
const test = base.extend<{ read: (text: string) => Promise<Locator> }>({
  read: async ({ box, page }, use) => {
    const folder = join(box, 'notes');
    mkdirSync(join(folder, '.obsidian'), { recursive: true });
    writeFileSync(join(folder, 'dot.png'), Buffer.from(PICTURE, 'base64'));
    writeFileSync(join(folder, 'song.mp3'), '');
    writeFileSync(join(folder, 'a.md'), '# A\n');
    const dev = start(['dev', 'notes', '--port', '0'], { cwd: box });
    const address = await dev.until(/http:\/\/localhost:\d+\//);
    await dev.until(/Ctrl\+C/);
    await use(async (text) => {
      writeFileSync(join(folder, 'note.md'), text);
      await expect(async () => {
        expect((await page.goto(`${address}notes/note/`))!.status()).toBe(200);
      }).toPass();
      await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
      return page.locator('.hm-body');
    });
    dev.stop('SIGTERM');
    await dev.ended;
  },
});

/** Where the words begin, in pixels of the window. */
const startOf = (body: Locator, words: string) =>
  body.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return range.getBoundingClientRect().left;
    }
    throw new Error(`The text has no "${wanted}".`);
  }, words);

test('tasks and plain items are indented alike, one step for each level, and boxes are drawn alike', async ({
  read,
}) => {
  const body = await read(
    '- plain\n- [ ] task\n  - [ ] child\n    - [x] grandchild\n  - bullet\n    - [ ] below\n\n* [ ] loose\n\n  second\n\n  - [?] inner\n',
  );
  const near = async (words: string, pixels: number): Promise<void> => {
    const from = await startOf(body, 'plain');
    expect(Math.abs((await startOf(body, words)) - from - pixels), words).toBeLessThan(2);
  };
  const step = (await startOf(body, 'bullet')) - (await startOf(body, 'plain'));
  expect(step).toBeGreaterThan(15);
  await near('task', 0);
  await near('child', step);
  await near('grandchild', 2 * step);
  await near('below', 2 * step);
  await near('loose', 0);
  await near('second', 0);
  await near('inner', step);
  const looks = await body
    .locator('input')
    .evaluateAll((all) =>
      all.map((box) => [getComputedStyle(box).borderTopColor, getComputedStyle(box, '::before').content]),
    );
  const muted = 'rgb(107, 98, 89)';
  const [open, done, asked] = [
    [muted, 'none'],
    [muted, '""'],
    [muted, '"?"'],
  ];
  expect(looks).toEqual([open, open, done, open, open, asked]);
});

test('the item after a nested list stands as near as any other, and a section of one # below the title in size', async ({
  page,
  read,
}) => {
  const body = await read(
    '---\ntitle: Title\n---\n- one\n- two\n  - inner\n- three\n\n# Section\n\n## Part\n',
  );
  const sizes = await page
    .getByRole('main')
    .locator('h1, .hm-body h2')
    .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  expect(sizes).toEqual([34, 28, 24]);
  const room = (selector: string) =>
    body.locator(selector).evaluate((one) => parseFloat(getComputedStyle(one).marginTop));
  expect(await room('h1')).toBeGreaterThan(40);
  expect(await room('h2')).toBeLessThan(24);
  const gaps = await body.locator('li').evaluateAll((all) => {
    const tops = all.map((item) => item.getBoundingClientRect().top);
    return tops.slice(1).map((top, index) => top - tops[index]!);
  });
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(2);
});

test('a picture has the width and height that are written, and keeps their ratio where there is less room', async ({
  page,
  read,
}) => {
  const body = await read(
    '![[dot.png|300x50]]\n\n![300x60](dot.png)\n\n<img src="dot.png" width="300" height="70">\n\n![[dot.png|40]]\n\n![[dot.png|1200x300]]\n',
  );
  await expect(body.locator('img')).toHaveCount(5);
  const sizes = () =>
    body
      .locator('img')
      .evaluateAll((all) => (all as HTMLElement[]).map((one) => [one.offsetWidth, one.offsetHeight]));
  // One of them has its height by its file alone, which is on its way.
  await expect
    .poll(async () => (await sizes()).slice(0, 4))
    .toEqual([
      [300, 50],
      [300, 60],
      [300, 70],
      [40, 40],
    ]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await sizes())[4]![0]).toBeLessThan(390);
  const [width, height] = (await sizes())[4]!;
  expect(height).toBe(Math.round(width! / 4));
});

test('nothing in a callout touches its title or leaves a gap at its end', async ({ page, read }) => {
  const ends = ['```\ncode\n```', '| a |\n|---|\n| 1 |', '- one\n\n- two', '1. one\n   - two', '> said'];
  const callouts = ends.map((end) => `> [!note]\n${end.replace(/^/gm, '> ')}`).join('\n\n');
  const body = await read(`${callouts}\n\nend\n`);
  const gaps = () =>
    body.locator('.callout').evaluateAll((all) =>
      all.map((callout) => {
        const title = callout.querySelector('.callout-title')!;
        const first = title.nextElementSibling!;
        // What is seen at the end: the deepest last piece.
        let last: Element = callout;
        while (last.lastElementChild !== null && last.matches(':not(pre, table)')) {
          last = last.matches('.hm-code-box') ? last.firstElementChild! : last.lastElementChild;
        }
        const inner =
          callout.getBoundingClientRect().bottom - parseFloat(getComputedStyle(callout).paddingBottom);
        return [
          Math.round(first.getBoundingClientRect().top - title.getBoundingClientRect().bottom),
          Math.round(inner - last.getBoundingClientRect().bottom),
        ];
      }),
    );
  await expect(page.locator('.hm-code-box')).toBeVisible();
  for (const [above, below] of await gaps()) {
    expect(above).toBeGreaterThan(5);
    expect(below).toBeLessThan(4);
  }
});

test('a footnote beside its mark is set as it is among the footnotes', async ({ page, read }) => {
  const body = await read('Words.[^1]\n\n[^1]: Said.\n\n    ```\n    code\n    ```\n\n    - item\n');
  await expect(page.locator('.hm-code-box')).toBeVisible();
  await body.locator('a.footnote-ref').click();
  const looks = (root: Locator) =>
    root.locator('pre, ul, .hm-copy').evaluateAll((all) =>
      all.map((one) => {
        const { backgroundColor, paddingLeft, right } = getComputedStyle(one);
        return [backgroundColor, paddingLeft, right];
      }),
    );
  expect(await looks(page.getByRole('dialog'))).toEqual(await looks(body.locator('.footnotes')));
  const gap = await page.getByRole('dialog').evaluate((card) => {
    const [list, way] = [card.querySelector('ul')!, card.querySelector('.hm-footnote-way')!];
    return way.getBoundingClientRect().top - list.getBoundingClientRect().bottom;
  });
  expect(gap).toBeLessThan(15);
});

test('a player is never wider than the text', async ({ page, read }) => {
  const body = await read('![[song.mp3]]\n');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty('--hm-text-zoom', '1.5'));
  await expect(body.locator('audio')).toBeVisible();
  const main = page.getByRole('main');
  expect(await main.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});

test('in a narrow column an arrow stays with its link, code in a table in one piece, and what scrolls fades where it goes on', async ({
  page,
  read,
}) => {
  const body = await read(
    `[link](https://ex.org)\n\n| a | b |\n|---|---|\n| ${'words '.repeat(20)} | \`code\` |\n\n$$a$$\n\n$$${'a + '.repeat(60)}b$$\n\n- item $\\left(${'a + '.repeat(30)}b\\right)$ words\n\n<div class="csl-entry">Name. ${'words '.repeat(20)}</div>\n`,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  // Of a source, the name stands out before its further lines.
  const { textIndent, marginLeft } = await body
    .locator('.csl-entry')
    .evaluate((one) => getComputedStyle(one));
  expect(parseFloat(marginLeft)).toBeGreaterThan(20);
  expect(textIndent).toBe(`-${marginLeft}`);
  expect(await body.locator('td code').evaluate((code) => code.getClientRects().length)).toBe(1);
  const lines = body.locator('.hm-external').evaluate((link) => {
    link.parentElement!.style.width = 'min-content';
    return link.getClientRects().length;
  });
  expect(await lines).toBe(1);
  const [fits, wide] = [body.locator('.katex-display').first(), body.locator('.katex-display').last()];
  const fade = (part: Locator) => part.evaluate((one) => getComputedStyle(one).maskPosition);
  await expect.poll(() => fade(wide)).toBe('-32px 0px');
  await wide.evaluate((one) => one.scrollTo(1e6, 0));
  await expect.poll(() => fade(wide)).toBe('0px 0px');
  expect(await fits.evaluate((one) => getComputedStyle(one).maskImage)).toBe('none');
  // In a line the formula scrolls: the dot of its item stays.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => fade(body.locator('li .katex'))).toBe('-32px 0px');
  expect(await body.locator('li').evaluate((one) => getComputedStyle(one).overflowX)).toBe('visible');
  await page.emulateMedia({ media: 'print' });
  expect(await wide.evaluate((one) => getComputedStyle(one).maskImage)).toBe('none');
});

test('a phrase is marked over a link and a word in bold, and not over a formula', async ({ page, read }) => {
  await read(
    '# Note\n\nA linear [map](a.md), a **linear** map, a linear $x$ map.\n\nlinear\n\nmap and a linear map.\n',
  );
  await page.goto(`${page.url()}?q=${encodeURIComponent('"linear map"')}`);
  await expect
    .poll(() =>
      page.evaluate(() => [...(CSS.highlights.get('hm-found') ?? [])].map((range) => range.toString())),
    )
    .toEqual(['linear map', 'linear map', 'linear map']);
});

test('a sign that is struck through is seen whole where colours are forced', async ({ page, read }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  const body = await read('$=$\n\n$\\ne$\n');
  await page.evaluate(() => document.fonts.ready);
  /** How much of a formula is dark. */
  const inkOf = async (formula: Locator): Promise<number> => {
    const picture = (await formula.screenshot()).toString('base64');
    return page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return data.reduce((sum, value, index) => (index % 4 === 0 ? sum + 255 - value : sum), 0);
    }, picture);
  };
  const formulas = body.locator('.katex-html');
  expect(await inkOf(formulas.nth(1))).toBeGreaterThan(1.2 * (await inkOf(formulas.nth(0))));
});

test('on paper nothing of a text is cut off or folded', async ({ page, read }) => {
  const row = (cell: string) => `|${`${cell}|`.repeat(8)}\n`;
  const body = await read(
    `> [!note]- Folded\n> hidden words\n\n<details><summary>More</summary><p>more words</p></details>\n\n${row('head of it')}${row('---')}${row('words of it')}\n$$${'a + b = '.repeat(60)}c$$\n\n\`\`\`\n${'x'.repeat(300)}\n\`\`\`\n`,
  );
  await expect(page.locator('.hm-code-box')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 1000 });
  const seen = (words: string) =>
    body
      .getByText(words)
      .evaluate((part) => part.checkVisibility() && part.getBoundingClientRect().height > 0);
  expect(await seen('hidden words')).toBe(true);
  expect(await seen('more words')).toBe(true);
  for (const part of ['.hm-scroll', '.katex-display', 'pre']) {
    const wide = body.locator(part);
    expect(await wide.evaluate((one) => getComputedStyle(one).overflowX), part).toBe('visible');
    expect(await wide.evaluate((one) => one.scrollWidth - one.clientWidth), part).toBeLessThanOrEqual(1);
  }
});
