/**
 * The first picture of the real blog's map: ours as it is published, and that of a page in Quartz's way, from the same
 * server, by the same browser, each with nothing in its cache.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { BLOG, CLI, hasBlog, NO_BLOG, temporary } from './blog.mjs';
import { bundlePages } from './drawing/bundle.mjs';
import { installPeers } from './drawing/peers.mjs';
import { servePages } from './drawing/serve-pages.mjs';
import { figure, median, unmeasured } from './figure.mjs';
import { measure } from './process.mjs';

/** @typedef {{ milliseconds: number, kilobytes: number, fonts: number }} Loaded `kilobytes` without the fonts */

const TIME = 'first picture of the blog’s map: time';
const BYTES = 'first picture of the blog’s map: bytes, fonts apart';

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function firstPicture({ rounds, tell }) {
  const nothing = (/** @type {string} */ reason) => [
    unmeasured(TIME, '× Quartz’s way', '<= 0.2', reason),
    unmeasured(BYTES, '× Quartz’s way', '<= 0.1', reason),
  ];
  if (!hasBlog) return nothing(NO_BLOG);
  tell('publishing the blog …');
  const folder = temporary('first-picture');
  const site = join(folder, 'site');
  await measure(['node', CLI, 'build', BLOG, '--out', site, '--no-cache', '--quiet']);
  const noPeers = installPeers(folder);
  if (noPeers !== null) {
    await rm(folder, { recursive: true, force: true });
    return nothing(noPeers);
  }
  const pages = await bundlePages(folder, ['quartz']);
  writeFileSync(join(pages, 'contentIndex.json'), JSON.stringify(contentsIndex(site)));

  const servers = [await servePages(site), await servePages(pages)];
  const [ours, theirs] = [`${servers[0]?.address}`, `${servers[1]?.address}quartz.html`];
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  /** @type {Record<'ours' | 'theirs' | 'unsettled', Loaded[]>} */
  const found = { ours: [], theirs: [], unsettled: [] };
  try {
    const least = Math.max(7, rounds);
    // The first round warms the server.
    for (let round = 0; round <= least; round++) {
      tell(`first picture of the blog’s map, round ${round} of ${least} …`);
      const loads = {
        ours: await load(browser, ours),
        theirs: await load(browser, theirs),
        unsettled: await load(browser, `${theirs}?unsettled`),
      };
      if (round === 0) continue;
      for (const key of /** @type {const} */ (['ours', 'theirs', 'unsettled'])) found[key].push(loads[key]);
    }
  } finally {
    await browser.close();
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  }
  const of = (/** @type {keyof typeof found} */ whose, /** @type {keyof Loaded} */ what) =>
    median(found[whose].map((one) => one[what]));
  return [
    figure(TIME, of('ours', 'milliseconds'), 'ms'),
    figure(
      `${TIME}, against 300 ticks`,
      of('ours', 'milliseconds') / of('theirs', 'milliseconds'),
      '× Quartz’s way',
      '<= 0.2',
    ),
    figure(
      `${TIME}, against no tick (a knot)`,
      of('ours', 'milliseconds') / of('unsettled', 'milliseconds'),
      '× Quartz’s way',
    ),
    figure(BYTES, of('ours', 'kilobytes'), 'kB'),
    figure('the fonts that come meanwhile (the other page has none)', of('ours', 'fonts'), 'kB'),
    figure(
      `${BYTES}, against`,
      of('ours', 'kilobytes') / of('theirs', 'kilobytes'),
      '× Quartz’s way',
      '<= 0.1',
    ),
  ];
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @returns {Promise<Loaded>} until the frame with the picture is on the screen
 */
async function load(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        if (list.getEntriesByName('hearthmap:map-drawn').length === 0) return;
        // The first frame shows the picture, the second begins when it is shown.
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('shown')));
      }).observe({ type: 'mark', buffered: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
    return await page.evaluate(() => {
      const milliseconds = performance.getEntriesByName('shown')[0]?.startTime ?? NaN;
      const loads = /** @type {PerformanceResourceTiming[]} */ ([
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ]).filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= milliseconds);
      const sum = (/** @type {boolean} */ fonts) =>
        loads.reduce(
          (all, { name, transferSize }) => all + (name.endsWith('.woff2') === fonts ? transferSize : 0),
          0,
        );
      return { milliseconds, kilobytes: sum(false) / 1000, fonts: sum(true) / 1000 };
    });
  } finally {
    await context.close();
  }
}

/**
 * Every note with its links and its whole text, as Quartz writes it.
 * @param {string} site
 */
export function contentsIndex(site) {
  const read = (/** @type {string[]} */ ...path) => JSON.parse(readFileSync(join(site, ...path), 'utf8'));
  /** @type {{ notes: { page: string, path: string, title: string, tags: string[] }[], references: { from: number, to: number | null }[] }} */
  const { notes, references } = read('graph.json');
  const folder = readdirSync(join(site, 'data')).find((name) => name.startsWith('texts.')) ?? '';
  /** @type {{ sections: { heading: string, text: string }[] }[]} */
  const texts = Array.from({ length: readdirSync(join(site, 'data', folder)).length }, (_, file) =>
    read('data', folder, `${file}.json`),
  ).flat();
  const links = notes.map(() => new Set());
  for (const { from, to } of references) {
    const target = to === null ? undefined : notes[to];
    if (target !== undefined) links[from]?.add(target.page);
  }
  return Object.fromEntries(
    notes.map(({ page, path, title, tags }, id) => [
      page,
      {
        slug: page,
        filePath: path,
        title,
        tags,
        links: [...(links[id] ?? [])],
        content: (texts[id]?.sections ?? []).map(({ heading, text }) => `${heading}\n${text}`).join('\n'),
      },
    ]),
  );
}
