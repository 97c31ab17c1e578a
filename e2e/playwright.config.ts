import { createServer, type AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, installedBrowser } from './browser.mjs';

/** Any free port; kept in the environment, as every worker reads this file again. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

process.env['HEARTHMAP_TEST_PORT'] ??= String(await freePort());
// Other tools read this file too: to install a browser is for `npm run e2e`, which names it here.
const browser = process.env['CHROME_PATH'] ?? installedBrowser();
const address = `http://127.0.0.1:${process.env['HEARTHMAP_TEST_PORT']}`;

export default defineConfig({
  testDir: '.',
  globalSetup: './hugo.mjs',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // A journey that fails is walked once more with a trace; that one which then passes is named as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    baseURL: `${address}/`,
    browserName: 'chromium',
    // What a test answers itself must reach the page; e2e/offline.spec.ts lets them in.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: BROWSER_ARGUMENTS, ...(browser === undefined ? {} : { executablePath: browser }) },
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  // The handbook as a static host would serve it; `npm run build` comes first.
  webServer: {
    command: 'node e2e/serve.mjs',
    cwd: '..',
    url: `${address}/site.json`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
