/** The search: whether it finds what is meant, how much a reader downloads for it, and how long a key takes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { BLOG, CLI, growBlog, hasBlog, NO_BLOG, ROOT, temporary } from './blog.mjs';
import { figure, median, unmeasured } from './figure.mjs';
import { openModules } from './modules.mjs';
import { measure } from './process.mjs';
import { firstAnswers } from './search/first-answer.mjs';
import { chineseNotes, KINDS, knownItems } from './search/known-items.mjs';
import { mainThread } from './search/main-thread.mjs';
import { peers } from './search/peers.mjs';

/**
 * @typedef {import('./figure.mjs').Figure} Figure
 * @typedef {import('./search/known-items.mjs').Document} Document
 * @typedef {import('./search/known-items.mjs').Item} Item
 * @typedef {{ folder: string, documents: Document[] }} Site
 * @typedef {Awaited<ReturnType<typeof openModules>>} Modules
 */

const SEED = 4711;
const EACH = 50;
const CHINESE = 100;
const SHOWN = 10;

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<Figure[]>}
 */
export async function figures(settings) {
  const modules = await openModules();
  try {
    return await allFigures(settings, modules);
  } finally {
    await modules.close();
  }
}

/**
 * @param {import('./run.mjs').Settings} settings
 * @param {Modules} modules
 */
async function allFigures(settings, modules) {
  const { tell } = settings;
  tell('publishing notes …');
  const chinese = temporary('chinese');
  for (const { name, text } of chineseNotes(CHINESE, SEED)) writeFileSync(join(chinese, name), text);
  const sites = [
    ...(hasBlog ? [await publish(BLOG)] : []),
    await publish(join(ROOT, 'content')),
    await publish(chinese),
  ];
  const found = await quality(sites, modules, tell);
  if (!hasBlog) return [...found, unmeasured('all that is measured on the blog', '', '', NO_BLOG)];
  const [blog] = /** @type {[Site]} */ (sites);
  found.push(...(await keys(blog, modules, '', { p95: '<= 0.35', p99: '<= 0.2' }, tell)));
  const typed = knownItems(blog.documents, 1, SEED + 2).map(({ query }) => query.slice(0, 16));
  found.push(...(await mainThread(blog.folder, typed.slice(0, 10), tell)));
  found.push(...(await building(blog, modules, tell)));
  found.push(...(await firstAnswers(blog.folder, settings)));
  const sizes = [[10, '<= 450'], ...(settings.fifty ? [[50, '<= 1500']] : [])];
  for (const [times = 10, goal] of /** @type {[number, string][]} */ (sizes)) {
    tell(`publishing the blog ${times} times over …`);
    const grown = growBlog(times);
    const site = await publish(grown);
    found.push(
      ...(await firstAnswers(
        site.folder,
        { ...settings, rounds: 1 },
        { where: ` at ${times}×`, goal, pagefind: false },
      )),
      ...(await keys(
        site,
        modules,
        ` at ${times}×`,
        { p95: '<= 0.15', p99: '<= 0.15', ...(times === 50 ? { memory: '<= 60' } : {}) },
        tell,
      )),
    );
    await rm(grown, { recursive: true, force: true });
    await rm(site.folder, { recursive: true, force: true });
  }
  if (!settings.fifty)
    found.push(
      unmeasured('bytes before the first full-text answer at 50×', 'kB', '<= 1500', 'asked for by --fifty'),
    );
  for (const { folder } of sites) await rm(folder, { recursive: true, force: true });
  return found;
}

/**
 * @param {string} notes
 * @returns {Promise<Site>}
 */
async function publish(notes) {
  const folder = join(temporary('search'), 'site');
  mkdirSync(join(folder, '..'), { recursive: true });
  await measure(['node', CLI, 'build', notes, '--out', folder, '--no-cache', '--quiet']);
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  /** @type {{ title: string, path: string }[]} */
  const all = read('graph.json').notes;
  const texts = readdirSync(join(folder, 'data')).find((name) => name.startsWith('texts.')) ?? '';
  /** @type {{ sections: { heading: string, text: string }[] }[]} */
  const files = readdirSync(join(folder, 'data', texts))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .flatMap((name) => read(join('data', texts, name)));
  const content = existsSync(join(notes, 'content')) ? join(notes, 'content') : notes;
  const documents = all.map(({ title, path }, id) => {
    const texts = (files[id]?.sections ?? []).map(({ heading, text }) => `${heading}\n${text}`);
    // In published texts formulas are readable; whoever searches them knows commands too.
    const commands = readFileSync(join(content, path), 'utf8').match(/\\[A-Za-z]{2,}/g) ?? [];
    return { path, title, text: [...texts, commands.join(' ')].join('\n') };
  });
  return { folder, documents };
}

/**
 * @param {Site} site
 * @param {Modules} modules
 */
async function openSite({ folder }, { load }) {
  /** @type {typeof import('../../src/indexer/command/search-site.ts')} */
  const module = await load('indexer/command/search-site.ts');
  return module.openSite((name) => readFile(join(folder, name), 'utf8'));
}

/**
 * @param {readonly Site[]} sites
 * @param {Modules} modules
 * @param {(text: string) => void} tell
 */
async function quality(sites, modules, tell) {
  /** @type {Map<string, Map<string, number[]>>} by engine and kind: the place of what was meant, 0 where it isn't shown */
  const places = new Map();
  /** @type {typeof import('../../src/search/mark-query.ts')} */
  const { findingOf } = await modules.load('search/mark-query.ts');
  let [snippets, marked] = [0, 0];
  const put = (
    /** @type {string} */ engine,
    /** @type {Item} */ { kind, path },
    /** @type {string[]} */ paths,
  ) => {
    const kinds = places.get(engine) ?? new Map();
    places.set(engine, kinds);
    kinds.set(kind, [...(kinds.get(kind) ?? []), paths.slice(0, SHOWN).indexOf(path) + 1]);
  };
  for (const site of sites) {
    const items = knownItems(site.documents, EACH, SEED);
    tell(`asking for ${items.length} known notes …`);
    const own = await openSite(site, modules);
    for (const item of items) {
      const { findings } = await own.ask(item.query, SHOWN);
      put(
        'Hearthmap',
        item,
        findings.map(({ path }) => path),
      );
      for (const { title, terms, heading, parts } of findings) {
        const find = findingOf(item.query, terms);
        // What is found by its title has its mark there.
        if (find(title).length > 0) continue;
        snippets += 1;
        if (parts.some((part) => part.marked) || find(heading?.text ?? '').length > 0) marked += 1;
      }
    }
    for (const { name, ask } of await peers(site.documents, tell)) {
      for (const item of items) put(name, item, await ask(item.query));
    }
  }
  const mrr = (/** @type {readonly number[]} */ list) =>
    list.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0) / list.length;
  return [
    ...[...places].flatMap(([engine, kinds]) => {
      const all = [...kinds.values()].flat();
      const isOurs = engine === 'Hearthmap';
      return [
        figure(`${engine}: MRR@10 of ${all.length} known notes`, mrr(all), '', isOurs ? '>= 0.97' : ''),
        figure(
          `${engine}: among the first five`,
          all.filter((place) => place > 0 && place <= 5).length / all.length,
          '',
          isOurs ? '>= 0.985' : '',
        ),
        ...KINDS.filter((kind) => kinds.has(kind)).map((kind) =>
          figure(
            `${engine}: MRR@10 by ${kind} (${kinds.get(kind)?.length})`,
            mrr(kinds.get(kind) ?? []),
            '',
            isOurs ? (kind === 'TeX word' ? '>= 0.88' : '>= 0.9') : '',
          ),
        ),
      ];
    }),
    figure('snippets of hits in the text that have a mark', marked / snippets, '', '>= 0.98'),
  ];
}

/** MB that are in use once all else is let go. */
function heap() {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

/** @param {Site} site */
function indexOf({ folder }) {
  const name = readdirSync(join(folder, 'data')).find((one) => one.startsWith('search.')) ?? '';
  return join(folder, 'data', name);
}

/**
 * What a key costs in the store of blocks beside MiniSearch with the same ranking; blocks at hand, as while one goes on typing.
 * @param {Site} site
 * @param {Modules} modules
 * @param {string} where
 * @param {{ p95: string, p99: string, memory?: string }} goals
 * @param {(text: string) => void} tell
 */
async function keys(site, modules, where, { memory = '', ...goals }, tell) {
  tell(`typing queries${where} …`);
  /** @type {Map<string, unknown>} */
  const files = new Map();
  const load = async (/** @type {string} */ file) => {
    if (!files.has(file)) files.set(file, JSON.parse(await readFile(join(indexOf(site), file), 'utf8')));
    return files.get(file);
  };
  /** @type {typeof import('../../src/search/open-store.ts')} */
  const opening = await modules.load('search/open-store.ts');
  /** @type {typeof import('../../src/search/tiers.ts')} */
  const tiers = await modules.load('search/tiers.ts');
  /** @type {typeof import('../../src/search/whole-store.ts')} */
  const whole = await modules.load('search/whole-store.ts');
  /** @type {typeof import('../../src/contract/search.ts')} */
  const contract = await modules.load('contract/search.ts');
  const bytes = await readFile(join(indexOf(site), 'index.json'), 'utf8');
  const before = heap();
  const { store } = await opening.openStore(JSON.parse(bytes), load);
  const held = heap() - before;
  const mini = new MiniSearch(contract.SEARCH_OPTIONS);
  mini.addAll(site.documents.map(({ title, text }, id) => ({ id, title, body: text })));
  const peer = whole.wholeStore(mini);
  const queries = knownItems(site.documents.slice(0, 2000), 6, SEED + 1).flatMap(({ query }) =>
    Array.from({ length: Math.min(query.length, 24) }, (_, end) => query.slice(0, end + 1)),
  );
  /** @type {{ own: number[], theirs: number[] }} */
  const times = { own: [], theirs: [] };
  // As they are typed, one key after the other; all blocks have been read then.
  for (const query of queries) await tiers.answer(store, { words: query });
  for (const query of queries) {
    for (const [list, asked] of /** @type {const} */ ([
      [times.own, store],
      [times.theirs, peer],
    ])) {
      const start = performance.now();
      await tiers.answer(asked, { words: query });
      list.push(performance.now() - start);
    }
  }
  const share = (/** @type {number[]} */ list, /** @type {number} */ part) =>
    [...list].sort((a, b) => a - b)[Math.floor(part * (list.length - 1))] ?? NaN;
  return [
    figure(`memory of the opened index${where}`, held, 'MB', memory),
    figure(`a key${where}, median`, share(times.own, 0.5), 'ms'),
    figure(
      `a key${where}, 95th percentile, beside MiniSearch`,
      share(times.own, 0.95) / share(times.theirs, 0.95),
      '×',
      goals.p95,
    ),
    figure(
      `a key${where}, 99th percentile, beside MiniSearch`,
      share(times.own, 0.99) / share(times.theirs, 0.99),
      '×',
      goals.p99,
    ),
  ];
}

/**
 * CPU of counting words and writing the index, beside MiniSearch's own way.
 * @param {Site} site
 * @param {Modules} modules
 * @param {(text: string) => void} tell
 */
async function building(site, modules, tell) {
  tell('building the index beside MiniSearch …');
  const [counting, deriving, contract] = await Promise.all(
    ['indexer/derive/words.ts', 'indexer/derive/derive-search.ts', 'contract/search.ts'].map((file) =>
      modules.load(file),
    ),
  );
  const notes = site.documents.map(({ path, title, text }) => ({
    path,
    title,
    frontMatter: { tags: [], aliases: [], description: null },
    sections: [{ id: '', heading: '', text }],
  }));
  const [own, theirs] = [[], []].map((list) => /** @type {number[]} */ (list));
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  for (let round = 0; round < 5; round++) {
    let start = cpu();
    const words = new counting.Words();
    await words.update(notes, () => {});
    deriving.searchFiles(notes, words, '');
    own?.push(cpu() - start);
    start = cpu();
    const index = new MiniSearch(contract.SEARCH_OPTIONS);
    index.addAll(site.documents.map(({ title, text }, id) => ({ id, title, body: text })));
    JSON.stringify(index);
    theirs?.push(cpu() - start);
  }
  return [
    figure(
      'building the index, CPU beside MiniSearch',
      median(own ?? []) / median(theirs ?? []),
      '×',
      '<= 1.2',
    ),
  ];
}
