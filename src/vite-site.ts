/**
 * `import { hearthmap } from 'hearthmap/vite'`: the map of a blog that Vite builds, or what stands upon Vite.
 *
 *     export default defineConfig({ plugins: [hearthmap({ notes: 'content' })] });
 *
 * and for Astro, which builds pages in a way of its own:
 *
 *     export default defineConfig({ integrations: [hearthmapForAstro({ notes: 'content' })] });
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ResolvedConfig } from 'vite';
import { checkOptions } from './indexer/api-options.ts';
import { folderPath, placeWithin } from './indexer/folder-path.ts';
import { buildOptionsOf, publishFolder } from './indexer/publish.ts';
import { isAllowedByVite } from './indexer/serve/serve-host.ts';
import { leaveScripts } from './indexer/vite-scripts.ts';
import { startLiveSite, type LiveSite } from './indexer/serve/watch-site.ts';
import type * as types from './published/vite.d.ts';

const APP = path.join(path.dirname(fileURLToPath(import.meta.url)), 'app');
const NOTES = 'the folder of your notes, the option "notes",';
const ASTRO =
  'Astro moves its files after Vite has built them, so the map is not published here. Put hearthmapForAstro() of "hearthmap/vite" into integrations, instead of hearthmap() into vite.plugins.';

export const hearthmap: typeof types.hearthmap = (options) => pluginOf(options, true);

export const hearthmapForAstro: typeof types.hearthmapForAstro = (options) => {
  checkGiven(options);
  let root = '';
  let cache = '';
  return {
    name: 'hearthmap',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        root = fileURLToPath(config.root);
        cache = fileURLToPath(config.cacheDir);
        // Other commands start a server too, for what they read by it.
        if (command === 'dev') updateConfig({ vite: { plugins: [pluginOf(options, false)] } });
      },
      'astro:build:done': ({ dir, logger }) =>
        publish(options, root, cache, fileURLToPath(dir), (text) => logger.info(text)),
    },
  };
};

/** @param publishes when Vite has built, where it builds what readers get */
function pluginOf(given: types.HearthmapOptions, publishes: boolean): Plugin {
  checkGiven(given);
  const { notes, path: at, ...options } = given;
  let config: ResolvedConfig;
  let live: LiveSite | undefined;
  let hasFailed = false;
  return {
    name: 'hearthmap',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      // Before Vite looks for the modules of a page.
      order: 'pre',
      handler: (html, { path: page }) => leaveScripts(html, { place: placeOf(at), base: config.base, page }),
    },
    async configureServer(server) {
      const { logger } = config;
      const cache = options.cache ?? path.join(config.cacheDir, 'hearthmap');
      live = await startLiveSite({
        build: { ...buildOptionsOf(path.resolve(config.root, notes), APP, options), cache },
        // By what Vite's own settings say, below.
        host: null,
        onBuilt: (_, milliseconds) =>
          logger.info(`the map of ${notes} is built again, in ${milliseconds.toFixed(0)} ms`),
        onProblem: (problem) => logger.error(problem),
      });
      const { served } = live;
      const base = `${config.base.replace(/\/*$/, '')}/${placeOf(at)}`;
      server.middlewares.use(base, (request, response) => {
        const { host } = request.headers;
        // Older Vite asks for whom it answers after its plug-ins, so that they are reached before.
        if (!isAllowedByVite(host, config.server)) {
          const name = JSON.stringify(host?.replace(/:\d*$/, '') ?? '');
          response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
          response.end(
            `This server doesn't answer for ${name}. Add it to server.allowedHosts, if it is yours.\n`,
          );
          return;
        }
        // What stands upon Vite may have cut the blog's own base off.
        const [asked = '', query] = (request.originalUrl ?? '').split('?');
        // The addresses in it count from a folder.
        if (/^\/?(?:\?|$)/.test(request.url ?? '') && !asked.endsWith('/'))
          response
            .writeHead(302, { Location: query === undefined ? `${asked}/` : `${asked}/?${query}` })
            .end();
        else served.handle(request, response);
      });
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    async closeBundle() {
      // A server ends so too, whether it has listened or not.
      live?.close();
      // Of this very build: where several are made, one plug-in may be told of them all.
      const { command, consumer, plugins, logger, root, cacheDir, build } = this.environment.config;
      if (!publishes || hasFailed || command !== 'build') return;
      if (plugins.some(({ name }) => name.startsWith('astro:'))) {
        logger.warnOnce(ASTRO);
        return;
      }
      // Not with what the server of a blog renders its pages by.
      if (consumer !== 'client' || build.ssr !== false) return;
      await publish(given, root, cacheDir, path.resolve(root, build.outDir), (text) => logger.info(text));
    },
  };
}

/** @param out folder of the blog */
async function publish(
  { notes, path: at, ...options }: types.HearthmapOptions,
  root: string,
  cacheDir: string,
  out: string,
  tell: (text: string) => void,
): Promise<void> {
  const cache = options.cache ?? path.join(cacheDir, 'hearthmap');
  const folder = path.join(out, placeOf(at));
  const site = await publishFolder(path.resolve(root, notes), folder, APP, { ...options, cache });
  const findings = site.diagnostics.filter(({ severity }) => severity !== 'info').length;
  tell(
    `the map of ${notes} is in ${path.relative(root, folder)}: ${site.files} files${findings > 0 ? `; ${findings} findings, see its report.json` : ''}`,
  );
}

/** Before anything is made of it. @throws {Error} in words */
function checkGiven(given: Partial<types.HearthmapOptions> | undefined): void {
  const { notes, path: at, ...options } = given ?? {};
  folderPath(notes, NOTES);
  placeOf(at);
  checkOptions(options);
}

function placeOf(at = 'map/'): string {
  return placeWithin(at, 'path');
}
