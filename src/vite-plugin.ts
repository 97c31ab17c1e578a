import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { startLiveSite } from './indexer/serve/watch-site.ts';

/** What a build of the app would leave, for pages that load the app from its source instead. */
const SOURCE_MANIFEST = {
  'index.html': { file: 'src/main.ts' },
  'src/client/reader/math.css': { file: 'src/client/reader/math.css' },
  'src/client/reader/asides.css': { file: 'src/client/reader/asides.css' },
  'src/client/reader/print.css': { file: 'src/client/reader/print.css' },
  'src/embed-page.ts': { file: 'src/embed-page.ts' },
};

/** Vite puts styles into the page itself, which the pages of a published site forbid. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/**
 * The contributors' dev server: a live index of `folder`, as `hearthmap dev` serves it, around the app's own source.
 * An edited note or component is in the open page at once.
 */
export function hearthmap(folder: string): Plugin {
  return {
    name: 'hearthmap',
    apply: 'serve',
    async configureServer(server) {
      const app = join(server.config.cacheDir, 'hearthmap-app');
      mkdirSync(app, { recursive: true });
      writeFileSync(join(app, 'manifest.json'), JSON.stringify(SOURCE_MANIFEST));
      const live = await startLiveSite({
        build: {
          folder,
          app,
          drafts: true,
          now: new Date(),
          cache: join(server.config.cacheDir, 'hearthmap-notes'),
        },
        // Vite has looked at the name already.
        host: null,
        onBuilt: (_, milliseconds) =>
          server.config.logger.info(`notes built again in ${milliseconds.toFixed(0)} ms`),
        onProblem: (problem) => server.config.logger.error(problem),
      });
      server.httpServer?.once('close', () => live.close());
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '/';
        const found = live.served.find(url);
        if (found === undefined) next();
        else if (found.page === null) live.served.handle(request, response);
        else
          found
            .page()
            .then((page) => sendPage(server, url, page))
            .then((html) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html), next);
      });
    },
  };
}

function sendPage(server: ViteDevServer, url: string, page: string): Promise<string> {
  return server.transformIndexHtml(url, page.replace(POLICY, ''));
}
