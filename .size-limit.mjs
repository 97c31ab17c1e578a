/** Budgets in bytes after gzip. What a browser really loads until the map is drawn is measured by e2e/budget.spec.ts. */
import { readFileSync } from 'node:fs';

const APP = 'build/app';

/** @type {Record<string, { file: string, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(`${APP}/manifest.json`, 'utf8'));

/**
 * A script and all that it imports before it can run.
 * @param {string} key
 * @returns {string[]}
 */
function withImports(key) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The app's manifest lacks "${key}". Run "npm run build".`);
  return [chunk.file, ...(chunk.imports ?? []).flatMap(withImports)];
}

const entry = [...new Set(withImports('index.html'))].map((file) => `${APP}/${file}`);

/** @type {Record<string, { file: string, dynamicImports?: string[], css?: string[] }>} */
const embedded = JSON.parse(readFileSync(`${APP}/embed-manifest.json`, 'utf8'));
const { file, dynamicImports = [], css = [] } = embedded['src/embed-page.ts'] ?? { file: '' };
const drawing = dynamicImports.map((key) => embedded[key]?.file ?? '');
const embedPage = [file, ...drawing, ...css].map((name) => `${APP}/${name}`);

export default [
  { name: 'JavaScript until the map is drawn', path: entry, limit: '60 kB', gzip: true },
  { name: 'Search worker', path: `${APP}/assets/worker-*.js`, limit: '12 kB', gzip: true },
  { name: 'Styles', path: `${APP}/assets/app-*.css`, limit: '12 kB', gzip: true },
  { name: 'The map in the frame of <hearth-map>', path: embedPage, limit: '25 kB', gzip: true },
  { name: 'inline.js', path: `${APP}/inline.js`, limit: '28 kB', gzip: true },
  { name: 'embed.js', path: `${APP}/embed.js`, limit: '3 kB', gzip: true },
  { name: 'search.js', path: `${APP}/search.js`, limit: '3.2 kB', gzip: true },
];
