/** What each of the measured pages does, whoever draws on it. Runs in the browser. */
import { stubPlain, stubWebgl } from './stubs.mjs';

/** @typedef {import('../../../src/contract/map.ts').MapColumns} MapColumns */
/** @typedef {{ x: Float32Array, y: Float32Array }} Places */
/**
 * @typedef {object} Drawer
 * @property {(places: Places) => void} move puts all nodes elsewhere; painted in the next frame
 * @property {(zoom: number) => void} look at the middle, so many times closer than all of the map
 * @property {(pixels: number) => void} pan
 * @property {(frame: number) => void} [walk] where nodes go to their places by themselves
 */
/**
 * @typedef {object} Run
 * @property {number} frames
 * @property {number} all frames, those before the measuring too
 * @property {number} seconds
 * @property {number} script milliseconds of JavaScript a frame: the median
 */

const SIZE = { width: 1200, height: 800 };
/** Pixels a frame, and frames until the way back begins. */
const STEP = 5;
const SWING = 20;

/**
 * @param {(map: MapColumns, box: HTMLElement) => Drawer | Promise<Drawer>} begin
 */
export async function runPage(begin) {
  const options = new URL(location.href).searchParams;
  const stubbed = options.has('stubbed');
  if (stubbed) stubWebgl();
  const scripts = timeFrames();
  Reflect.set(window, 'scripts', scripts);
  const box = document.createElement('div');
  Object.assign(box.style, { position: 'relative', width: `${SIZE.width}px`, height: `${SIZE.height}px` });
  document.body.append(box);
  const { drawer, base } = await load(begin, options.get('map') ?? '', box);
  await frames(3);
  if (stubbed) stubPlain();

  /**
   * @param {number} least frames
   * @param {number} time milliseconds at least
   * @param {(frame: number) => void} step
   * @returns {Promise<Run>}
   */
  async function run(least, time, step) {
    // The first is not counted: it may have to make what the others use again.
    step(0);
    await frames(1);
    if (!stubbed) finish(box);
    scripts.length = 0;
    const start = performance.now();
    let count = 0;
    while (count < least || performance.now() - start < time) {
      const before = performance.now();
      step(count + 1);
      const spent = performance.now() - before;
      await frames(1);
      scripts[scripts.length - 1] = (scripts.at(-1) ?? 0) + spent;
      count++;
    }
    if (!stubbed) finish(box);
    const seconds = (performance.now() - start) / 1000;
    const sorted = scripts.toSorted((a, b) => a - b);
    return { frames: count, all: count + 1, seconds, script: sorted[sorted.length >> 1] ?? NaN };
  }

  const swing = (/** @type {number} */ frame) => (frame % (2 * SWING) < SWING ? STEP : -STEP);
  return {
    drawer,
    /** @type {(least: number, time: number) => Promise<Run>} */
    move: (least, time) =>
      run(least, time, (frame) => {
        // New arrays, as a worker's messages bring them.
        const x = new Float32Array(base.x.length);
        const y = new Float32Array(base.y.length);
        const away = 0.5 * (frame % SWING);
        for (let i = 0; i < x.length; i++) {
          x[i] = (base.x[i] ?? 0) + away * ((i % 7) - 3);
          y[i] = (base.y[i] ?? 0) + away * ((i % 5) - 2);
        }
        drawer.move({ x, y });
      }),
    /** @type {(least: number, time: number) => Promise<Run>} */
    walk: (least, time) => run(least, time, (frame) => drawer.walk?.(frame)),
    /** @type {(zoom: number, least: number, time: number) => Promise<Run>} */
    pan: (zoom, least, time) => {
      drawer.look(zoom);
      return run(least, time, (frame) => drawer.pan(swing(frame)));
    },
  };
}

/**
 * The file itself is let go of when this has ended.
 * @param {(map: MapColumns, box: HTMLElement) => Drawer | Promise<Drawer>} begin
 * @param {string} address
 * @param {HTMLElement} box
 */
async function load(begin, address, box) {
  /** @type {MapColumns} */
  const map = await (await fetch(address)).json();
  const places = (/** @type {readonly number[]} */ steps) =>
    Float32Array.from(steps, (step) => step * map.unit);
  return { base: { x: places(map.x), y: places(map.y) }, drawer: await begin(map, box) };
}

/** @param {number} count */
async function frames(count) {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Waits until all that was asked for is drawn: a pixel that is read can't be had before.
 * @param {HTMLElement} box
 */
function finish(box) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  for (const canvas of box.querySelectorAll('canvas')) context?.drawImage(canvas, 0, 0);
  context?.getImageData(0, 0, 1, 1);
}

/** Milliseconds that all callbacks of a frame took together, one entry a frame. */
function timeFrames() {
  /** @type {number[]} */
  const scripts = [];
  let frame = NaN;
  const real = requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    real((now) => {
      if (now !== frame) scripts.push(0);
      frame = now;
      const start = performance.now();
      callback(now);
      scripts[scripts.length - 1] = (scripts.at(-1) ?? 0) + performance.now() - start;
    });
  return scripts;
}
