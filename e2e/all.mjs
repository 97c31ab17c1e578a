/**
 * Everything that must hold, in one run: `npm test`. Stages that don't need each other run two at a time, as many as
 * the smallest machine has processors; each prints its heading, its time and, if it failed, its output. All of them
 * run, whatever fails. The last line is `N passed, N failed`: tests and stages.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, 'test-results');
const AT_ONCE = 2;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} words of `npm run`
 * @property {string[]} [after] stages whose success it needs
 * @property {boolean} [alone] measures time or needs both processors
 * @property {Record<string, string>} [env]
 * @property {() => Counts} [count] of its own tests
 *
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ stage: Stage, status: 'passed' | 'failed' | 'skipped', seconds: number, output: string, counts: Counts }} Result
 */

/** What reads and checks files leaves much behind: with more room for it, a twelfth less of the time goes into clearing it away. */
const ROOMY = {
  NODE_OPTIONS: [process.env['NODE_OPTIONS'], '--max-semi-space-size=64'].filter(Boolean).join(' '),
};

const UNIT = join(RESULTS, 'unit.json');
const E2E = join(RESULTS, 'e2e.json');

/** @type {Stage[]} */
const STAGES = [
  { name: 'build', words: ['build'] },
  { name: 'format', words: ['format:check'], env: ROOMY },
  { name: 'lint', words: ['lint'], env: ROOMY },
  { name: 'types', words: ['types'], env: ROOMY },
  { name: 'unused', words: ['unused'], env: ROOMY },
  { name: 'sizes', words: ['sizes'], after: ['build'] },
  {
    name: 'unit',
    words: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
    alone: true,
    count: countUnit,
  },
  {
    name: 'e2e',
    words: ['e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: E2E },
    after: ['build'],
    alone: true,
    count: countE2e,
  },
];

/** @returns {Counts} */
function countUnit() {
  const { numPassedTests, numFailedTests } = readJson(UNIT);
  return { passed: numPassedTests, failed: numFailedTests };
}

/** @returns {Counts} */
function countE2e() {
  const { stats, suites } = readJson(E2E);
  if (stats.flaky > 0)
    process.stdout.write(`\npassed at the second attempt only:\n${flaky(suites).join('\n')}\n`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/**
 * @typedef {{ file: string, title: string, tests: { status: string }[] }} Journey
 * @typedef {{ specs?: Journey[], suites?: Suite[] }} Suite
 * @param {readonly Suite[]} suites
 * @returns {string[]}
 */
function flaky(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `  ${file} › ${title}`),
    ...flaky(inner),
  ]);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * @param {Stage} stage
 * @returns {Promise<Result>}
 */
async function run(stage) {
  const start = performance.now();
  /** @type {Buffer[]} */
  const chunks = [];
  const code = await new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...stage.words], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...stage.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
    child.on('close', resolve);
  });
  const seconds = (performance.now() - start) / 1000;
  let counts = { passed: 0, failed: 0 };
  try {
    counts = stage.count?.() ?? counts;
  } catch (error) {
    // Without a report no test of the stage is known to have passed.
    chunks.push(Buffer.from(`No report of its tests: ${error instanceof Error ? error.message : error}\n`));
    return finish(stage, 'failed', seconds, chunks, counts);
  }
  return finish(stage, code === 0 ? 'passed' : 'failed', seconds, chunks, counts);
}

/**
 * @param {Stage} stage
 * @param {Result['status']} status
 * @param {number} seconds
 * @param {Buffer[]} chunks
 * @param {Counts} counts
 * @returns {Result}
 */
function finish(stage, status, seconds, chunks, counts) {
  const tests = stage.count === undefined ? '' : `, ${counts.passed} tests passed, ${counts.failed} failed`;
  process.stdout.write(`\n== ${stage.name}: ${status} (${seconds.toFixed(1)} s${tests})\n`);
  const output = Buffer.concat(chunks).toString('utf8');
  if (status !== 'passed') process.stdout.write(`${output.trimEnd()}\n`);
  return { stage, status, seconds, output, counts };
}

/** @returns {Promise<Result[]>} */
async function runAll() {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const waiting = [...STAGES];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  while (waiting.length > 0 || running.size > 0) {
    for (const stage of [...waiting]) {
      const needed = (stage.after ?? []).map((name) => results.get(name));
      if (needed.includes(undefined)) continue;
      if (needed.some((result) => result?.status !== 'passed')) {
        const why = Buffer.from(`needs ${stage.after?.join(', ')}, which did not pass\n`);
        results.set(stage.name, finish(stage, 'skipped', 0, [why], { passed: 0, failed: 0 }));
        waiting.splice(waiting.indexOf(stage), 1);
        continue;
      }
      if (running.size >= (stage.alone === true ? 1 : AT_ONCE)) continue;
      if ([...running.keys()].some((name) => STAGES.find((other) => other.name === name)?.alone)) continue;
      waiting.splice(waiting.indexOf(stage), 1);
      const done = run(stage).then((result) => {
        results.set(stage.name, result);
        running.delete(stage.name);
      });
      running.set(stage.name, done);
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  return [...results.values()];
}

const start = performance.now();
mkdirSync(RESULTS, { recursive: true });
for (const report of [UNIT, E2E]) rmSync(report, { force: true });
const results = await runAll();

const failed = results.filter((result) => result.status !== 'passed');
process.stdout.write(`\nIn ${((performance.now() - start) / 1000).toFixed(0)} s. `);
process.stdout.write(
  failed.length === 0
    ? 'All is well.\n'
    : `Not passed: ${failed.map(({ stage }) => stage.name).join(', ')}.\n`,
);
const sum = (/** @type {'passed' | 'failed'} */ key) =>
  results.reduce((count, { counts }) => count + counts[key], 0);
process.stdout.write(
  `${sum('passed') + results.length - failed.length} passed, ${sum('failed') + failed.length} failed\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
