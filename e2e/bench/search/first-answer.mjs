/** How soon a reader on a usual line has the first answer, and what was downloaded for it: ours, and Pagefind's on the same pages. */
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../../browser.mjs';
import { servePages } from '../drawing/serve-pages.mjs';
import { figure, median, unmeasured } from '../figure.mjs';

const QUERY = 'gaussian distribution';
/** 10 Mbit/s and 40 ms. */
export const LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
};
const PAGEFIND = 'pagefind@1.6.0';

/**
 * @typedef {{ titles: number, full: number, bytes: number }} Answered milliseconds from the key, and kB
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * @param {string} folder of the site
 * @param {import('../run.mjs').Settings} settings
 * @param {{ where?: string, goal?: string, pagefind?: boolean }} [options]
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function firstAnswers(folder, { rounds, tell }, options = {}) {
  const { where = '', goal = '<= 140', pagefind = true } = options;
  tell(`asking for the first time${where} …`);
  const hasPeer =
    pagefind &&
    spawnSync('npx', ['--yes', PAGEFIND, '--site', folder, '--silent'], { stdio: 'ignore' }).status === 0;
  const server = await servePages(folder);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  /** @type {Answered[]} */
  const own = [];
  /** @type {Answered[]} */
  const theirs = [];
  try {
    for (let round = 0; round < rounds; round++) {
      own.push(await inNewContext(browser, (page, watch) => askOurs(page, server.address, watch)));
      if (hasPeer)
        theirs.push(await inNewContext(browser, (page, watch) => askPagefind(page, server.address, watch)));
    }
  } finally {
    await browser.close();
    server.close();
  }
  const of = (/** @type {Answered[]} */ list, /** @type {keyof Answered} */ key) =>
    median(list.map((one) => one[key]));
  const bytes = figure(`bytes before the first full-text answer${where}`, of(own, 'bytes'), 'kB', goal);
  if (!pagefind) return [bytes];
  const reason = `${PAGEFIND} did not run: is the registry there?`;
  const [full, titles] = ['first answer of all texts', 'first answer of titles'];
  return [
    bytes,
    figure(full, of(own, 'full'), 'ms'),
    figure(titles, of(own, 'titles'), 'ms'),
    ...(hasPeer
      ? [
          figure('Pagefind: first answer', of(theirs, 'full'), 'ms'),
          figure('Pagefind: bytes before it', of(theirs, 'bytes'), 'kB'),
          figure(full, of(own, 'full') / of(theirs, 'full'), '× Pagefind', '<= 0.75'),
          figure(titles, of(own, 'titles') / of(theirs, 'full'), '× Pagefind', '<= 0.5'),
        ]
      : [
          unmeasured(full, '× Pagefind', '<= 0.75', reason),
          unmeasured(titles, '× Pagefind', '<= 0.5', reason),
        ]),
  ];
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page, watch: () => Promise<() => number>) => Promise<Answered>} ask
 */
async function inNewContext(browser, ask) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', LINE);
  let sum = 0;
  // Those of the worker too; what comes from the cache has no bytes on the line.
  context.on('response', (response) => {
    const length = Number(response.headers()['content-length'] ?? 0);
    const url = response.url();
    // Fonts are no part of the search.
    if (seen.has(url) || url.endsWith('.woff2')) return;
    seen.add(url);
    sum += length / 1000;
  });
  const seen = new Set();
  const answered = await ask(page, async () => {
    const start = sum;
    return () => sum - start;
  });
  await context.close();
  return answered;
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {() => Promise<() => number>} watch
 * @returns {Promise<Answered>}
 */
async function askOurs(page, address, watch) {
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
  const bytes = await watch();
  const found = await page.evaluate(async (query) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
    const start = performance.now();
    input.focus();
    input.value = query;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const until = async (/** @type {() => boolean} */ isSo) => {
      while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - start;
    };
    const hits = () => document.querySelectorAll('.hm-results .hm-hit-title').length > 0;
    const head = () => document.querySelector('.hm-list-head')?.textContent ?? '';
    const titles = await until(hits);
    const full = await until(() => hits() && !head().includes('titles'));
    return { titles, full };
  }, QUERY);
  return { ...found, bytes: bytes() };
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {() => Promise<() => number>} watch
 * @returns {Promise<Answered>}
 */
async function askPagefind(page, address, watch) {
  // Any page without a policy of its own that forbids WebAssembly.
  await page.route(`${address}asking`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  await page.goto(`${address}asking`);
  const bytes = await watch();
  const full = await page.evaluate(
    async ({ script, query }) => {
      const start = performance.now();
      const pagefind = await import(script);
      const { results } = await pagefind.search(query);
      await Promise.all(
        results.slice(0, 5).map((/** @type {{ data: () => Promise<unknown> }} */ hit) => hit.data()),
      );
      return performance.now() - start;
    },
    { script: `${address}pagefind/pagefind.js`, query: QUERY },
  );
  return { titles: full, full, bytes: bytes() };
}
