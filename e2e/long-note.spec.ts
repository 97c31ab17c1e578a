import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, start, test } from './command.ts';

declare global {
  interface Window {
    /** What each picture showed as title of the note. */
    seen: string[];
    /** How often something was added to what is laid out. */
    parts: number;
    /** Whether the last section was laid out, by picture. */
    ends: boolean[];
  }
}

const SECTIONS = 60;
const section = (_: unknown, index: number): string =>
  `## Section ${index}\n\nHere $a_{${index}} + \\frac{b}{c} = \\sqrt{${index}}$ holds, and so do ${'words '.repeat(60)}\n`;

test('a long note is laid out part by part while the one before stays, and then stands as it would at once', async ({
  box,
  page,
}) => {
  const notes = join(box, 'notes');
  mkdirSync(notes);
  writeFileSync(
    join(notes, 'short.md'),
    '# Short\n\nSee [far below](long.md#section-40), or [all of it](long.md).\n',
  );
  writeFileSync(join(notes, 'long.md'), `# Long\n\n${Array.from({ length: SECTIONS }, section).join('\n')}`);
  const dev = start(['dev', 'notes', '--port', '0'], { cwd: box });
  const address = await dev.until(/http:\/\/localhost:\d+\//);
  const reader = page.getByRole('main');
  const heading = reader.locator('#section-40');
  /** Of the headings, in pixels from the first. */
  const places = async (): Promise<number[]> => {
    const tops = await reader
      .locator('h2')
      .evaluateAll((headings) => headings.map((one) => (one as HTMLElement).getBoundingClientRect().top));
    return tops.map((top) => top - tops[0]!);
  };

  await page.goto(`${address}notes/long/#section-40`);
  await expect(heading).toBeInViewport();
  await page.evaluate(() => document.fonts.ready);
  const asAtOnce = await places();

  await page.goto(`${address}notes/short/`);
  await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
  await page.evaluate(() => {
    window.seen = [];
    window.parts = 0;
    const main = document.querySelector('.hm-reader')!;
    const look = (): void => {
      const shown = [...main.querySelectorAll('h1')].filter((one) => one.checkVisibility());
      window.seen.push(shown[0]?.textContent ?? 'nothing');
      requestAnimationFrame(look);
    };
    look();
    new MutationObserver((changes) => {
      const isShown = changes.some(({ target }) => (target as HTMLElement).matches('h2'));
      if (isShown) window.parts++;
    }).observe(main, { subtree: true, attributes: true, attributeFilter: ['style'] });
  });
  await reader.getByRole('link', { name: 'far below' }).click();
  await expect(heading).toBeInViewport();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => [...new Set(window.seen)])).toEqual(['Short', 'Long']);
  expect(await page.evaluate(() => window.parts)).toBeGreaterThan(2);
  const apart = await places();
  expect(apart).toHaveLength(asAtOnce.length);
  apart.forEach((top, index) => expect(Math.abs(top - asAtOnce[index]!)).toBeLessThan(2));

  // From its beginning, it is shown as soon as the first screen is laid out.
  await page.goBack();
  await expect(reader.getByRole('heading', { name: 'Short' })).toBeVisible();
  await page.evaluate(() => {
    const main = document.querySelector('.hm-reader')!;
    /** Of a section, once the title is shown. */
    window.ends = [];
    const look = (): void => {
      const title = [...main.querySelectorAll('h1')].find((one) => one.checkVisibility());
      if (title?.textContent === 'Long')
        window.ends.push(document.getElementById('section-59')!.checkVisibility());
      requestAnimationFrame(look);
    };
    look();
  });
  await reader.getByRole('link', { name: 'all of it' }).click();
  await expect(reader.locator('#section-59')).toBeVisible();
  const ends = await page.evaluate(() => window.ends);
  expect(ends[0]).toBe(false);
  await expect(reader.getByText('Section 0').last()).toBeInViewport();
  expect((await places()).map(Math.round)).toEqual(apart.map(Math.round));

  // What is wanted before all is laid out is laid out at once.
  await page.goBack();
  await expect(reader.getByRole('heading', { name: 'Short' })).toBeVisible();
  await page.evaluate(() => {
    const look = (): void => {
      const last = document.querySelector<HTMLElement>('.hm-reader a[href$="#section-59"]');
      if (last === null) requestAnimationFrame(look);
      else last.click();
    };
    look();
  });
  await reader.getByRole('link', { name: 'all of it' }).click();
  await expect(reader.locator('#section-59')).toBeInViewport();

  // Edited while somebody reads on in it, it keeps their place.
  await heading.scrollIntoViewIfNeeded();
  const before = await heading.boundingBox();
  const sections = Array.from({ length: SECTIONS }, section).join('\n');
  writeFileSync(join(notes, 'long.md'), `# Long\n\n${sections}\n\nOne line more.\n`);
  await expect(reader.getByText('One line more.')).toBeAttached();
  await expect(reader.locator('#section-59')).toBeVisible();
  expect(Math.abs((await heading.boundingBox())!.y - before!.y)).toBeLessThan(4);
  dev.stop('SIGTERM');
  await dev.ended;
});

test('a long note opens where the browser lacks a scheduler and a heading is named so', async ({
  box,
  page,
}) => {
  const notes = join(box, 'notes');
  mkdirSync(notes);
  writeFileSync(join(notes, 'short.md'), '# Short\n\n## Scheduler\n\nSee [far below](long.md#section-40).\n');
  writeFileSync(join(notes, 'long.md'), `# Long\n\n${Array.from({ length: SECTIONS }, section).join('\n')}`);
  const dev = start(['dev', 'notes', '--port', '0'], { cwd: box });
  const address = await dev.until(/http:\/\/localhost:\d+\//);
  // Of notes that were written just now there is news, and what failed would be read anew.
  await page.route('**/__hearthmap/live', (route) => route.abort());
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'scheduler'));
  await page.goto(`${address}notes/short/`);
  const reader = page.locator('.hm-reader');
  await expect(reader.locator('#scheduler')).toBeVisible();
  await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
  await reader.getByRole('link', { name: 'far below' }).click();
  await expect(reader.locator('#section-40')).toBeInViewport();

  // With its page it comes at once; it stays in sight while the app lays it out, and where it is scrolled to.
  await page.addInitScript(() => {
    window.seen = [];
    window.parts = 0;
    const isSeen = (one: Element): boolean => {
      const { x, y, height } = one.getBoundingClientRect();
      return document.elementFromPoint(x + 2, y + height / 2) === one;
    };
    const look = (): void => {
      const titles = [...document.querySelectorAll('h1')];
      if (titles.length > 0) window.seen.push(titles.find(isSeen)?.textContent ?? 'nothing');
      // Once the app is there.
      if (document.querySelector('.hm-reader') !== null)
        document.getElementById('hm-static')?.scrollTo(0, 20);
      requestAnimationFrame(look);
    };
    look();
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => (target as Element).matches('.hm-reader h2'))) window.parts++;
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
  });
  await page.goto(`${address}notes/long/`);
  await expect(reader.locator('#section-59')).toBeVisible();
  await expect(page.locator('#hm-static')).toHaveCount(0);
  expect(await page.evaluate(() => [...new Set(window.seen)])).toEqual(['Long']);
  expect(await page.evaluate(() => window.parts)).toBeGreaterThan(2);
  expect(await reader.evaluate(({ scrollTop }) => scrollTop)).toBe(20);
  dev.stop('SIGTERM');
  await dev.ended;
});
