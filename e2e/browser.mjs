/**
 * Finds a Chromium, or installs Debian's, and runs what follows `--` with its path in CHROME_PATH.
 *
 *   node e2e/browser.mjs                      prints the path
 *   node e2e/browser.mjs -- playwright test   runs a command of this project's packages
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { installFromDebian } from './debian.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The headless shell first: the same engine without windows of its own, and tests take two thirds of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const WHAT_TO_DO = `No Chromium was found. Do one of these, then run this again:
  - install Chromium or Chrome so that "chromium" or "google-chrome" is a command;
  - npx playwright install chromium
  - set CHROME_PATH to the browser's program`;

/** What a Chromium of a test must not do: reach out by itself, or keep a sandbox that root can't have. */
export const BROWSER_ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a graphics card, a process of its own to draw takes a seventh of the time of all tests.
  '--in-process-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Path of a Chromium's program; on Debian as root it is installed where there is none.
 * @throws {Error} that says what to do
 */
export function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`CHROME_PATH is "${named}", which is no program. Correct it or leave it away.`);
  }
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (installFromDebian('Chromium', ['chromium-headless-shell', 'chromium'])) {
    const fresh = installedBrowser();
    if (fresh !== undefined) return fresh;
  }
  throw new Error(WHAT_TO_DO);
}

/** Path of a Chromium that is there already. */
export function installedBrowser() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, MAC, chromium.executablePath()].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function main() {
  const dashes = process.argv.indexOf('--');
  const browser = findBrowser();
  const [command, ...words] = dashes < 0 ? [] : process.argv.slice(dashes + 1);
  if (command === undefined) {
    process.stdout.write(`${browser}\n`);
    return;
  }
  const child = spawn(command, words, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHROME_PATH: browser,
      PATH: [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    },
  });
  child.on('error', (error) => fail(`"${command}" did not start: ${error.message}`));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
