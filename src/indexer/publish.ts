/** Notes to a graph or a site in one call, for programs. */
import type { Indexed, IndexOptions, Published, PublishOptions } from '../contract/api.ts';
import { checkOptions } from './api-options.ts';
import { namedCache } from './cache-folder.ts';
import type { BuildOptions } from './common/types.ts';
import { PublishError } from './common/write-error.ts';
import { createIndexer } from './index.ts';
import { LastBuild } from './last-build.ts';
import { siteUrl } from './site-url.ts';
import { prepareOutput, writeSite } from './write/write.ts';

/** @param app folder of the prebuilt explorer @throws {Error} in words */
export async function indexFolder(folder: string, app: string, options: IndexOptions): Promise<Indexed> {
  const site = await createIndexer(buildOptionsOf(folder, app, options)).run();
  const { diagnostics } = await site.report();
  return { graph: site.graph, diagnostics };
}

/** @param app folder of the prebuilt explorer @throws {Error} in words, with the old site still in place */
export async function publishFolder(
  folder: string,
  out: string,
  app: string,
  options: PublishOptions,
): Promise<Published> {
  try {
    return await publishBuild(out, buildOptionsOf(folder, app, options));
  } catch (error) {
    throw error instanceof PublishError ? error.forProgram() : error;
  }
}

async function publishBuild(out: string, build: BuildOptions): Promise<Published> {
  const { folder } = build;
  prepareOutput(out, [folder]);
  const last = new LastBuild(build, out);
  const standing = await last.standing();
  if (standing !== null) {
    const { written, graph, diagnostics } = standing;
    return { ...written, graph: graph(), diagnostics };
  }
  const site = await createIndexer(build, last.sources).run();
  const notes = [folder, site.summary.contentFolder];
  const written = await writeSite(site, out, { notes, cache: build.cache ?? null });
  await last.keep(site);
  const { diagnostics } = await site.report();
  const { files, bytes, changed } = written;
  return { graph: site.graph, diagnostics, folder: written.folder, files, bytes, changed };
}

/** What a program says, as the indexer takes it. @throws {TypeError} in words */
export function buildOptionsOf(folder: string, app: string, options: PublishOptions): BuildOptions {
  checkOptions(options);
  const { drafts = false, now = new Date(), gitDates = false, cache = null, freshMap = false } = options;
  const { url, onProgress } = options;
  return {
    folder,
    app,
    drafts,
    now,
    gitDates,
    cache: cache === null ? null : namedCache(cache, 'The option "cache"'),
    freshMap,
    url: url === undefined ? null : siteUrl(url),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}
