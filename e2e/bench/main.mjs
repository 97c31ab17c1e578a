/** The main job: a real blog indexed, compared with Hugo in the same run, and opened in a browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BLOG, CLI, copyBlog, growBlog, hasBlog, NO_BLOG, temporary } from './blog.mjs';
import { inTheBrowser } from './in-the-browser.mjs';
import { figure, median, unmeasured } from './figure.mjs';
import { measure } from './process.mjs';
import { measureRebuild } from './rebuild.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<Figure[]>}
 */
export async function figures(settings) {
  if (!existsSync(CLI)) throw new Error('Run "npm run build" first: what is measured is the built command.');
  if (!hasBlog) return [unmeasured('everything about the blog', '', '', NO_BLOG)];
  return [
    ...references(settings),
    ...(await builds(settings)),
    ...(await inTheBrowser(settings)),
    ...(await growth(settings)),
  ];
}

/** @param {import('./run.mjs').Settings} settings */
function references({ tell }) {
  tell('comparing every reference with Hugo’s answers …');
  const run = spawnSync('npx', ['vitest', 'run', 'src/indexer/hugo.test.ts', '--reporter=json'], {
    encoding: 'utf8',
  });
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  return [
    figure('comparisons with Hugo that differ (of 4: see hugo.test.ts)', report.numFailedTests, '', '= 0'),
  ];
}

/** @param {import('./run.mjs').Settings} settings */
async function builds({ rounds, tell }) {
  const blog = copyBlog();
  const hasHugo = spawnSync('hugo', ['version']).status === 0;
  const reason = 'Hugo is not installed (on Debian: apt-get install hugo)';
  /** @type {Record<'hugo' | 'cold' | 'warm', import('./process.mjs').Used[]>} */
  const runs = { hugo: [], cold: [], warm: [] };
  for (let round = 0; round <= rounds; round++) {
    tell(`building the blog, round ${round} of ${rounds} …`);
    // New folders for each of them: what was just deleted makes writing slow for a while.
    const out = join(temporary('site'), 'site');
    const cache = temporary('cache');
    const build = ['node', CLI, 'build', blog, '--out', out, '--cache', cache, '--quiet', '--timings'];
    const cold = await measure(build);
    const warm = await measure(build);
    const hugo = hasHugo ? await measure(['hugo', '--quiet', '-s', blog, '-d', temporary('hugo')]) : null;
    // The first round warms the disk.
    if (round === 0) continue;
    runs.cold.push(cold);
    runs.warm.push(warm);
    if (hugo !== null) runs.hugo.push(hugo);
  }
  tell(runs.cold.at(-1)?.output.trimEnd() ?? '');
  const rebuild = await measureRebuild(blog, rounds, tell);
  rmSync(blog, { recursive: true, force: true });

  const of = (/** @type {import('./process.mjs').Used[]} */ list, /** @type {'cpu' | 'wall'} */ key) =>
    median(list.map((used) => used[key]));
  /** @type {(name: string, value: number, base: 'cpu' | 'wall', goal: string) => Figure} */
  const ratio = (name, value, base, goal) =>
    hasHugo
      ? figure(name, value / of(runs.hugo, base), '× Hugo', goal)
      : unmeasured(name, '× Hugo', goal, reason);
  return [
    figure('cold build, CPU', of(runs.cold, 'cpu'), 's'),
    figure('cold build, wall', of(runs.cold, 'wall'), 's'),
    ...(hasHugo
      ? [figure('Hugo, CPU', of(runs.hugo, 'cpu'), 's'), figure('Hugo, wall', of(runs.hugo, 'wall'), 's')]
      : []),
    ratio('cold build, CPU', of(runs.cold, 'cpu'), 'cpu', '<= 4'),
    ratio('cold build, wall', of(runs.cold, 'wall'), 'wall', '<= 4'),
    figure('cold build, peak memory', Math.max(...runs.cold.map(({ memory }) => memory)), 'MB', '<= 600'),
    ratio('build of unchanged notes, CPU', of(runs.warm, 'cpu'), 'cpu', '<= 0.5'),
    ratio('rebuild in dev after one edit, CPU', rebuild, 'cpu', '<= 0.15'),
  ];
}

/** @param {import('./run.mjs').Settings} settings */
async function growth({ fifty, tell }) {
  /** @type {(folder: string) => Promise<number>} CPU seconds without the layout and the start of the program */
  const indexTime = async (folder) => {
    const out = join(temporary('site'), 'site');
    const { output, cpu } = await measure([
      'node',
      CLI,
      'build',
      folder,
      '--out',
      out,
      '--no-cache',
      '--json',
    ]);
    const summary = JSON.parse(output.slice(output.lastIndexOf('\n{') + 1));
    rmSync(out, { recursive: true, force: true });
    /** @type {(name: string) => number | undefined} */
    const took = (name) =>
      summary.stages.find((/** @type {{ name: string }} */ stage) => stage.name === name)?.milliseconds;
    return cpu - (took('Drawing the map, on a thread') ?? took('Drawing the map') ?? 0) / 1000;
  };
  tell('indexing the blog at 1× …');
  const once = median([await indexTime(BLOG), await indexTime(BLOG), await indexTime(BLOG)]);
  const found = [];
  for (const times of [10, ...(fifty ? [50] : [])]) {
    tell(`indexing the blog at ${times}× …`);
    const large = growBlog(times);
    found.push(
      figure(
        `index time at ${times}×, layout apart, against ${times} times 1× [linear]`,
        (await indexTime(large)) / once / times,
        '×',
        '<= 1.2',
      ),
    );
    rmSync(large, { recursive: true, force: true });
  }
  if (!fifty) found.push(unmeasured('index time at 50× [linear]', '×', '<= 1.2', 'asked for by --fifty'));
  return found;
}
