/** Other engines over the same notes, as their own first page says to use them. Fetched from the registry for this. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { temporary } from '../blog.mjs';

/**
 * @typedef {import('./known-items.mjs').Document} Document
 * @typedef {{ name: string, ask: (query: string) => Promise<string[]> }} Engine paths, best first
 */

const PACKAGES = ['flexsearch@0.8.212', '@orama/orama@3.1.18'];
const SHOWN = 10;

/**
 * @param {readonly Document[]} documents
 * @param {(text: string) => void} tell
 * @returns {Promise<Engine[]>}
 */
export async function peers(documents, tell) {
  const all = documents.map((document, id) => ({ id, ...document }));
  const pathOf = (/** @type {unknown} */ id) => documents[Number(id)]?.path ?? '';
  const mini = new MiniSearch({ fields: ['title', 'text'] });
  mini.addAll(all);
  /** @type {Engine[]} */
  const found = [
    {
      name: 'MiniSearch, defaults',
      ask: async (query) =>
        mini
          .search(query)
          .slice(0, SHOWN)
          .map(({ id }) => pathOf(id)),
    },
  ];
  const require = install(tell);
  if (require === null) return found;
  const { default: FlexSearch } = await import(require.resolve('flexsearch'));
  const flex = new FlexSearch.Document({
    tokenize: 'forward',
    document: { id: 'id', index: ['title', 'text'] },
  });
  for (const document of all) flex.add(document);
  found.push({
    name: 'FlexSearch, as Quartz',
    async ask(query) {
      /** @type {{ result: unknown[] }[]} */
      const fields = flex.search(query, { limit: SHOWN });
      return [...new Set(fields.flatMap(({ result }) => result))].slice(0, SHOWN).map(pathOf);
    },
  });
  const orama = await import(require.resolve('@orama/orama'));
  const index = orama.create({ schema: { title: 'string', text: 'string', number: 'string' } });
  await orama.insertMultiple(
    index,
    all.map(({ id, title, text }) => ({ number: String(id), title, text })),
  );
  found.push({
    name: 'Orama, boosted titles',
    async ask(query) {
      const { hits } = await orama.search(index, {
        term: query,
        properties: ['title', 'text'],
        boost: { title: 4 },
        tolerance: 1,
        limit: SHOWN,
      });
      return hits.map((/** @type {{ document: { number: string } }} */ hit) => pathOf(hit.document.number));
    },
  });
  return found;
}

/** @param {(text: string) => void} tell */
function install(tell) {
  const folder = temporary('peers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const { status } = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...PACKAGES], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status !== 0) tell('The other engines could not be fetched, and are left out.');
  return status === 0 ? createRequire(join(folder, 'package.json')) : null;
}
