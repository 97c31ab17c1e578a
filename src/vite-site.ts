/**
 * `import { hearthmap } from 'hearthmap/vite'`: the map of a blog that Vite builds, or what stands upon Vite.
 *
 *     export default defineConfig({ plugins: [hearthmap({ notes: 'content' })] });
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResolvedConfig } from 'vite';
import { buildOptionsOf, publishFolder } from './indexer/publish.ts';
import { startLiveSite, type LiveSite } from './indexer/watch-site.ts';
import type * as types from './published/vite.d.ts';

const APP = path.join(path.dirname(fileURLToPath(import.meta.url)), 'app');

export const hearthmap: typeof types.hearthmap = ({ notes, path: at = 'map/', ...options }) => {
  let config: ResolvedConfig;
  let live: LiveSite | undefined;
  let hasFailed = false;
  const place = at.replace(/^\/+|\/*$/g, '');
  const folder = (): string => path.resolve(config.root, notes);
  const cache = (): string => options.cache ?? path.join(config.cacheDir, 'hearthmap');
  return {
    name: 'hearthmap',
    configResolved(resolved) {
      config = resolved;
    },
    async configureServer(server) {
      const { logger } = config;
      live = await startLiveSite({
        build: { ...buildOptionsOf(folder(), APP, options), cache: cache() },
        host: '127.0.0.1',
        onBuilt: (_, milliseconds) =>
          logger.info(`the map of ${notes} is built again, in ${milliseconds.toFixed(0)} ms`),
        onProblem: (problem) => logger.error(problem),
      });
      const { served } = live;
      const base = `${config.base.replace(/\/*$/, '')}/${place}`;
      server.middlewares.use(base, (request, response) => {
        const [asked = '', query] = (request.originalUrl ?? '').split('?');
        // The addresses in it count from a folder.
        if (asked === base)
          response.writeHead(302, { Location: query === undefined ? `${base}/` : `${base}/?${query}` }).end();
        else served.handle(request, response);
      });
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    async closeBundle() {
      // A server ends so too, whether it has listened or not.
      live?.close();
      if (hasFailed) return;
      // Once, and not with what the server of a blog renders its pages by.
      if (config.command !== 'build' || config.build.ssr !== false) return;
      const out = path.resolve(config.root, config.build.outDir, place);
      const { files, diagnostics } = await publishFolder(folder(), out, APP, { ...options, cache: cache() });
      const findings = diagnostics.filter(({ severity }) => severity !== 'info').length;
      config.logger.info(
        `the map of ${notes} is in ${path.relative(config.root, out)}: ${files} files${findings > 0 ? `; ${findings} findings, see its report.json` : ''}`,
      );
    },
  };
};
