/** What pointing at the map costs: finding what lies there, and lighting it. */
import { figure, median } from '../figure.mjs';

const POINTS = 400;

/**
 * @param {import('./open-page.mjs').Opened} opened Hearthmap's page
 * @param {number} rounds
 */
export async function pointing({ page }, rounds) {
  /** @type {{ first: number[], node: number[], link: number[], hover: number[] }} */
  const found = { first: [], node: [], link: [], hover: [] };
  await page.bringToFront();
  for (let round = 0; round <= rounds; round++) {
    const one = await page.evaluate(pointAbout, { round, points: POINTS });
    found.first.push(one.first);
    if (round === 0) continue;
    for (const key of /** @type {const} */ (['node', 'link', 'hover'])) found[key].push(one[key]);
  }
  return [
    figure('pick a note, 100k, all of the map: 95th percentile', median(found.node), 'ms', '<= 1'),
    figure('pick a link, 100k, all of the map: 95th percentile', median(found.link), 'ms', '<= 1'),
    figure('until both can be picked: their grids, made in slices', found.first[0] ?? NaN, 'ms'),
    figure('hover, 100k: pick, light and paint, drawing stubbed', median(found.hover), 'ms', '<= 1'),
  ];
}

/**
 * Runs in the page.
 * @param {{ round: number, points: number }} options
 */
async function pointAbout({ round, points }) {
  const { drawer } = Reflect.get(window, 'opened');
  drawer.look(1);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const percentile = (/** @type {number[]} */ times) =>
    times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  const time = (/** @type {() => unknown} */ work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  // A walk over the map in steps that never meet a point twice.
  const place = (/** @type {number} */ step) => {
    const at = (step + round * points) * 0.618034;
    return [200 + 800 * (at % 1), 100 + 600 * ((at * 7.31) % 1)];
  };
  const begun = performance.now();
  for (let coming = drawer.finding(); coming !== null; coming = drawer.finding()) await coming;
  const first = performance.now() - begun;
  const node = Array.from({ length: points }, (_, step) => time(() => drawer.pick(...place(step))));
  const link = Array.from({ length: points }, (_, step) => time(() => drawer.pickLink(...place(step))));

  const hover = [];
  for (let step = 0; hover.length < 30 && step < points; step++) {
    let over = -1;
    const picking = time(() => (over = drawer.pick(...place(step))));
    if (over < 0) continue;
    const lighting = time(() => drawer.hover(over));
    // What is asked for in between runs in the same frame, before this.
    const painting = await new Promise((resolve) => {
      requestAnimationFrame(() => resolve(Reflect.get(window, 'scripts').at(-1)));
    });
    hover.push(picking + lighting + painting);
  }
  drawer.hover(null);
  return {
    first,
    node: percentile(node),
    link: percentile(link),
    hover: hover.sort((a, b) => a - b)[hover.length >> 1] ?? NaN,
  };
}
