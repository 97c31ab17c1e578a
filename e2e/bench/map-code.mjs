/** How large the map's code is: layout, renderers, labels, picking and input, without the panes and Svelte. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './blog.mjs';
import { figure } from './figure.mjs';

const ENTRY = join(ROOT, 'e2e', 'bench', 'drawing', 'map-code.ts');

/** @returns {Promise<number>} bytes after gzip, of all its scripts, the workers and both renderers too */
export async function mapCodeBytes() {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2022',
      // How the bundler fetches a script's own imports is none of the map's code.
      modulePreload: false,
      rollupOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs
    .filter(({ fileName }) => fileName.endsWith('.js'))
    .map((one) => ('code' in one ? one.code : one.source))
    .reduce((sum, text) => sum + gzipSync(text).length, 0);
}

/** @param {import('./run.mjs').Settings} settings */
export async function mapCode({ tell }) {
  tell('bundling the map’s code …');
  return figure(
    'the map’s code, both renderers and its workers, gzip',
    (await mapCodeBytes()) / 1000,
    'kB',
    '<= 25',
  );
}
