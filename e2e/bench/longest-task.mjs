/** The longest task of the page's own thread while the blog is loaded, searched and read: it must not hold anybody up. */
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { figure, median } from './figure.mjs';

const CATEGORIES = ['disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'];
/** Milliseconds in which what a step sets off is over. */
const AFTER = 1_500;

/** @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }} Event */

/**
 * Milliseconds of processor that the page's thread spent in its longest task. Time in which the machine gave the
 * processor to something else is not the page's.
 * @param {Buffer} trace as Chromium writes it
 */
function longest(trace) {
  /** @type {{ traceEvents: Event[] }} */
  const { traceEvents } = JSON.parse(trace.toString('utf8'));
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pages.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The browser told of no tasks.');
  return tasks.reduce((most, { dur = 0, tdur = dur }) => Math.max(most, tdur / 1000), 0);
}

/**
 * @param {string} address
 * @param {import('./run.mjs').Settings} settings
 */
export async function longestTasks(address, { rounds, tell }) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  /** @type {Record<'load' | 'type' | 'open', number[]>} */
  const found = { load: [], type: [], open: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      tell(`looking for long tasks of the page, round ${round + 1} of ${rounds} …`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      /** @type {(step: keyof typeof found, act: () => Promise<void>) => Promise<void>} */
      const during = async (step, act) => {
        await browser.startTracing(page, { categories: CATEGORIES });
        await act();
        await page.waitForTimeout(AFTER);
        found[step].push(longest(await browser.stopTracing()));
      };
      await during('load', async () => {
        await page.goto(address);
        await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
      });
      await during('type', async () => {
        await page.getByRole('searchbox').pressSequentially('gaussian distribution', { delay: 90 });
      });
      await during('open', () => page.locator('.hm-results li a').first().click());
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const name = 'longest task of the page, in ms of processor';
  return [
    figure(`${name}, while it loads`, median(found.load), 'ms', '<= 50'),
    figure(`${name}, while a query is typed`, median(found.type), 'ms', '<= 50'),
    figure(`${name}, while a note is opened`, median(found.open), 'ms', '<= 50'),
  ];
}
