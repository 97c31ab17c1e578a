/** What Lighthouse says of a note's page. It is fetched from the registry for this, so that no test needs it. */
import { spawn } from 'node:child_process';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { figure, unmeasured } from './figure.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = [
  ['accessibility', 'accessibility'],
  ['best-practices', 'best practices'],
  ['seo', 'SEO'],
];

/**
 * @param {string} address of the page
 * @param {(text: string) => void} tell
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function lighthouse(address, tell) {
  tell('asking Lighthouse about a note’s page …');
  const name = (/** @type {string} */ category) => `Lighthouse on a note’s page: ${category}`;
  const found = await report(address);
  return CATEGORIES.map(([key = '', category = '']) => {
    if (typeof found === 'string') return unmeasured(name(category), '', '= 100', found);
    return figure(name(category), Math.round(100 * (found.categories[key]?.score ?? NaN)), '', '= 100');
  });
}

/**
 * @param {string} address
 * @returns {Promise<{ categories: Record<string, { score: number }> } | string>} or why there is none
 */
async function report(address) {
  const child = spawn(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.map(([key]) => key).join()}`,
      `--chrome-flags=--headless=new ${BROWSER_ARGUMENTS.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: findBrowser() }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [told, wrong] = ['', ''];
  child.stdout.on('data', (chunk) => (told += chunk));
  child.stderr.on('data', (chunk) => (wrong += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) return `${LIGHTHOUSE} did not run: ${wrong.trim().split('\n').at(-1) ?? code}`;
  return JSON.parse(told);
}
