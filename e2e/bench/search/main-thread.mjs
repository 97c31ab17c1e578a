/** What a key of the search costs the page itself: its scripts, the worker aside. */
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../../browser.mjs';
import { servePages } from '../drawing/serve-pages.mjs';
import { figure } from '../figure.mjs';

/** Milliseconds from key to key: what a key sets off is over then. */
const PAUSE = 250;

/**
 * @param {string} folder of the site
 * @param {readonly string[]} queries typed letter by letter, one after the other
 * @param {(text: string) => void} tell
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function mainThread(folder, queries, tell) {
  tell('typing in a browser …');
  const server = await servePages(folder);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  /** @type {number[]} */
  const keys = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** Milliseconds of scripts since the page was opened. */
    const scripts = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
    };
    await page.goto(server.address);
    const field = page.getByRole('searchbox');
    // The index, and what shows hits.
    await field.fill('warm');
    await page.waitForTimeout(3000);
    for (const query of queries) {
      await field.fill('');
      await page.waitForTimeout(PAUSE);
      for (const letter of query) {
        const before = await scripts();
        await page.keyboard.type(letter);
        await page.waitForTimeout(PAUSE);
        keys.push((await scripts()) - before);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  const share = (/** @type {number} */ part) =>
    [...keys].sort((a, b) => a - b)[Math.floor(part * (keys.length - 1))] ?? NaN;
  return [
    figure('scripts of the page for a key, median', share(0.5), 'ms', '<= 4'),
    figure('scripts of the page for a key, 95th percentile', share(0.95), 'ms'),
  ];
}
