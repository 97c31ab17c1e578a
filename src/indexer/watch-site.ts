import { resolve } from 'node:path';
import { createIndexer } from './index.ts';
import { LIVE_PATH } from './serve-live.ts';
import { type ServedSite, serveSite } from './serve.ts';
import type { BuildOptions, Site } from './types.ts';
import { type Watching, watchFolders } from './watch.ts';

export interface LiveSiteOptions {
  readonly build: BuildOptions;
  /** Name or address that the site is served under. */
  readonly host: string;
  /** After each build that follows the first one. */
  readonly onBuilt: (site: Site, milliseconds: number, changed: readonly string[]) => void;
  /** A build that failed, or a folder that can't be watched, in words; the last site is still served. */
  readonly onProblem: (problem: string) => void;
}

export interface LiveSite {
  /** The first build. */
  readonly site: Site;
  readonly served: ServedSite;
  readonly watching: Watching;
  readonly close: () => Promise<void>;
}

/**
 * Builds a site, serves it from memory and builds it again when its folder changes.
 * @throws {Error} in words, where the first build fails
 */
export async function startLiveSite(options: LiveSiteOptions): Promise<LiveSite> {
  const indexer = createIndexer({ ...options.build, live: LIVE_PATH });
  const site = await indexer.run();
  const served = serveSite(options.host);
  served.show(site);
  const watching = watchFolders({
    folders: watchedFolders(options.build.folder, site.summary.contentFolder),
    onProblem: options.onProblem,
    async onChange(changed) {
      const start = performance.now();
      try {
        const next = await indexer.run(changed);
        served.show(next, changed);
        options.onBuilt(next, performance.now() - start, changed);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        served.fail(problem);
        options.onProblem(problem);
      }
    },
  });
  return {
    site,
    served,
    watching,
    async close() {
      await watching.close();
      served.close();
    },
  };
}

/** The named folder holds the configuration; the notes may lie outside of it. */
function watchedFolders(folder: string, content: string): string[] {
  return [...new Set([resolve(folder), resolve(folder, content)])];
}
