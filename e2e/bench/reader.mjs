/** The reader: how large the pages of the real blog are, and how long it takes until an opened note is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { BLOG, CLI, hasBlog, NO_BLOG, temporary } from './blog.mjs';
import { servePages } from './drawing/serve-pages.mjs';
import { figure, median, unmeasured } from './figure.mjs';
import { lighthouse } from './lighthouse.mjs';
import { measure } from './process.mjs';

/** Where the reader is at first. */
const FIRST_READ = 'posts/kbheigenvalue';
/** Short, long, with many formulas, with code. */
const OPENED = ['kbhlinear_map', 'kbhprobability', 'kbhfireside', 'kbhgaussian_distribution', 'kbhmatricies'];

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function figures({ rounds, tell }) {
  if (!hasBlog) return [unmeasured('everything about the blog', '', '', NO_BLOG)];
  tell('publishing the blog …');
  const folder = temporary('reader');
  const site = join(folder, 'site');
  await measure(['node', CLI, 'build', BLOG, '--out', site, '--no-cache', '--quiet']);
  const server = await servePages(site);
  try {
    return [
      ...pageSizes(site),
      failures(site),
      ...(await opening(site, server.address, rounds, tell)),
      ...(await lighthouse(`${server.address}notes/posts/${OPENED[0]}/`, tell)),
    ];
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} site */
function pageSizes(site) {
  const sizes = readdirSync(join(site, 'notes'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('index.html') && name !== 'index.html')
    .map((name) => gzipSync(readFileSync(join(site, 'notes', name))).length / 1000)
    .sort((a, b) => a - b);
  const share = (/** @type {number} */ part) => sizes[Math.floor(part * (sizes.length - 1))] ?? NaN;
  return [
    figure('a note’s page, gzip, median', share(0.5), 'kB', '<= 8'),
    figure('a note’s page, gzip, 99th percentile', share(0.99), 'kB', '<= 40'),
  ];
}

/** @param {string} site */
function failures(site) {
  /** @type {{ diagnostics: { code: string, message: string }[] }} */
  const { diagnostics } = JSON.parse(readFileSync(join(site, 'report.json'), 'utf8'));
  // A formula that occurs again fails again: each is told where it stands.
  const failed = diagnostics.filter(({ code }) => code === 'bad-math');
  return figure(
    'formulas that fail, each once',
    new Set(failed.map(({ message }) => message)).size,
    '',
    '<= 52',
  );
}

/**
 * @param {string} site
 * @param {string} address
 * @param {number} rounds
 * @param {(text: string) => void} tell
 */
async function opening(site, address, rounds, tell) {
  const slugs = OPENED.map((name) => `posts/${name}`).filter((slug) =>
    existsSync(join(site, 'notes', slug, 'index.html')),
  );
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const requests = [];
  let shift = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      tell(`opening notes, round ${round + 1} of ${rounds} …`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(() => {
        const told = /** @type {{ shift: number }} */ (/** @type {unknown} */ (window));
        told.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const found = /** @type {{ value: number, hadRecentInput: boolean }} */ (
              /** @type {unknown} */ (entry)
            );
            if (!found.hadRecentInput) told.shift += found.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${address}notes/${FIRST_READ}/`);
      await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
      // What is loaded later is no part of opening a note.
      await page.waitForTimeout(5_000);
      for (const slug of slugs) {
        const { time, count } = await page.evaluate(openNote, slug);
        times.push(time);
        requests.push(count);
      }
      shift = Math.max(
        shift,
        await page.evaluate(() => /** @type {{ shift: number }} */ (/** @type {unknown} */ (window)).shift),
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return [
    figure('opening a note, from its file to its text', median(times), 'ms', '<= 100'),
    figure('requests for a note that is opened, fonts and pictures apart', median(requests), '', '<= 1'),
    figure('layout shift while loading and reading', shift, '', '<= 0.001'),
  ];
}

/**
 * Runs in the page: follows the link to a note as a click does, and waits until its text has been painted.
 * @param {string} slug
 */
async function openNote(slug) {
  const entries = () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => !/\.(?:woff2|png|jpe?g|gif|svg|webp|css|js)$/.test(name));
  const before = entries().length;
  const link = document.createElement('a');
  link.href = new URL(`notes/${slug}/`, document.baseURI.replace(/notes\/.*$/, '')).href;
  const reader = /** @type {HTMLElement} */ (document.getElementById('hm-main'));
  const old = reader.querySelector('h1');
  reader.querySelector('.hm-body')?.append(link);
  link.click();
  while (reader.querySelector('h1') === old || reader.querySelector('.hm-skeleton') !== null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const now = performance.now();
  const own = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(link.href)).at(-1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { time: now - (own?.responseEnd ?? NaN), count: entries().length - before };
}
