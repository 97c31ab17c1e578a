/** What the map costs in a post of the real blog: ours in its element, beside a page that shows the same in Quartz's way. */
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { BLOG, CLI, hasBlog, NO_BLOG, temporary } from './blog.mjs';
import { bundlePages } from './drawing/bundle.mjs';
import { installPeers } from './drawing/peers.mjs';
import { servePages } from './drawing/serve-pages.mjs';
import { figure, median, unmeasured } from './figure.mjs';
import { contentsIndex } from './first-picture.mjs';
import { measure } from './process.mjs';
import { LINE } from './search/first-answer.mjs';

const NOTE = 'posts/kbhprobability';
const SCRIPT = '<script type="module" src="embed.js"></script>';
const ELEMENT = `<hearth-map note="${NOTE}"><a href="./">The map</a></hearth-map>`;
const LOADER = 'the script of <hearth-map>, gzip';
const WHOLE = 'the map around a note, with all that it loads, gzip';
const BELOW = 'requests beside the script while the map is below the fold';
const BYTES = 'first picture of it: bytes, against';
const TIME = 'first picture of it: time, 10 Mbit/s, against';
const NEAR = 'first picture of it: time from this machine, against';

const KEYS = /** @type {const} */ (['ours', 'theirs', 'oursNear', 'theirsNear']);

/** @typedef {{ milliseconds: number, kilobytes: number, script: number }} Loaded */

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function figures({ rounds, tell }) {
  if (!hasBlog) return [unmeasured('everything about the element', '', '', NO_BLOG)];
  tell('publishing the blog …');
  const folder = temporary('embed');
  const site = join(folder, 'site');
  await measure(['node', CLI, 'build', BLOG, '--out', site, '--no-cache', '--quiet']);
  const page = (/** @type {string} */ body) =>
    `<!doctype html><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,"><body>${body}`;
  writeFileSync(join(site, 'post.html'), page(SCRIPT + ELEMENT));
  writeFileSync(join(site, 'long-post.html'), page(`${SCRIPT}<div style="height: 400vh"></div>${ELEMENT}`));
  const noPeers = installPeers(folder);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  const ours = await servePages(site);
  /** @type {{ address: string, close: () => void } | null} */
  let theirs = null;
  /** @type {Record<typeof KEYS[number], Loaded[]>} */
  const found = { ours: [], theirs: [], oursNear: [], theirsNear: [] };
  try {
    if (noPeers === null) {
      const pages = await bundlePages(folder, ['quartz']);
      writeFileSync(join(pages, 'contentIndex.json'), JSON.stringify(contentsIndex(site)));
      theirs = await servePages(pages);
    }
    const least = Math.max(7, rounds);
    // The first round warms the servers.
    for (let round = 0; round <= least; round++) {
      tell(`first picture of the map in a post, round ${round} of ${least} …`);
      const [own, peer] = [
        `${ours.address}post.html`,
        `${theirs?.address}quartz.html?unsettled&note=notes/${NOTE}/`,
      ];
      const loads = {
        ours: await load(browser, own, LINE),
        theirs: theirs === null ? null : await load(browser, peer, LINE),
        oursNear: await load(browser, own, null),
        theirsNear: theirs === null ? null : await load(browser, peer, null),
      };
      if (round === 0) continue;
      for (const key of KEYS) if (loads[key] !== null) found[key].push(loads[key]);
    }
    tell('opening a post with the map below the fold …');
    const below = await requestsOf(browser, `${ours.address}long-post.html`);
    const of = (/** @type {keyof typeof found} */ whose, /** @type {keyof Loaded} */ what) =>
      median(found[whose].map((one) => one[what]));
    const against = (
      /** @type {string} */ name,
      /** @type {number} */ own,
      /** @type {number} */ peer,
      /** @type {string} */ goal,
    ) =>
      noPeers === null
        ? figure(name, own / peer, '× Quartz’s way', goal)
        : unmeasured(name, '× Quartz’s way', goal, noPeers);
    return [
      figure(LOADER, of('ours', 'script'), 'kB', '<= 3'),
      figure(WHOLE, of('ours', 'kilobytes'), 'kB', '<= 45'),
      figure(BELOW, below.filter((path) => !/(?:long-post\.html|embed\.js)$/.test(path)).length, '', '= 0'),
      against(BYTES, of('ours', 'kilobytes'), of('theirs', 'kilobytes'), '<= 0.125'),
      figure('first picture of it: time, 10 Mbit/s', of('ours', 'milliseconds'), 'ms'),
      against(TIME, of('ours', 'milliseconds'), of('theirs', 'milliseconds'), '<= 0.25'),
      figure('first picture of it: time from this machine', of('oursNear', 'milliseconds'), 'ms'),
      against(NEAR, of('oursNear', 'milliseconds'), of('theirsNear', 'milliseconds'), ''),
    ];
  } finally {
    await browser.close();
    ours.close();
    theirs?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {typeof LINE | null} line
 * @returns {Promise<Loaded>} until the picture is on the screen; the page itself aside, which an author has anyway
 */
async function load(browser, address, line) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    if (line !== null) await client.send('Network.emulateNetworkConditions', line);
    /** @type {Map<string, number>} */
    const loads = new Map();
    // Of bodies as the host packed them, in the frame too.
    page.on('response', (response) => {
      const length = Number(response.headers()['content-length'] ?? NaN);
      if (response.url() !== address && response.url().startsWith('http')) loads.set(response.url(), length);
    });
    await page.addInitScript(() => {
      if (top !== window) return;
      const shown = () => requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('shown')));
      addEventListener('hearth-ready', shown);
      new PerformanceObserver((list) => {
        if (list.getEntriesByName('hearthmap:map-drawn').length > 0) shown();
      }).observe({ type: 'mark', buffered: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0);
    const milliseconds = await page.evaluate(
      () => performance.getEntriesByName('shown')[0]?.startTime ?? NaN,
    );
    const sum = (/** @type {(url: string) => boolean} */ keep) =>
      [...loads].reduce((all, [url, bytes]) => all + (keep(url) ? bytes : 0), 0) / 1000;
    return {
      milliseconds,
      kilobytes: sum(() => true),
      script: sum((url) => url.endsWith('/embed.js')),
    };
  } finally {
    await context.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
async function requestsOf(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.waitForTimeout(1_500);
  await page.close();
  return asked.filter((url) => url.startsWith('http'));
}
