/** Opens a measured page, and asks the browser what it costs. */

/** @typedef {import('./page.mjs').Run} Run */
/**
 * @typedef {object} Opened
 * @property {import('@playwright/test').Page} page
 * @property {(run: 'move' | 'walk', least: number, time: number) => Promise<Cost>} moving
 * @property {(zoom: number, least: number, time: number) => Promise<Cost>} panning
 * @property {() => Promise<number>} heap MB after a collection: objects, and what typed arrays hold
 *
 * @typedef {Run & { cpu: number }} Cost `cpu`: milliseconds of the page's thread a frame, all that it does
 */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @returns {Promise<Opened>}
 */
export async function openPage(browser, address) {
  // A context of its own is a process of its own.
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.waitForFunction(() => Reflect.has(window, 'bench'));
  try {
    await page.evaluate(async () => {
      Reflect.set(window, 'opened', await Reflect.get(window, 'bench'));
    });
  } catch (error) {
    throw new Error(`${address}: ${errors.join(' ')} ${error instanceof Error ? error.message : error}`);
  }

  async function busy() {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  }
  /**
   * @param {string} name
   * @param {readonly unknown[]} words
   * @returns {Promise<Cost>}
   */
  async function cost(name, words) {
    await page.bringToFront();
    const before = await busy();
    /** @type {Run & { all: number }} */
    const run = await page.evaluate(
      ([call, rest]) => Reflect.get(window, 'opened')[call](...rest),
      /** @type {const} */ ([name, words]),
    );
    return { ...run, cpu: (1000 * ((await busy()) - before)) / run.all };
  }
  return {
    page,
    moving: (name, ...words) => cost(name, words),
    panning: (...words) => cost('pan', words),
    async heap() {
      for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage');
      /** @type {{ usedSize: number, backingStorageSize?: number }} */
      const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
      return (usedSize + backingStorageSize) / 1e6;
    },
  };
}
