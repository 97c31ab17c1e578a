/**
 * Who may import whom. Files at the root of `src/` are doors, folders are rooms; every import counts, those of types
 * and those that a worker or `new URL(…, import.meta.url)` makes too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Rule {
  /** Rooms whose files may be imported, the own one aside. */
  readonly rooms: readonly string[];
  /** Packages by name; `node:*` is everything that Node itself ships. */
  readonly packages: readonly string[];
}

const NONE: readonly string[] = [];

/** A room that is divided: its folders stand in the way of the data, and each may import those in front of it. */
interface Wing extends Rule {
  /** With the packages that each may use on top of the wing's; `.` is the wing itself, which joins them. */
  readonly parts: readonly (readonly [folder: string, packages: readonly string[]])[];
}

const WINGS = new Map<string, Wing>(
  Object.entries({
    indexer: {
      rooms: ['contract', 'layout', 'query', 'search'],
      packages: ['node:*'],
      parts: [
        ['common', NONE],
        ['sanitise', ['sanitize-html']],
        ['math', ['katex']],
        ['syntax', ['markdown-it', 'markdown-it-footnote', 'markdown-it-mark']],
        ['front-matter', ['gray-matter', 'smol-toml', 'yaml']],
        ['settings', ['smol-toml', 'yaml']],
        ['read', NONE],
        ['insets', ['highlight.js', 'katex']],
        ['parse', ['entities', 'markdown-it', 'markdown-it-emoji']],
        ['cache', NONE],
        ['resolve', NONE],
        ['write', NONE],
        ['derive', ['htmlparser2', 'image-size', 'minisearch']],
        ['map', ['graphology', 'graphology-communities-louvain']],
        ['pages', ['entities']],
        ['.', NONE],
        ['serve', ['mrmime', 'watchpack']],
        ['command', NONE],
      ],
    },
    'client/graph': {
      rooms: ['contract', 'layout', 'query'],
      packages: ['svelte'],
      parts: [
        ['garden', NONE],
        ['draw', NONE],
        ['place', NONE],
        ['hand', NONE],
        ['panels', NONE],
        ['.', NONE],
      ],
    },
  } satisfies Record<string, Wing>),
);

/** Wing and rule of each part. */
const PARTS = new Map<string, Rule & { readonly wing: string }>(
  [...WINGS].flatMap(([wing, { rooms, packages, parts }]) =>
    parts.map(([folder, own], index) => {
      const before = parts.slice(0, index).map(([other]) => posix.join(wing, other));
      return [
        posix.join(wing, folder),
        { wing, rooms: [...rooms, ...before], packages: [...packages, ...own] },
      ] as const;
    }),
  ),
);

function partsOf(wing: string): string[] {
  return [...PARTS].filter(([, part]) => part.wing === wing).map(([name]) => name);
}

/** The house. A door is named by its file, a room by its folder. */
const TABLE = new Map<string, Rule>(
  Object.entries({
    contract: { rooms: NONE, packages: NONE },
    layout: { rooms: ['contract'], packages: ['d3-force'] },
    query: { rooms: ['contract'], packages: NONE },
    search: { rooms: ['contract', 'query'], packages: ['minisearch'] },
    ...Object.fromEntries(PARTS),
    'client/search': { rooms: ['contract', 'query', 'search'], packages: ['svelte', 'minisearch'] },
    'client/reader': { rooms: ['contract'], packages: ['svelte'] },
    'client/embed': {
      rooms: ['contract', 'layout', 'search', ...partsOf('client/graph'), 'client/search'],
      packages: NONE,
    },
    client: {
      rooms: ['contract', 'query', 'search', ...partsOf('client/graph'), 'client/search', 'client/reader'],
      packages: ['svelte', '@fontsource-variable/source-serif-4'],
    },
    'main.ts': { rooms: ['client'], packages: ['svelte'] },
    'embed.ts': { rooms: ['contract', 'client/embed'], packages: NONE },
    'search-element.ts': { rooms: ['contract', 'client/embed'], packages: NONE },
    'embed-page.ts': { rooms: ['client/embed'], packages: NONE },
    'embed-inline.ts': { rooms: ['client/embed'], packages: NONE },
    'cli.ts': {
      rooms: ['contract', ...partsOf('indexer')],
      packages: ['node:*', 'commander'],
    },
    published: { rooms: ['contract'], packages: ['vite'] },
    'api.ts': { rooms: ['contract', ...partsOf('indexer')], packages: ['node:*'] },
    'vite-site.ts': {
      rooms: ['contract', ...partsOf('indexer'), 'published'],
      packages: ['node:*', 'vite'],
    },
    'vite-plugin.ts': { rooms: ['contract', ...partsOf('indexer')], packages: ['node:*', 'vite'] },
  }),
);

/** What a test may use on top of its room's own. */
const TEST_PACKAGES = ['node:*', 'vitest', 'fast-check', 'parse5', 'ajv', 'typescript', 'vite', 'svelte'];

const SRC = dirname(fileURLToPath(import.meta.url));
const SCRIPT = /\.(?:ts|js|mjs|svelte)$/;
const TEST = /\.test\.ts$/;

/** Room or door of a file, named by its path from `src/` with `/` between segments. */
function roomOf(file: string): string | undefined {
  const folder = posix.dirname(file);
  if (folder === '.') return TABLE.has(file) ? file : undefined;
  for (let room = folder; room !== '.'; room = posix.dirname(room)) if (TABLE.has(room)) return room;
  return undefined;
}

function packageOf(specifier: string): string {
  if (isBuiltin(specifier)) return 'node:*';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

/** Every specifier that a source file names: import, export from, import(), import types, require, new URL(…). */
function specifiers(file: string, text: string): string[] {
  const found: string[] = [];
  for (const script of file.endsWith('.svelte') ? svelteScripts(text) : [text]) {
    const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      const named = specifierOf(node);
      if (named !== undefined && ts.isStringLiteralLike(named)) found.push(named.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isCallExpression(node)) {
    const called = node.expression;
    const loads =
      called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
    return loads ? node.arguments[0] : undefined;
  }
  const base = ts.isNewExpression(node) ? node.arguments?.[1] : undefined;
  const beside =
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'URL' &&
    base !== undefined &&
    ts.isPropertyAccessExpression(base) &&
    ts.isMetaProperty(base.expression);
  return beside ? node.arguments![0] : undefined;
}

function svelteScripts(text: string): string[] {
  const { instance, module } = parseSvelte(text, { modern: true });
  return [instance, module].flatMap((script) => {
    const { start, end } = (script?.content ?? {}) as { start?: number; end?: number };
    return start === undefined || end === undefined ? [] : [text.slice(start, end)];
  });
}

/** That of its room. A test of a part may look at its whole wing: much shows at the end only. */
function ruleOfTest(room: string): Rule | undefined {
  const rule = TABLE.get(room);
  const wing = PARTS.get(room)?.wing;
  if (rule === undefined) return undefined;
  const all = wing === undefined ? [] : partsOf(wing);
  return {
    rooms: [...rule.rooms, ...all],
    packages: [rule, ...all.map((part) => PARTS.get(part)!)]
      .flatMap(({ packages }) => packages)
      .concat(TEST_PACKAGES),
  };
}

/** What is wrong with one import, in words, or undefined. */
function objection(file: string, specifier: string): string | undefined {
  const room = roomOf(file) ?? roomOf(file.replace(TEST, '.ts'));
  const rule = room === undefined ? undefined : TEST.test(file) ? ruleOfTest(room) : TABLE.get(room);
  if (rule === undefined) return `${file} is neither in a room nor a door; give it a row in the table`;
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
    const name = packageOf(specifier);
    if (rule.packages.includes(name)) return undefined;
    return `${file} imports "${specifier}": ${room} may use ${rule.packages.join(', ') || 'no package'}`;
  }
  const clean = specifier.replace(/[?#].*$/, '');
  const target = posix.normalize(posix.join(posix.dirname(file), clean));
  const reached = roomOf(target);
  if (TEST.test(file) && target === file.replace(TEST, '.ts')) return undefined;
  if (reached === room && posix.dirname(target) !== '.') return undefined;
  if (reached !== undefined && posix.dirname(target) === '.') {
    return `${file} imports the door ${target}: nobody imports a door`;
  }
  if (reached !== undefined && rule.rooms.includes(reached)) return undefined;
  return `${file} imports "${specifier}", which is in ${reached ?? 'no room'}: ${room} may import ${rule.rooms.join(', ') || 'nothing'}`;
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => SCRIPT.test(path) && path !== 'rooms.test.ts')
    .sort();
}

/** Of each source file, what it names. */
const NAMED: ReadonlyMap<string, readonly string[]> = new Map(
  sourceFiles().map((file) => [file, specifiers(file, readFileSync(join(SRC, file), 'utf8'))]),
);

describe('rooms', () => {
  it('keep to the table of who may import whom', () => {
    expect(NAMED.size).toBeGreaterThan(5);
    const objections = [...NAMED].flatMap(([file, names]) =>
      names.flatMap((name) => objection(file, name) ?? []),
    );
    expect(objections).toEqual([]);
  });

  it('use each package that their row names', () => {
    const used = new Set(
      [...NAMED].flatMap(([file, names]) => names.map((name) => `${roomOf(file)}: ${packageOf(name)}`)),
    );
    const named = [...WINGS].flatMap(([wing, { parts }]) =>
      parts.flatMap(([folder, packages]) => packages.map((name) => `${posix.join(wing, folder)}: ${name}`)),
    );
    expect(named.filter((row) => !used.has(row))).toEqual([]);
  });

  it('name only packages that package.json has', () => {
    const manifest = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const known = new Set(['node:*', ...Object.keys(manifest.devDependencies)]);
    const named = [...TEST_PACKAGES, ...[...TABLE.values()].flatMap((rule) => rule.packages)];
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the guard of the rooms', () => {
  it.each([
    ['contract/map.ts', './site.ts', undefined],
    ['contract/map.ts', 'minisearch', 'contract may use no package'],
    ['contract/map.ts', '../layout/force.ts', 'contract may import nothing'],
    ['layout/force.ts', '../contract/map.ts', undefined],
    ['layout/force.ts', 'node:fs', 'layout may use d3-force'],
    ['client/graph/paint.ts', '../search/query.ts', 'client/graph may import contract, layout, query'],
    [
      'client/graph/draw/paint.ts',
      '../../explorer.svelte.ts',
      'draw may import contract, layout, query, client/graph/garden',
    ],
    ['client/graph/place/worker.ts', '../../../layout/force.ts', undefined],
    ['client/graph/hand/walk.ts', '../panels/Menu.svelte', 'which is in client/graph/panels'],
    ['client/graph/hand/walk.ts', '../map-view.ts', 'which is in client/graph: '],
    ['client/App.svelte', './graph/panels/Menu.svelte', undefined],
    ['client/search/worker.ts', '../graph/draw/camera.ts', 'which is in client/graph/draw'],
    ['query/parse.ts', '../layout/force.ts', 'query may import contract'],
    ['client/search/worker.ts', '../../query/parse.ts', undefined],
    ['client/shell/Splitter.svelte', '../graph/Map.svelte', undefined],
    ['client/App.svelte', '../indexer/types.ts', 'client may import contract'],
    ['client/App.svelte', '../main.ts', 'nobody imports a door'],
    ['main.ts', './embed.ts', 'nobody imports a door'],
    ['cli.ts', './indexer/index.ts', undefined],
    ['cli.ts', './indexer/command/command.ts', undefined],
    ['cli.ts', 'vite', 'cli.ts may use node:*, commander'],
    ['cli.test.ts', './cli.ts', undefined],
    ['indexer/write/write.test.ts', 'vitest', undefined],
    ['indexer/write/write.ts', 'vitest', 'indexer/write may use node:*'],
    ['indexer/pages/page-text.ts', '../derive/derive-graph.ts', undefined],
    ['indexer/derive/derive-graph.ts', '../pages/page-text.ts', 'which is in indexer/pages'],
    ['indexer/parse/parse.ts', '../index.ts', 'which is in indexer: '],
    ['indexer/parse/parse.test.ts', '../index.ts', undefined],
    ['indexer/parse/parse.ts', 'sanitize-html', 'indexer/parse may use node:*, entities'],
    ['cupboard/x.ts', 'svelte', 'neither in a room nor a door'],
  ])('of %s and "%s" says %s', (file, specifier, expected) => {
    const said = objection(file, specifier);
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(expected);
  });

  it('sees every way to import', () => {
    const text = `
      import './a.ts';
      import type { B } from './b.ts';
      export * from './c.ts';
      const d = await import('./d.ts');
      let e: import('./e.ts').E;
      new Worker(new URL('./f.ts', import.meta.url), { type: 'module' });
      const no = "import './no.ts'"; // import './no.ts'
    `;
    const expected = ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts'];
    expect(specifiers('x.ts', text)).toEqual(expected);
    expect(specifiers('x.svelte', `<script lang="ts">${text}</script>\n<p>import './no.ts'</p>`)).toEqual(
      expected,
    );
  });
});
