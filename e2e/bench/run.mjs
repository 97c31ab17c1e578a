/**
 * Measures what the project promises, and prints it with its goals.
 *
 *   npm run bench                        every topic
 *   npm run bench -- main map            some of them
 *   npm run bench -- main --json FILE    writes the figures too
 *   npm run bench -- main --rounds 3 --fifty
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { isReached } from './figure.mjs';

/** @typedef {{ rounds: number, fifty: boolean, tell: (text: string) => void }} Settings */

/** @type {Record<string, () => Promise<{ figures: (settings: Settings) => Promise<import('./figure.mjs').Figure[]> }>>} */
const TOPICS = {
  main: () => import('./main.mjs'),
  map: () => import('./map.mjs'),
  reader: () => import('./reader.mjs'),
  search: () => import('./search.mjs'),
  embed: () => import('./embed.mjs'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    fifty: { type: 'boolean', default: false },
  },
});
const wrong = positionals.find((name) => !Object.hasOwn(TOPICS, name));
if (wrong !== undefined) {
  console.error(`There is no topic "${wrong}". Name one of: ${Object.keys(TOPICS).join(', ')}.`);
  process.exit(1);
}

/** @param {string} text */
const tell = (text) => void process.stderr.write(`${text}\n`);
const settings = { rounds: Number(values.rounds), fifty: values.fifty, tell };

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`,
);
const all = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(TOPICS)) {
  const topic = await /** @type {NonNullable<(typeof TOPICS)[string]>} */ (TOPICS[name])();
  const figures = await topic.figures(settings);
  all.push(...figures);
  console.log(`\n${name}`);
  for (const measured of figures) {
    const reached = isReached(measured);
    const mark = reached === null ? ' ' : reached ? '✓' : '✗';
    const value = measured.value === null ? 'not measured' : `${measured.value} ${measured.unit}`;
    const rest = [measured.goal, measured.reason].filter(Boolean).join('  ');
    console.log(`${mark} ${measured.name.padEnd(66)} ${value.padStart(16)}  ${rest}`);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures: all }, null, 2)}\n`);
