/** Where nothing has changed, a build stops at once; whatever a site is made of, a change of it is seen. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BuildOptions } from './common/types.ts';
import { createIndexer } from './index.ts';
import { LastBuild, type Standing } from './last-build.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp } from './sample-site.ts';
import { writeSite } from './write/write.ts';

const BLOG = {
  'config.toml': 'title = "A"\nbaseURL = "https://a.example/"\n',
  'content/a.md': '---\ntitle: A\n---\n{{< relref "b.md" >}} ![](/in-static.png) ![](own.png) ![](/gone.png)',
  'content/b.md': '---\ntitle: B\ndate: 2024-01-01\n---\n$x$',
  'content/later.md': '---\ntitle: Later\ndate: 2024-07-01\n---\n',
  'content/own.png': 'png',
  'content/unused.png': 'png',
  'static/in-static.png': 'png',
};
const JUNE = new Date('2024-06-01T12:00:00Z');

let folder: string;
let app: string;
let out: string;
let cache: string;
let options: BuildOptions;

beforeEach(() => {
  folder = sampleFolder(BLOG);
  app = sampleApp();
  out = path.join(sampleFolder(), 'site');
  cache = sampleFolder();
  options = { folder, app, cache, now: JUNE, workers: 0 };
});

afterEach(() => vi.unstubAllEnvs());
afterAll(removeSampleFolders);

/** @param age of what was built from, in milliseconds */
async function build(more: Partial<BuildOptions> = {}, age = 60_000): Promise<void> {
  const given = { ...options, ...more };
  const last = new LastBuild(given, out, Date.now() + age);
  const site = await createIndexer(given).run();
  await writeSite(site, out, { cache });
  await last.keep(site);
}

function standing(more: Partial<BuildOptions> = {}): Promise<Standing | null> {
  return new LastBuild({ ...options, ...more }, out).standing();
}

const put = (name: string, text: string): void => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

test('tells what the build told, of the same files', async () => {
  await build();
  const site = await createIndexer(options).run();
  const { diagnostics } = await site.report();
  const found = await standing();
  expect({ ...found!.summary, stages: [] }).toEqual({ ...site.summary, stages: [] });
  expect(diagnostics.map(({ code }) => code)).toEqual(['missing-asset']);
  expect(found!.diagnostics).toEqual(diagnostics);
  expect(found!.graph()).toEqual(site.graph);
  const written = await writeSite(site, out, { cache });
  expect(written.changed).toBe(0);
  expect(found!.written).toEqual(written);
});

test('also after a build that found the site as it was, without knowing it', async () => {
  await build();
  for (const name of ['written.json', 'last.json']) rmSync(path.join(cache, name));
  expect(await standing()).toBeNull();
  await build();
  expect(await standing()).not.toBeNull();
});

const CHANGES: Readonly<Record<string, () => void>> = {
  'a note that was edited, to the same length': () =>
    put('content/b.md', BLOG['content/b.md'].replace('x', 'y')),
  'a new note': () => put('content/c.md', ''),
  'a note that is gone': () => rmSync(path.join(folder, 'content/b.md')),
  'a note that was renamed': () =>
    renameSync(path.join(folder, 'content/b.md'), path.join(folder, 'content/b2.md')),
  'a setting': () => put('config.toml', `${BLOG['config.toml']}[params.hearthmap]\nwikilinks = true\n`),
  'a pattern for addresses': () =>
    put('config.toml', `${BLOG['config.toml']}[permalinks]\nposts = "/:slug/"\n`),
  'an expression of files to leave alone': () =>
    put('config.toml', `ignoreFiles = ["later"]\n${BLOG['config.toml']}`),
  'a picture beside the notes': () => put('content/own.png', 'PNG'),
  'a new file beside the notes': () => put('content/new.txt', ''),
  'a picture of the static folder': () => put('static/in-static.png', 'PNG'),
  'a picture that was missing': () => put('static/gone.png', 'png'),
  'a picture that goes missing': () => rmSync(path.join(folder, 'static/in-static.png')),
  'positions of the author': () => put('hearthmap.positions.json', '{}'),
  'another explorer': () => writeFileSync(path.join(app, 'assets/app.js'), 'let x;'),
  'a file of the site that was edited': () => writeFileSync(path.join(out, 'graph.json'), '{}'),
  'a file of the site that was touched': () => utimesSync(path.join(out, 'graph.json'), 1, 1),
  'a file of the site that is gone': () => rmSync(path.join(out, 'notes/a/index.html')),
  'a copied file of the site that is gone': () => rmSync(path.join(out, 'assets/app.css')),
  'a file more in the site': () => writeFileSync(path.join(out, 'notes/a/more.txt'), ''),
  'a site that is gone': () => rmSync(out, { recursive: true }),
  'what is known of the site that is gone': () => rmSync(path.join(cache, 'written.json')),
  'what is known of the build that is cut': () =>
    writeFileSync(
      path.join(cache, 'last.json'),
      readFileSync(path.join(cache, 'last.json'), 'utf8').slice(0, -9),
    ),
  'a variable that Hugo reads': () => vi.stubEnv('HUGO_TITLE', 'Another'),
};

describe('sees', () => {
  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    await build();
    expect(await standing()).not.toBeNull();
    change();
    expect(await standing()).toBeNull();
  });

  test.each<[string, Partial<BuildOptions>]>([
    ['drafts', { drafts: true }],
    ['the address of the site', { url: 'https://b.example/' }],
    ['a map from scratch', { freshMap: true }],
    ['dates from git', { gitDates: true }],
    ['no cache', { cache: null }],
    ['a day when a note appears', { now: new Date('2024-07-01T00:00:00Z') }],
    ['a day before the last build', { now: new Date('2024-05-31T00:00:00Z') }],
  ])('options: %s', async (_, more) => {
    await build();
    expect(await standing(more)).toBeNull();
  });
});

test('a day that changes nothing is no change', async () => {
  await build();
  expect(await standing({ now: new Date('2024-06-30T23:59:59Z') })).not.toBeNull();
});

test('a site that another build left there, with other options, is another', async () => {
  await build();
  await build({ gitDates: true });
  expect(await standing()).toBeNull();
  await build({ drafts: true });
  expect(await standing()).toBeNull();
  expect(await standing({ drafts: true })).not.toBeNull();
});

test('a file that may have changed while the build read it is not believed', async () => {
  await build({}, 0);
  expect(existsSync(path.join(cache, 'written.json'))).toBe(true);
  expect(await standing()).toBeNull();
});

test('a site that asks git or another language is built whole', async () => {
  put('config.toml', `enableGitInfo = true\n${BLOG['config.toml']}`);
  await build();
  expect(await standing()).toBeNull();

  put(
    'config.toml',
    `${BLOG['config.toml']}defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n`,
  );
  put('content/b.de.md', '---\ntitle: B\n---\n');
  await build();
  expect(await standing()).not.toBeNull();
  put('content/a.md', '{{< relref path="b.md" lang="de" >}}');
  await build();
  expect(await standing()).toBeNull();
});

test('a note that has its date from its file has another one when that is touched', async () => {
  const times = (moment: string): void =>
    utimesSync(path.join(folder, 'content/b.md'), new Date(moment), new Date(moment));
  for (const [ways, isNew] of [
    ['', false],
    ['[frontmatter]\nlastmod = ":fileModTime"\n', true],
  ] as const) {
    put('config.toml', `${BLOG['config.toml']}${ways}`);
    times('2020-01-01T00:00:00Z');
    await build();
    times('2021-01-01T00:00:00Z');
    expect((await standing()) === null).toBe(isNew);
  }
});

test('a folder without notes is told each time', async () => {
  folder = sampleFolder({ 'a.txt': '' });
  options = { ...options, folder };
  await build();
  expect(await standing()).toBeNull();
});
