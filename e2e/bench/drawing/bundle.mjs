/** Bundles the measured pages: ours from the project's sources, the others with what was fetched. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../blog.mjs';

const HERE = join(ROOT, 'e2e', 'bench', 'drawing');

/** @type {Record<'empty' | 'hearthmap' | 'sigma' | 'quartz', string>} */
const ENTRIES = {
  empty: `import { bench } from '${HERE}/page-empty.mjs'; window.bench = bench;`,
  hearthmap: `import '${ROOT}/src/client/styles/tokens.css';
    import { bench } from '${HERE}/page-hearthmap.ts'; window.bench = bench;`,
  sigma: `import Sigma from 'sigma'; import Graph from 'graphology';
    import { runSigma } from '${HERE}/page-sigma.mjs'; window.bench = runSigma({ Sigma, Graph });`,
  quartz: `import { Application, Circle, Container, Graphics, Text } from 'pixi.js';
    import { forceSimulation, forceManyBody, forceCenter, forceLink, forceCollide, forceRadial } from 'd3-force';
    import { runQuartz } from '${HERE}/page-quartz.mjs';
    void runQuartz({ Application, Circle, Container, Graphics, Text, forceSimulation, forceManyBody, forceCenter,
      forceLink, forceCollide, forceRadial });`,
};

/**
 * @param {string} folder where the peers are, if they are
 * @param {readonly (keyof typeof ENTRIES)[]} names
 * @returns {Promise<string>} folder of the pages, each `NAME.html`
 */
export async function bundlePages(folder, names) {
  const out = join(folder, 'pages');
  mkdirSync(out, { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, `${name}.js`), ENTRIES[name]);
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><style>body{margin:0}</style>
      <link rel="icon" href="data:,"><body><script type="module" src="./${name}.js"></script>`,
    );
  }
  await build({
    configFile: false,
    root: folder,
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: names.map((name) => join(folder, `${name}.html`)) },
    },
  });
  return out;
}
