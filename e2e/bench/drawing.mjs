/**
 * How the map is drawn, beside sigma on the same graphs. JavaScript is measured with WebGL2 whose drawing calls do
 * nothing, as if a graphics card took no time; frames a second with the renderer that each takes where Chromium has only
 * a software rasteriser. Pages take turns; values are medians of the rounds, ratios of medians.
 */
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.mjs';
import { temporary } from './blog.mjs';
import { bundlePages } from './drawing/bundle.mjs';
import { syntheticMap } from './drawing/graphs.mjs';
import { openPage } from './drawing/open-page.mjs';
import { installPeers } from './drawing/peers.mjs';
import { pointing } from './drawing/pointing.mjs';
import { servePages } from './drawing/serve-pages.mjs';
import { figure, median, unmeasured } from './figure.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {import('./drawing/open-page.mjs').Cost} Cost */
/** @typedef {import('./drawing/open-page.mjs').Opened} Opened */
/** @typedef {'empty' | 'hearthmap' | 'sigma'} Name */
/**
 * @typedef {object} Bench
 * @property {(name: Name, size: Size, stubbed: boolean) => Promise<Opened>} open
 * @property {string | null} noSigma why there is none
 * @property {number} rounds
 * @property {(text: string) => void} tell
 */
/** @typedef {keyof typeof SIZES} Size */

const SIZES = { '10k': { nodes: 10_000, links: 25_000 }, '100k': { nodes: 100_000, links: 250_000 } };
const SEED = 404;
const NEAR = 8;
/** Frames and milliseconds a round at least. */
const SHORT = /** @type {const} */ ([30, 500]);

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<Figure[]>}
 */
export async function drawingFigures({ rounds, tell }) {
  const folder = temporary('drawing');
  tell('fetching and bundling what the map is compared with …');
  const noSigma = installPeers(folder);
  /** @type {Name[]} */
  const names = ['empty', 'hearthmap', ...(noSigma === null ? /** @type {const} */ (['sigma']) : [])];
  const pages = await bundlePages(folder, names);
  for (const [size, { nodes, links }] of Object.entries(SIZES)) {
    tell(`drawing a garden of ${size} notes …`);
    writeFileSync(join(pages, `${size}.json`), JSON.stringify(await syntheticMap(nodes, links, SEED)));
  }
  const server = await servePages(pages);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  try {
    /** @type {Bench} */
    const bench = {
      open: (name, size, stubbed) =>
        openPage(browser, `${server.address}${name}.html?map=${size}.json${stubbed ? '&stubbed' : ''}`),
      noSigma,
      rounds: Math.max(7, rounds),
      tell,
    };
    return [
      ...(await moving(bench)),
      ...(await still(bench)),
      ...(await rasterised(bench, '10k', 500)),
      ...(await rasterised(bench, '100k', 0)),
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Every node moves, at 10k.
 * @param {Bench} bench
 */
async function moving(bench) {
  const { opened, close } = await openAll(bench, '10k', true);
  const found = await turns(bench, 'moving 10k notes', {
    empty: () => opened.empty.moving('move', ...SHORT),
    placed: () => opened.hearthmap.moving('move', ...SHORT),
    walking: () => opened.hearthmap.moving('walk', ...SHORT),
    sigma: async () => opened.sigma?.moving('move', ...SHORT),
  });
  await close();
  const { empty, placed, walking, sigma } = found;
  const ways = /** @type {const} */ ([
    ['new places each frame', placed],
    ['a walk to other places', walking],
  ]);
  return ways.flatMap(([way, own]) => {
    const name = `all nodes move, 10k, ${way}: JavaScript a frame`;
    const beside = `all nodes move, 10k, ${way}: against sigma`;
    return [
      figure(name, script(own), 'ms'),
      figure(`all nodes move, 10k, ${way}: page’s thread`, cpu(own) / cpu(empty), '× empty', '<= 2'),
      sigma.length === 0
        ? unmeasured(beside, '× sigma', '<= 0.05', bench.noSigma ?? '')
        : figure(beside, script(own) / script(sigma), '× sigma', '<= 0.05'),
    ];
  });
}

/**
 * Nodes stay, at 100k: pan, point, memory.
 * @param {Bench} bench
 */
async function still(bench) {
  const { opened, close } = await openAll(bench, '100k', true);
  const heap = await opened.hearthmap.heap();
  const sigmaHeap = await opened.sigma?.heap();
  const { whole, near } = await turns(bench, 'panning over 100k notes', {
    whole: () => opened.hearthmap.panning(1, ...SHORT),
    near: () => opened.hearthmap.panning(NEAR, ...SHORT),
  });
  bench.tell('pointing at 100k notes …');
  const pointed = await pointing(opened.hearthmap, bench.rounds);
  await close();
  return [
    figure('pan, 100k, all of the map: JavaScript a frame', script(whole), 'ms', '<= 4'),
    figure(`pan, 100k, ${NEAR} times closer: JavaScript a frame`, script(near), 'ms', '<= 4'),
    figure('the same: page’s thread', Math.max(cpu(whole), cpu(near)), 'ms'),
    ...pointed,
    figure('memory, 100k, objects and typed arrays', heap, 'MB'),
    sigmaHeap === undefined
      ? unmeasured('memory, 100k, against sigma', '× sigma', '<= 0.5', bench.noSigma ?? '')
      : figure('memory, 100k, against sigma', heap / sigmaHeap, '× sigma', '<= 0.5'),
  ];
}

/**
 * @param {Bench} bench
 * @param {Size} size
 * @param {number} time milliseconds a round at least
 */
async function rasterised(bench, size, time) {
  const { opened, close } = await openAll(bench, size, false);
  const found = await turns(bench, `panning over ${size} notes by software`, {
    own: () => opened.hearthmap.panning(1, 3, time),
    near: () => opened.hearthmap.panning(NEAR, 3, time),
    sigma: async () => opened.sigma?.panning(1, 1, time),
  });
  await close();
  const { own, near, sigma } = found;
  const name = `pan by software, ${size}, frames a second`;
  return [
    figure(name, rate(own), ''),
    figure(`the same, ${NEAR} times closer`, rate(near), ''),
    sigma.length === 0
      ? unmeasured(`${name}, against sigma`, '× sigma', '>= 1', bench.noSigma ?? '')
      : figure(`${name}, against sigma`, rate(own) / rate(sigma), '× sigma', '>= 1'),
  ];
}

/**
 * @param {Bench} bench
 * @param {Size} size
 * @param {boolean} stubbed
 */
async function openAll({ open, noSigma, tell }, size, stubbed) {
  tell(`opening pages with ${size} notes …`);
  const opened = {
    empty: await open('empty', size, stubbed),
    hearthmap: await open('hearthmap', size, stubbed),
    sigma: noSigma === null ? await open('sigma', size, stubbed) : null,
  };
  return {
    opened,
    async close() {
      for (const one of Object.values(opened)) await one?.page.context().close();
    },
  };
}

/**
 * @template {string} T
 * @param {Bench} bench
 * @param {string} what
 * @param {Record<T, () => Promise<Cost | undefined>>} runs
 * @returns {Promise<Record<T, Cost[]>>}
 */
async function turns({ rounds, tell }, what, runs) {
  const names = /** @type {T[]} */ (Object.keys(runs));
  const found = /** @type {Record<T, Cost[]>} */ ({});
  for (const name of names) found[name] = [];
  // The first round lets the browser compile what runs often.
  for (let round = 0; round <= rounds; round++) {
    tell(`${what}, round ${round} of ${rounds} …`);
    for (const name of names) {
      const cost = await runs[name]();
      if (round > 0 && cost !== undefined) found[name].push(cost);
    }
  }
  return found;
}

/** @param {readonly Cost[]} runs */
const script = (runs) => median(runs.map((run) => run.script));
/** @param {readonly Cost[]} runs */
const cpu = (runs) => median(runs.map((run) => run.cpu));
/** @param {readonly Cost[]} runs */
const rate = (runs) => median(runs.map(({ frames, seconds }) => frames / seconds));
