/** The project's own modules, outside of a browser. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from './blog.mjs';

/** @returns {Promise<{ load: (file: string) => Promise<any>, close: () => Promise<void> }>} `file` from `src/` */
export async function openModules() {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false },
    optimizeDeps: { noDiscovery: true },
  });
  return { load: (file) => server.ssrLoadModule(join(ROOT, 'src', file)), close: () => server.close() };
}
