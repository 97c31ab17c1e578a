import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/** Every browser that runs the app reads woff2: KaTeX's other font files stay out of the build. */
const woff2Only = {
  postcssPlugin: 'woff2-only',
  AtRule: {
    'font-face': (rule: { walkDecls: (name: string, visit: (found: { value: string }) => void) => void }) => {
      rule.walkDecls('src', (found) => {
        const sources = found.value.split(/,\s*(?=url\()/);
        const kept = sources.filter((source) => !/format\(["'](?:woff|truetype)["']\)/.test(source));
        if (kept.length < sources.length) found.value = kept.join(', ');
      });
    },
  },
};

const TESTS = ['src/**/*.test.ts'];
/** These replace what others use, or look at KaTeX before it knows our macros. */
const APART = [
  'src/client/**/*.test.ts',
  'src/indexer/insets/insets.test.ts',
  'src/indexer/parse/parse-pool.test.ts',
  'src/indexer/math/physics.test.ts',
  'src/indexer/serve/watch*.test.ts',
];

/**
 * `vite build` makes the app; `--mode embed` the custom element of the map; `--mode embed-page` the page in its frame;
 * `--mode embed-inline` its map without a frame, and
 * `--mode search-element` that of the search, apart from the app, so that none loads a part of the other; `--mode cli` the
 * command and its workers. `vite` alone is the contributors' dev server, with the handbook as its notes, or the folder in HEARTHMAP_NOTES.
 */
export default defineConfig(async ({ command, mode }): Promise<UserConfig> => {
  if (mode === 'cli') {
    return {
      publicDir: false,
      plugins: [freshScripts(), mended(), publishedTypes(), fingerprinted()],
      // Bundled whole: installing the package fetches nothing else, and no library asks for another Node than ours.
      ssr: { noExternal: true },
      build: {
        ssr: true,
        license: { fileName: 'licenses.md' },
        outDir: 'build',
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: {
          input: {
            cli: 'src/cli.ts',
            api: 'src/api.ts',
            vite: 'src/vite-site.ts',
            'parse-worker': 'src/indexer/parse/parse-worker.ts',
            'inset-worker': 'src/indexer/insets/inset-worker.ts',
            'map-worker': 'src/indexer/map/map-worker.ts',
            'write-worker': 'src/indexer/write/write-worker.ts',
          },
          // All in one folder: whichever of them starts a worker finds it beside itself.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    };
  }
  if (mode === 'embed') return besideApp('src/embed.ts', 'embed.js');
  if (mode === 'embed-page') return besideApp('src/embed-page.ts', null);
  if (mode === 'embed-inline') return besideApp('src/embed-inline.ts', 'inline.js');
  if (mode === 'search-element') return besideApp('src/search-element.ts', 'search.js');
  const isDevServer = command === 'serve' && mode !== 'test';
  return {
    // Relative addresses: a site works under any path of any host.
    base: './',
    appType: isDevServer ? 'mpa' : 'spa',
    plugins: [
      svelte({ configFile: false }),
      fontLicenses(),
      partsList(),
      compiledAhead('app'),
      isDevServer && (await liveNotes()),
    ],
    css: { postcss: { plugins: [woff2Only] } },
    worker: { format: 'es' },
    build: {
      outDir: 'build/app',
      target: 'es2022',
      // The indexer reads it to link the same styles and script from each note's page.
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      // A browser that doesn't know it loads the same scripts a moment later.
      modulePreload: { polyfill: false },
      license: { fileName: 'licenses.md' },
      rollupOptions: {
        // How long each plugin took is nothing to a reader of the terminal.
        checks: { pluginTimings: false },
        input: ['index.html', ...['math', 'asides', 'print'].map((name) => `src/client/reader/${name}.css`)],
        // What the first picture needs is one file with all that it imports: it packs better than seven.
        output: {
          codeSplitting: {
            groups: [
              { name: 'app', test: /\/client\/App\.svelte$/ },
              // What reads a query and marks its words comes with the first one: apart, each part would be named in the first file.
              { name: 'query', test: /\/search\/mark-query\.ts$/ },
            ],
          },
          // The first file names all the others; two letters less of chance in each are a tenth of a kilobyte.
          chunkFileNames: 'assets/[name]-[hash:6].js',
          entryFileNames: 'assets/[name]-[hash:6].js',
          assetFileNames: 'assets/[name]-[hash:6][extname]',
        },
      },
    },
    test: {
      setupFiles: 'e2e/property-seed.mjs',
      css: true,
      // One processor would be left idle, of two.
      maxWorkers: '100%',
      // What never ends is found out all the same; a machine that is busy with other things is not.
      testTimeout: 30_000,
      hookTimeout: 30_000,
      // Half of the time went into reading the same modules again for each file.
      projects: [
        { extends: true, test: { name: 'shared', include: TESTS, exclude: APART, isolate: false } },
        { extends: true, test: { name: 'apart', include: APART } },
      ],
    },
  } as UserConfig;
});

/** What asks for the first file comes apart from what draws it, and that as one file with all that it imports. */
const FRAME: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'start', tags: ['$initial'], priority: 1 },
    { name: 'page', test: /\/client\/embed\/page\.ts$/ },
  ],
};

/** A build of its own into the app's folder. @param name where it has an address that stays; without one, a manifest tells it */
function besideApp(input: string, name: string | null): UserConfig {
  return {
    base: './',
    publicDir: false,
    plugins: [bareImports(), tightStyles(), ...(name === null ? [compiledAhead('page')] : [])],
    worker: { format: 'es' },
    build: {
      outDir: 'build/app',
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      ...(name === null ? { manifest: 'embed-manifest.json' } : {}),
      rollupOptions: {
        input,
        // What exports something is loaded for that.
        preserveEntrySignatures: 'allow-extension',
        output: name === null ? { codeSplitting: FRAME } : { entryFileNames: name },
        checks: { pluginTimings: false },
      },
    },
  };
}

/** What Vite makes of a script that is loaded later: a list of styles to fetch before it, even where there are none. */
const LATER = ['vite:build-import-analysis', 'native:import-analysis-build'];

/** None of these has styles to fetch before a script that is loaded later: without the lists, a fifth of a kilobyte less. */
function bareImports(): Plugin {
  return {
    name: 'bare-imports',
    configResolved({ plugins }) {
      const kept = plugins.filter(({ name }) => !LATER.includes(name));
      (plugins as Plugin[]).splice(0, plugins.length, ...kept);
    },
  };
}

/** Styles in scripts are no files that Vite would minify. */
function tightStyles(): Plugin {
  return {
    name: 'tight-styles',
    transform(code) {
      if (!code.includes('STYLE = `')) return null;
      const tight = code.replace(/(?<=\bSTYLE = `)[^`$]*(?=`)/g, (css) =>
        css
          .replace(/\s*([{};,])\s*/g, '$1')
          .replaceAll(': ', ':')
          .trim(),
      );
      return { code: tight, map: null };
    },
  };
}

/** Types of what the package exports: those of the contract, and what stands beside it for other programs. */
function publishedTypes(): Plugin {
  return {
    name: 'published-types',
    closeBundle() {
      const words = ['-p', 'src/contract', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
      const places = ['--rootDir', 'src', '--outDir', 'build/types'];
      const compiler = 'node_modules/typescript-7/bin/tsc';
      execFileSync(process.execPath, [compiler, ...words, ...places], { stdio: 'inherit' });
      cpSync('src/published', 'build/types/published', { recursive: true });
    },
  };
}

/**
 * Most functions of a chunk are called for the first picture: a browser that knows the hint (Chromium from 136) compiles them
 * while the file is on its way, on another thread, and not one by one while somebody waits.
 * https://v8.dev/blog/explicit-compile-hints
 */
function compiledAhead(chunk: string): Plugin {
  return {
    name: 'compiled-ahead',
    apply: 'build',
    // After all others: the hint counts where a file begins with it.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const [file, ...others] = Object.values(bundle).flatMap((one) =>
          one.type === 'chunk' && one.name === chunk ? [one] : [],
        );
        if (file === undefined || others.length > 0)
          this.error(`There is not just one chunk "${chunk}", which draws the first picture.`);
        file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
  };
}

/** Loaded when it is needed: bundled with this file, every other run would wait for the indexer. */
async function liveNotes(): Promise<Plugin> {
  const { module } = await runnerImport<typeof import('./src/vite-plugin.ts')>('./src/vite-plugin.ts');
  return module.hearthmap(process.env['HEARTHMAP_NOTES'] ?? 'content');
}

/** Vite lists the licences of scripts only. */
function fontLicenses(): Plugin {
  return {
    name: 'font-licenses',
    apply: 'build',
    generateBundle() {
      const packages = ['@fontsource-variable/source-serif-4', 'katex'];
      const texts = packages.map(
        (name) => `# ${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`,
      );
      this.emitFile({ type: 'asset', fileName: 'font-licenses.md', source: texts.join('\n') });
    },
  };
}

/** What the app may load later, for readers without a connection then: see `offline.ts`. */
function partsList(): Plugin {
  return {
    name: 'parts-list',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      const parts = Object.keys(bundle).filter((name) => /\.(?:js|css)$/.test(name));
      writeFileSync(join(dir ?? '', 'app.json'), JSON.stringify(parts.sort()));
    },
  };
}

/** The folder holds the app too and can't be emptied, but scripts of earlier builds must not be packed. */
function freshScripts(): Plugin {
  return {
    name: 'fresh-scripts',
    buildStart() {
      if (!existsSync('build')) return;
      for (const name of readdirSync('build')) if (name.endsWith('.js')) rmSync(`build/${name}`);
    },
  };
}

/** What the command is, in a word: to read all of itself to tell took it a twentieth of a second at each start. */
function fingerprinted(): Plugin {
  return {
    name: 'fingerprinted',
    generateBundle(_, bundle) {
      const hash = createHash('sha256');
      for (const name of Object.keys(bundle).sort()) {
        const part = bundle[name]!;
        if (part.type === 'chunk') hash.update(name).update(part.code);
      }
      this.emitFile({ type: 'asset', fileName: 'fingerprint', source: hash.digest('hex').slice(0, 16) });
    },
  };
}

/** What a library ships that a bundle of ours must not, or need not, have. */
const MENDS: readonly { file: string; from: RegExp; to: string; head?: string }[] = [
  {
    // The fields of its classes are set by a slow helper, a fifth of its time: assigning does the same.
    file: '/markdown-it/',
    from: /_defineProperty\(\s*this,(?:\s*\/\*\*[\s\S]*?\*\/)?\s*"(\w+)",/g,
    to: '(this.$1 =',
  },
  {
    // The same few lengths and names of styles are written a million times: a tenth of KaTeX's time.
    file: '/katex/dist/katex.mjs',
    from: /return \+n\.toFixed\(4\) \+ "em";/,
    to: `let em = lengths.get(n);
      if (em === undefined) {
        em = +n.toFixed(4) + 'em';
        if (lengths.size < 10_000) lengths.set(n, em);
      }
      return em;`,
    head: 'const lengths = new Map();',
  },
  {
    file: '/katex/dist/katex.mjs',
    from: /(hyphenate = )(str => )(str\.replace\(uppercase, "-\$1"\)\.toLowerCase\(\));/,
    to: `$1$2{
      let name = styleNames.get(str);
      if (name === undefined) styleNames.set(str, (name = $3));
      return name;
    };`,
    head: 'const styleNames = new Map();',
  },
  {
    // Hardly any text of a formula has to be escaped: to look first takes a third of the time.
    file: '/katex/dist/katex.mjs',
    from: /var escape = text => String\(text\)\.replace\(ESCAPE_REGEX, /,
    to: 'var escape = text => !/[&><"\']/.test(text) ? String(text) : String(text).replace(ESCAPE_REGEX, ',
  },
  {
    // The engine that runs front matter as a program. It is switched off where it would be called; here it goes altogether.
    file: '/gray-matter/lib/engines.js',
    from: /return eval\(str\) \|\| \{\};/,
    to: "throw new Error('front matter is never run');",
  },
];

function mended(): Plugin {
  const done = new Set<(typeof MENDS)[number]>();
  return {
    name: 'mended',
    transform(code, id) {
      const mends = MENDS.filter(({ file, from }) => id.includes(file) && code.search(from) >= 0);
      if (mends.length === 0) return null;
      const whole = mends.reduce((mended, { from, to }) => mended.replace(from, to), code);
      mends.forEach((mend) => done.add(mend));
      return { code: [...mends.map(({ head }) => head ?? ''), whole].join('\n'), map: null };
    },
    buildEnd() {
      const left = MENDS.find((mend) => !done.has(mend));
      if (left !== undefined)
        this.error(`${left.file} has changed: look at its mend in vite.config.ts again.`);
    },
  };
}
