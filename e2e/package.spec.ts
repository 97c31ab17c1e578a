import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { build, createBuilder, createServer, type InlineConfig, type Plugin } from 'vite';
import type { HearthmapIntegration, HearthmapOptions } from '../src/published/vite.d.ts';
import { expect, HANDBOOK, ROOT, test } from './command.ts';

test('the package, installed into an empty folder, is the whole command without a bundler', async ({
  box,
}) => {
  test.setTimeout(120_000);
  const npm = (cwd: string, ...words: string[]): string =>
    execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = JSON.parse(npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', box)) as [
    { filename: string; files: { path: string }[] },
  ];
  const files = packed.files.map(({ path }) => path);
  for (const path of [
    'build/cli.js',
    'build/fingerprint',
    'build/app/manifest.json',
    'build/app/embed.js',
    'build/licenses.md',
    'build/app/licenses.md',
    'build/app/font-licenses.md',
    'README.md',
    'LICENSE',
  ]) {
    expect(files).toContain(path);
  }
  expect(
    files.filter((path) => /^(?:src|e2e|content|test-results)\/|(?<!\.d)\.ts$|\.svelte$|\.map$/.test(path)),
  ).toEqual([]);

  writeFileSync(join(box, 'package.json'), '{"private":true}');
  // Offline: everything that runs is in the one file.
  npm(box, 'install', '--offline', '--no-audit', '--no-fund', join(box, packed.filename));
  expect(readdirSync(join(box, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'hearthmap',
  ]);
  const command = join(box, 'node_modules', '.bin', 'hearthmap');
  const said = execFileSync(command, ['build', HANDBOOK, '--no-cache'], { cwd: box, encoding: 'utf8' });
  expect(said).toContain('The site is in dist');
  for (const name of ['index.html', 'graph.json', 'embed.js', 'notes/start/quick-start/index.html']) {
    expect(existsSync(join(box, 'dist', name)), name).toBe(true);
  }

  // As a library, with types, in a program of somebody's own.
  mkdirSync(join(box, 'notes'));
  writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nFrom an [[acorn]], not a [[stone]].');
  writeFileSync(join(box, 'notes', 'acorn.md'), '# Acorn');
  const program = `import { indexNotes, publishSite } from 'hearthmap';
const { graph, diagnostics } = await indexNotes('notes');
const { files } = await publishSite('notes', 'site', { url: 'https://a.example/map' });
console.log(JSON.stringify([graph.notes.map(({ title }) => title), graph.references.map(({ to }) => to), diagnostics.map(({ code }) => code), files > 9]));
`;
  const types = `import type { Diagnostic, GraphFile, GraphGhost, GraphNote, GraphReference } from 'hearthmap';
import type { HearthMapAttributes, HearthSearchAttributes } from 'hearthmap/elements';
const kept: readonly [readonly GraphNote[], readonly GraphReference[], readonly GraphGhost[], readonly Diagnostic[], GraphFile] =
  [graph.notes, graph.references, graph.ghosts, diagnostics, graph];
kept[0].map(({ title }) => title.trim());
document.querySelector('hearth-map')!.depth = 2;
document.querySelector('hearth-map')!.reload();
document.addEventListener('hearth-select', ({ detail }) => detail.title.trim());
const said: HearthMapAttributes = { depth: 2, theme: 'dark', 'onhearth-select': ({ detail }) => detail.href?.trim() };
// @ts-expect-error it has no such attribute
const unsaid: HearthSearchAttributes = { hits: 3, depth: said.depth };
// @ts-expect-error it has no such attribute
document.querySelector('hearth-search')!.depth = 2;
// @ts-expect-error the folder is missing
void indexNotes();
`;
  writeFileSync(join(box, 'program.mjs'), program);
  expect(JSON.parse(execFileSync('node', ['program.mjs'], { cwd: box, encoding: 'utf8' }))).toEqual([
    ['Acorn', 'Oak'],
    [0, null],
    ['unresolved-reference'],
    true,
  ]);
  expect(existsSync(join(box, 'site', 'sitemap.xml'))).toBe(true);
  const wrong = `import { indexNotes, publishSite } from 'hearthmap';
for (const asked of [indexNotes(), indexNotes(new URL('file:///notes')), publishSite('notes')])
  await asked.catch(({ message }) => console.log(message));
`;
  writeFileSync(join(box, 'wrong.mjs'), wrong);
  const told = execFileSync('node', ['wrong.mjs'], { cwd: box, encoding: 'utf8' }).trim().split('\n');
  expect(told).toEqual([
    expect.stringMatching(/^The path of the folder of your notes is to be a text.* not undefined\.$/),
    expect.stringMatching(/not the address file:\/\/\/notes\. fileURLToPath/),
    expect.stringMatching(/^The path of the site is to be a text/),
  ]);
  writeFileSync(join(box, 'program.ts'), program + types);
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [] };
  writeFileSync(join(box, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  writeFileSync(join(box, 'package.json'), '{"private":true,"type":"module"}');
  const compiler = spawnSync('node', [join(ROOT, 'node_modules/typescript-7/bin/tsc'), '-p', box], {
    encoding: 'utf8',
  });
  expect(compiler.stdout).toBe('');
});

interface Built {
  hearthmap: (options: HearthmapOptions) => Plugin;
  hearthmapForAstro: (options: HearthmapOptions) => HearthmapIntegration;
}
const builtPlugins = (): Promise<Built> => import(join(ROOT, 'build/vite.js')) as Promise<Built>;

test('a blog that Vite builds has the map beside it, while it is written and when it is published', async ({
  box,
}) => {
  writeFileSync(
    join(box, 'index.html'),
    '<!doctype html><title>Blog</title><script type="module" src="/map/embed.js"></script><script type="module" src="/main.js"></script>',
  );
  writeFileSync(join(box, 'main.js'), 'console.log("the blog’s own")');
  mkdirSync(join(box, 'content'));
  writeFileSync(join(box, 'content', 'oak.md'), '# Oak\n\nFrom an [acorn](acorn.md).');
  writeFileSync(join(box, 'content', 'acorn.md'), '# Acorn');
  const { hearthmap } = await builtPlugins();
  for (const nothing of [{}, undefined]) {
    expect(() => hearthmap(nothing as unknown as HearthmapOptions)).toThrow(
      /^The path of the folder of your notes, the option "notes",/,
    );
  }
  expect(() => hearthmap({ notes: 'content', draft: true } as HearthmapOptions)).toThrow(
    /^There is no option "draft"/,
  );
  const config: InlineConfig = {
    root: box,
    base: '/blog/',
    configFile: false,
    logLevel: 'silent',
    cacheDir: join(box, '.cache'),
    plugins: [hearthmap({ notes: 'content' })],
  };
  const server = await createServer({
    ...config,
    server: { host: '127.0.0.1', port: 0, allowedHosts: ['blog.test'] },
  });
  await server.listen();
  const { port } = server.httpServer!.address() as AddressInfo;
  const ask = (path: string, host = '127.0.0.1'): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = get({ port, path: `/blog/${path}`, headers: { Host: host, Accept: 'text/html' } });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const { statusCode = 0, headers } = response;
        const status = statusCode === 200 ? '' : `${statusCode} ${headers.location ?? ''}`;
        text(response).then((body) => resolve(status + body), reject);
      });
    });
  expect(await ask('map/notes/oak/')).toMatch(/<h1[^>]*>Oak<\/h1>/);
  expect(await ask('')).toContain('<title>Blog</title>');
  const script = /<script type="module" src="\/blog\/map\/embed\.js"\s*><\/script>/;
  expect(await ask('')).toMatch(script);
  expect(await ask('map/embed.js')).toContain('hearth-map');
  writeFileSync(join(box, 'content', 'oak.md'), '# Oak\n\nIt has rings.');
  await expect.poll(() => ask('map/notes/oak/')).toContain('It has rings.');
  // For whom Vite answers, the map does; an address of a folder gets its slash.
  expect(await ask('map?ghost=x', 'blog.test')).toBe('302 /blog/map/?ghost=x');
  expect(await ask('map/', 'other.test')).toMatch(/^403 .*server\.allowedHosts/s);
  await server.close();
  await build(config);
  for (const name of ['index.html', 'map/index.html', 'map/notes/acorn/index.html'])
    expect(existsSync(join(box, 'dist', name)), name).toBe(true);
  const page = readFileSync(join(box, 'dist', 'index.html'), 'utf8');
  expect(page).toMatch(script);
  expect(page).toMatch(/src="\/blog\/assets\/index-[^"]*\.js"/);
});

test('of several environments of Vite, the map goes with what readers get, once; not with what a server runs', async ({
  box,
}) => {
  writeFileSync(join(box, 'index.html'), '<!doctype html><title>Blog</title>');
  writeFileSync(join(box, 'server.js'), 'export default 1;');
  mkdirSync(join(box, 'content'));
  writeFileSync(join(box, 'content', 'oak.md'), '# Oak');
  const told: string[] = [];
  const { hearthmap } = await builtPlugins();
  const config: InlineConfig = {
    root: box,
    configFile: false,
    logLevel: 'silent',
    cacheDir: join(box, '.cache'),
    plugins: [hearthmap({ notes: 'content', onProgress: (stage) => void told.push(stage) })],
    builder: {},
    environments: {
      client: { build: { outDir: 'out/client' } },
      ssr: { build: { outDir: 'out/server', rollupOptions: { input: join(box, 'server.js') } } },
    },
  };
  const builder = await createBuilder(config);
  await builder.buildApp();
  expect(existsSync(join(box, 'out/client/map/notes/oak/index.html'))).toBe(true);
  expect(existsSync(join(box, 'out/server/map'))).toBe(false);
  const stages = told.length;
  expect(told.filter((stage) => stage === told[0]).length).toBe(1);
  await build({ ...config, build: { ssr: join(box, 'server.js'), outDir: 'out/ssr' } });
  expect(told.length).toBe(stages);
});

test('an integration of Astro serves the map while one writes, and publishes it where Astro puts its files', async ({
  box,
}) => {
  mkdirSync(join(box, 'content'));
  writeFileSync(join(box, 'content', 'oak.md'), '# Oak');
  const { hearthmapForAstro } = await builtPlugins();
  const { hooks } = hearthmapForAstro({ notes: 'content', path: 'garden' });
  const folder = (name: string): URL => pathToFileURL(`${join(box, name)}/`);
  const setUp = (command: 'dev' | 'build'): object[] => {
    const given: object[] = [];
    const config = { root: folder('.'), cacheDir: folder('.cache') };
    hooks['astro:config:setup']({ command, config, updateConfig: (more) => given.push(more) });
    return given;
  };
  expect(setUp('dev')).toMatchObject([{ vite: { plugins: [{ name: 'hearthmap' }] } }]);
  expect(setUp('build')).toEqual([]);
  const told: string[] = [];
  await hooks['astro:build:done']({
    dir: folder('out/client'),
    logger: { info: (message) => void told.push(message) },
  });
  expect(told).toEqual([expect.stringContaining('the map of content is in out/client/garden:')]);
  expect(existsSync(join(box, 'out/client/garden/notes/oak/index.html'))).toBe(true);
});
