/**
 * Compares our reading of a folder of notes with Hugo's, page by page, and prints the first differences.
 *
 *   npm run conformance                          the blog beside the project, else the handbook
 *   npm run conformance -- FOLDER                any Hugo folder
 *   npm run conformance -- --limit 20            so many differences of each kind are printed
 *   npm run conformance -- --json FILE           writes all of them
 *
 * Ends with 0 where each kind is equal on 99.5 % of the notes, else with 1.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { BLOG, CLI, hasBlog, ROOT } from './blog.mjs';
import { comparePages, KINDS } from './conformance/compare.mjs';
import { copyForHugo, hugoPages, hugoVersion } from './conformance/hugo-pages.mjs';
import { ourPages } from './conformance/our-pages.mjs';
import { figure, isReached } from './figure.mjs';

const GOAL = '>= 99.5';

/** @type {Record<import('./conformance/compare.mjs').Kind, string>} */
const TOLD = {
  page: 'both have a page',
  permalink: 'permalink',
  ids: 'levels and ids of headings',
  text: 'text, white space and footnote marks aside',
  math: 'TeX as MathJax reads it, curled quotes undone',
  tags: 'sequence of tags',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '3' }, json: { type: 'string' } },
});
const limit = Number(values.limit);
const folder = resolve(positionals[0] ?? (hasBlog ? BLOG : join(ROOT, 'content')));
const problem = !existsSync(folder)
  ? `There is no folder "${folder}". Name one that Hugo can build.`
  : hugoVersion() === null
    ? 'Hugo is not installed. On Debian: apt-get install hugo'
    : !existsSync(CLI)
      ? 'Run "npm run build" first: what is compared is the built command.'
      : !Number.isInteger(limit) || limit < 0
        ? `--limit ${values.limit} is no number of differences.`
        : null;
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}

/** @param {string} text */
const tell = (text) => void process.stderr.write(`${text}\n`);
/** @type {{ module: typeof import('../../src/indexer/sanitise/sanitise-rules.ts') }} */
const { module: sanitiser } = await runnerImport(
  join(ROOT, 'src', 'indexer', 'sanitise', 'sanitise-rules.ts'),
);
const [hugo, ours] = await readBoth().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

const { notes, differences, aside } = comparePages(hugo, ours, new Set(sanitiser.ALLOWED_TAGS));
const figures = KINDS.map((kind) => {
  const found = differences.filter((difference) => difference.kind === kind);
  const equal = notes - found.length;
  const measured = figure(TOLD[kind], (100 * equal) / Math.max(notes, 1), '%', GOAL);
  const mark = isReached(measured) ? '✓' : '✗';
  console.log(
    `${mark} ${TOLD[kind].padEnd(48)} ${String(equal).padStart(6)} of ${notes}  ${measured.value} %`,
  );
  return measured;
});
const named = [...aside].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
console.log(`Tags of Hugo's that are not compared: ${named.join(', ') || 'none'}`);

for (const kind of KINDS) {
  const found = differences.filter((difference) => difference.kind === kind);
  if (found.length > 0) console.log(`\n${TOLD[kind]}: ${found.length} differ`);
  for (const { path, hugo: theirs, ours: own } of found.slice(0, limit)) {
    console.log(`  ${path}\n    Hugo: ${oneLine(theirs)}\n    ours: ${oneLine(own)}`);
  }
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ figures, differences }, null, 2)}\n`);
process.exitCode = figures.every((measured) => isReached(measured) !== false) ? 0 : 1;

/**
 * @typedef {import('./conformance/hugo-pages.mjs').Page} Page
 * @returns {Promise<[hugo: Map<string, Page>, ours: Map<string, Page>]>}
 */
async function readBoth() {
  const copy = copyForHugo(folder);
  try {
    tell(`${hugoVersion()} reads ${folder} …`);
    const theirs = hugoPages(copy);
    tell('Hearthmap reads it …');
    return [theirs, await ourPages(copy)];
  } finally {
    rmSync(dirname(copy), { recursive: true, force: true });
  }
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ');
}
