/** The same notes give the same bytes in every file, wherever and however they are indexed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp } from './sample-site.ts';

const ROOT = process.cwd();
/** Inside the project, so that its packages are found. */
const BUNDLE = path.join(ROOT, 'test-results', 'same-bytes');

const NOTES: Readonly<Record<string, string>> = {
  'Istanbul.md':
    '---\ntitle: IİıiÇç\ntags: [İ, ı, i, I, ä, z, Z]\ndate: 2024-03-10\n---\n# Iı İi\n\n[[izmir]] [[IZMIR#Iı]]',
  'izmir.md':
    '---\ndate: 2024-03-10 02:30\nlastmod: 2024-10-27T01:30:00\n---\n## Iı\n\n[[istanbul|İ]] [[Nobody]] [[nobody]]',
  'straße.md': 'ä ö ü ß [[Straße]] $x$ ```js\nlet x;\n```',
  'ä.md': '[[z]] [[a]] [[ä]]',
  'a.md': '[[Ä]] [[b/a]] ![[pic.png]]',
  'b/a.md': '[[a]]',
  'z.md':
    '| a |\n|---|\n| [[a\\|b]] |\n\n- [ ] x\n\n[^1]: f\n\ny[^1] {{< figure src="b/pic.png" caption="c" >}}',
  'future.md': '---\ndate: 2024-06-02T00:30:00\n---\nin the future of some places only',
  'past.md': '---\ndate: 2024-06-01T23:30:00\nexpiryDate: 2024-06-01T23:00:00-01:00\n---\n',
  'bad.md': '---\na: [\n---\n',
  'b/pic.png': 'png',
};

const RUNNER = `
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [, , folder, app, order, time] = process.argv;
const list = fs.readdirSync;
const shuffled = { given: (names) => names, reversed: (names) => [...names].reverse() };
fs.readdirSync = (...rest) => shuffled[order](list(...rest));
syncBuiltinESMExports();
const { createIndexer } = await import('./index.js');
const now = new Date(time);
const { files } = await createIndexer({ folder, app, now, workers: 0 }).run();
const lines = [];
for (const [name, content] of files) {
  const bytes =
    content.kind === 'made' ? await content.make()
    : content.kind === 'copy' ? fs.readFileSync(content.from)
    : content.bytes;
  const hash = createHash('sha256');
  for (const piece of [bytes].flat()) hash.update(piece);
  lines.push(name + ' ' + hash.digest('hex'));
}
process.stdout.write(lines.join('\\n') + '\\n' + now.getTimezoneOffset() / 60 + ' ' + Intl.NumberFormat().resolvedOptions().locale);
`;

afterAll(removeSampleFolders);

let app: string;

beforeAll(async () => {
  mkdirSync(BUNDLE, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    build: {
      ssr: path.join(ROOT, 'src/indexer/index.ts'),
      outDir: BUNDLE,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'index.js' } },
    },
  });
  writeFileSync(path.join(BUNDLE, 'run.js'), RUNNER);
  app = sampleApp();
}, 60_000);

interface Surroundings {
  readonly zone?: string;
  readonly locale?: string;
  readonly order?: 'given' | 'reversed';
  readonly now?: string;
}

function run(folder: string, given: Surroundings = {}): { files: string[]; surroundings: string } {
  const { zone = 'UTC', locale = 'C', order = 'given', now = '2024-06-01T23:45:00Z' } = given;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(BUNDLE, 'run.js'), folder, app, order, now],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], TZ: zone, LC_ALL: locale, LANG: locale } },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = stdout.split('\n');
  return { files: lines.slice(0, -1), surroundings: lines.at(-1)! };
}

/** The notes in a folder of one name, made in this order. */
function folderOf(names: readonly string[]): string {
  const entries = names.map((name) => [`notes/${name}`, NOTES[name]!] as const);
  return path.join(sampleFolder(Object.fromEntries(entries)), 'notes');
}

test('whatever the time zone, the locale, the order of files and the place', () => {
  const names = Object.keys(NOTES);
  const folder = folderOf(names);
  const { files, surroundings } = run(folder);
  expect(files.filter((line) => line.endsWith(' ') || line === '')).toEqual([]);
  expect(files.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining([
      'graph.json',
      'report.json',
      'site.json',
      'index.html',
      'notes/izmir/index.html',
    ]),
  );
  expect(surroundings).toBe('0 en-US');

  const elsewhere = run(folder, { zone: 'Pacific/Kiritimati', locale: 'tr_TR.UTF-8' });
  // Otherwise nothing was tried.
  expect(elsewhere.surroundings).toBe('-14 tr-TR');
  expect(elsewhere.files).toEqual(files);
  expect(run(folder, { zone: 'Pacific/Niue', locale: 'sv_SE', order: 'reversed' }).files).toEqual(files);
  expect(run(folderOf([...names].reverse())).files).toEqual(files);
}, 60_000);

test('of the handbook', () => {
  const folder = path.join(sampleFolder({ 'content/': '' }), 'content');
  const source = path.join(ROOT, 'content');
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true }).reverse()) {
    if (!entry.isFile()) continue;
    const from = path.join(entry.parentPath, entry.name);
    const to = path.join(folder, path.relative(source, from));
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  const now = '2099-01-01T00:00:00Z';
  const { files } = run(folder, { now });
  expect(files.length).toBeGreaterThan(60);
  const other = { now, zone: 'Pacific/Kiritimati', locale: 'tr_TR', order: 'reversed' } as const;
  expect(run(folder, other).files).toEqual(files);
}, 60_000);
