/**
 * Where notes stand: the charge and the whole placement beside d3-force's own, in the same run on the same graphs, and
 * the placement's growth. Times are CPU; ratios are of medians.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { build } from 'vite';
import { NO_BLOG, ROOT, temporary } from './blog.mjs';
import { figure, median, unmeasured } from './figure.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {import('../../src/layout/fixtures/graphs.ts').TestGraph} TestGraph */
/** @typedef {{ x: ArrayLike<number>, y: ArrayLike<number> }} Points */
/**
 * @typedef {object} Layout The project's own modules, built for Node.
 * @property {typeof import('../../src/layout/charge.ts').forceCharge} forceCharge
 * @property {typeof import('../../src/layout/place.ts').placeGraph} placeGraph
 * @property {typeof import('../../src/layout/local.ts').placeLocal} placeLocal
 * @property {typeof import('../../src/indexer/map/regions.ts').findRegions} findRegions
 * @property {typeof import('../../src/layout/fixtures/graphs.ts').syntheticGarden} syntheticGarden
 * @property {typeof import('../../src/layout/fixtures/blog.ts').blogGraph} blogGraph
 * @property {typeof import('../../src/layout/fixtures/stress.ts').sampledStress} sampledStress
 */

const ANSWERS = join(ROOT, '..', 'shared', 'corpora', 'jemoka.hugo.json');
const MODULES = [
  'layout/charge',
  'layout/place',
  'layout/local',
  'layout/fixtures/graphs',
  'layout/fixtures/blog',
  'layout/fixtures/stress',
  'indexer/map/regions',
];

/** Seeds that nothing was tuned on. */
const SEEDS = [101, 202, 303];

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<Figure[]>}
 */
export async function layoutFigures({ rounds, tell }) {
  const layout = await load();
  const least = Math.max(7, rounds);
  const answers = existsSync(ANSWERS) ? JSON.parse(readFileSync(ANSWERS, 'utf8')) : null;
  const blog = answers && layout.blogGraph(answers);
  const middle = SEEDS.map((seed) => layout.syntheticGarden(10_000, 25_000, seed));
  const large = layout.syntheticGarden(100_000, 250_000, 101);
  const names = {
    blog: 'the blog',
    middle: '10k notes, 25k links',
    large: '100k notes, 250k links',
  };
  /** @type {Figure[]} */
  const all = [];

  tell('placing the large garden …');
  const placed = {
    middle: timed(() => place(layout, /** @type {TestGraph} */ (middle[0]))),
    large: timed(() => place(layout, large)),
  };
  tell('a tick of the charge beside d3’s …');
  if (blog) all.push(tickRatio(layout, place(layout, blog).at, names.blog, 10, least, '<= 0.125'));
  else all.push(unmeasured(tickName(names.blog), '× d3', '<= 0.125', NO_BLOG));
  all.push(tickRatio(layout, placed.middle.value.at, names.middle, 2, least, '<= 0.0833'));
  all.push(tickRatio(layout, placed.large.value.at, names.large, 1, least, '<= 0.05'));

  tell(`placing the blog beside d3’s 300 ticks, ${least} rounds …`);
  if (blog) all.push(...wholeRatio(layout, names.blog, new Array(least).fill(blog)));
  else all.push(unmeasured(`whole layout, ${names.blog}`, '× d3', '<= 0.125', NO_BLOG));
  tell('placing 10k notes beside d3’s 300 ticks, three seeds …');
  all.push(...wholeRatio(layout, `${names.middle}, three seeds`, middle));

  const [cpuMiddle, cpuLarge] = [placed.middle.cpu, placed.large.cpu];
  all.push(
    figure(`whole layout with regions, ${names.large}: CPU`, cpuLarge / 1000, 's', '<= 15'),
    // Ten times the nodes, and log 100k / log 10k.
    figure('whole layout [n log n]: growth from 10k to 100k, of 12.5', cpuLarge / cpuMiddle, '×', '<= 15'),
    local(layout, least),
  );
  return all;
}

/** @returns {Promise<Layout>} */
async function load() {
  const folder = temporary('layout');
  try {
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        rollupOptions: {
          input: Object.fromEntries(MODULES.map((name) => [name, join(ROOT, 'src', `${name}.ts`)])),
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    });
    const loaded = await Promise.all(
      MODULES.map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
    );
    return Object.assign({}, ...loaded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {() => T} run
 * @returns {{ value: T, cpu: number }} milliseconds
 */
function timed(run) {
  const before = process.cpuUsage();
  const value = run();
  const used = process.cpuUsage(before);
  return { value, cpu: (used.user + used.system) / 1000 };
}

/**
 * As the build does it: regions first.
 * @param {Layout} layout
 * @param {TestGraph & { occurrences?: { from: readonly number[], to: readonly number[] } }} graph
 */
function place(layout, graph) {
  const titles = new Array(graph.nodeCount).fill('');
  const { community } = layout.findRegions({ titles, ...(graph.occurrences ?? graph) });
  return { at: layout.placeGraph({ ...graph, community }) };
}

/** @param {string} graph */
function tickName(graph) {
  return `charge, a tick at theta 0.9 [n log n], ${graph}`;
}

/**
 * @param {Layout} layout
 * @param {Points} at
 * @param {string} graph
 * @param {number} ticks of ours a round
 * @param {number} rounds
 * @param {string} goal
 */
function tickRatio(layout, at, graph, ticks, rounds, goal) {
  const nodes = Array.from(at.x, (x, index) => ({ x, y: Number(at.y[index]), vx: 0, vy: 0, index }));
  const ours = layout.forceCharge();
  const theirs = forceManyBody();
  ours.initialize?.(nodes, () => 0.5);
  theirs.initialize(nodes, () => 0.5);
  /** @type {number[][]} */
  const times = [[], []];
  // The first round warms both up. Heat of a billionth: both meet the same positions in each round.
  for (let round = 0; round <= rounds; round++) {
    const own = timed(() => {
      for (let tick = 0; tick < ticks; tick++) ours(1e-9);
    });
    const other = timed(() => theirs(1e-9));
    if (round === 0) continue;
    times[0]?.push(own.cpu / ticks);
    times[1]?.push(other.cpu);
  }
  return figure(tickName(graph), median(times[0] ?? []) / median(times[1] ?? []), '× d3', goal);
}

/**
 * @param {Layout} layout
 * @param {string} name
 * @param {readonly TestGraph[]} graphs one a round
 */
function wholeRatio(layout, name, graphs) {
  /** @type {{ ours: number[], theirs: number[], stress: number[] }} */
  const found = { ours: [], theirs: [], stress: [] };
  for (const graph of graphs) {
    const ours = timed(() => place(layout, graph));
    const theirs = timed(() => placeByD3(graph));
    found.ours.push(ours.cpu);
    found.theirs.push(theirs.cpu);
    found.stress.push(
      layout.sampledStress(graph, ours.value.at, 100, 7) / layout.sampledStress(graph, theirs.value, 100, 7),
    );
  }
  return [
    figure(
      `whole layout with regions, ${name}`,
      median(found.ours) / median(found.theirs),
      '× d3',
      '<= 0.125',
    ),
    figure(`its sampled stress, ${name} (the worst)`, Math.max(...found.stress), '× d3', '<= 1'),
  ];
}

/**
 * d3-force's own way with a graph that is not connected: links, charge, and a pull to each axis; 300 ticks.
 * @param {TestGraph} graph
 * @returns {Points}
 */
function placeByD3({ nodeCount, from, to }) {
  /** @type {{ x: number, y: number }[]} */
  const nodes = Array.from({ length: nodeCount }, () => ({ x: NaN, y: NaN }));
  forceSimulation(nodes)
    .stop()
    .force('link', forceLink(from.map((source, index) => ({ source, target: Number(to[index]) }))))
    .force('charge', forceManyBody())
    .force('x', forceX())
    .force('y', forceY())
    .tick(300);
  return { x: nodes.map(({ x }) => x), y: nodes.map(({ y }) => y) };
}

/**
 * @param {Layout} layout
 * @param {number} rounds
 */
function local(layout, rounds) {
  const graph = layout.syntheticGarden(200, 600, 101);
  const at = layout.placeGraph(graph);
  const times = Array.from(
    { length: rounds },
    () => timed(() => layout.placeLocal({ ...graph, ...at, centre: 0 })).cpu,
  );
  return figure('local layout, 200 notes and 600 links', median(times), 'ms', '<= 30');
}
