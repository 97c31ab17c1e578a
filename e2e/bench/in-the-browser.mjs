/** What a reader downloads until the map of the blog is drawn, and how long the page is held up. */
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { BLOG, CLI } from './blog.mjs';
import { figure } from './figure.mjs';
import { longestTasks } from './longest-task.mjs';

/** @param {import('./run.mjs').Settings} settings */
export async function inTheBrowser(settings) {
  const { tell } = settings;
  tell('opening the blog in a browser …');
  const server = spawn('node', [CLI, 'dev', BLOG, '--port', '4791'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/[\w.:[\]]+\//.exec(text);
      if (found !== null) resolve(found[0]);
    });
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    /** @type {Map<string, { url: string, bytes: number }>} */
    const loads = new Map();
    client.on('Network.responseReceived', ({ requestId, response }) =>
      loads.set(requestId, { url: response.url, bytes: 0 }),
    );
    // Of bodies: how long a host's headers are is its own affair.
    client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const load = loads.get(requestId);
      if (load !== undefined) load.bytes += encodedDataLength;
    });
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
    const all = [...loads.values()];
    const sum = (/** @type {(url: string) => boolean} */ keep) =>
      all.filter(({ url }) => keep(url)).reduce((total, { bytes }) => total + bytes, 0) / 1000;
    const isFont = (/** @type {string} */ url) => url.endsWith('.woff2');
    return [
      figure(
        'bytes until the map is drawn, gzip, fonts apart',
        sum((url) => !isFont(url)),
        'kB',
        '<= 120',
      ),
      figure(
        'JavaScript until the map is drawn, gzip',
        sum((url) => url.endsWith('.js')),
        'kB',
        '<= 60',
      ),
      figure(
        'requests of the search index until then',
        all.filter(({ url }) => url.includes('/search.')).length,
        '',
        '= 0',
      ),
      ...(await longestTasks(address, settings)),
    ];
  } finally {
    await browser.close();
    server.kill('SIGINT');
  }
}
