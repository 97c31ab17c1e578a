import type { Diagnostic } from '../../contract/diagnostic.ts';
import { oneLine } from '../common/in-words.ts';
import type { BuildOptions, Site } from '../common/types.ts';
import { createIndexer } from '../index.ts';
import { readConfiguration } from '../settings/configuration.ts';
import { LIVE_PATH } from './serve-live.ts';
import { type ServedSite, serveSite } from './serve.ts';
import { watchFolders } from './watch.ts';

export interface LiveSiteOptions {
  readonly build: BuildOptions;
  /** Name or address that the site is served under; null where a server around it heeds that. */
  readonly host: string | null;
  /**
   * After each build that follows the first one and has another outcome: whoever writes of it to a file among the notes must
   * not be asked to write again.
   */
  readonly onBuilt: (built: Built, milliseconds: number, changed: readonly string[]) => void;
  /** A build that failed, in words; the last site is still served. */
  readonly onProblem: (problem: string) => void;
}

export interface Built {
  readonly site: Site;
  /** What the author is told. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface LiveSite {
  readonly first: Built;
  readonly served: ServedSite;
  readonly close: () => void;
}

/**
 * Builds a site, serves it from memory and builds it again when its folder changes.
 * @throws {Error} in words, where the first build fails
 */
export async function startLiveSite(options: LiveSiteOptions): Promise<LiveSite> {
  const from = { ...readConfiguration(options.build.folder), otherContents: [] };
  const indexer = createIndexer({ ...options.build, live: LIVE_PATH, holds: true });
  const served = serveSite(options.host);
  let first: Promise<Site> | undefined;
  let told = '';
  const watching = watchFolders({
    from,
    async onChange(changed) {
      await first?.catch(() => {});
      const start = performance.now();
      const since = Date.now();
      try {
        const site = await indexer.run(changed);
        watching.follow(site.readFrom, since);
        await site.report();
        const isNew = served.show(site, changed, site.held.map(placeAndMessage));
        const milliseconds = performance.now() - start;
        const diagnostics = await site.findings();
        const before = told;
        told = JSON.stringify(diagnostics);
        if (isNew || told !== before) options.onBuilt({ site, diagnostics }, milliseconds, changed);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        served.fail(problem);
        options.onProblem(problem);
      }
    },
  });
  const close = (): void => {
    watching.close();
    served.close();
  };
  try {
    // It is watched already: an edit while it is read must not be missed.
    const since = Date.now();
    first = indexer.run();
    const site = await first;
    watching.follow(site.readFrom, since);
    const diagnostics = await site.findings();
    told = JSON.stringify(diagnostics);
    served.show(site);
    return { first: { site, diagnostics }, served, close };
  } catch (error) {
    close();
    throw error;
  }
}

function placeAndMessage({ file, line, column, message }: Diagnostic): string {
  return oneLine(`${file}:${line}:${column} ${message}`);
}
