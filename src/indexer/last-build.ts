/** The last build of a folder, where it is all that another one would do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, ReportFile } from '../contract/diagnostic.ts';
import type { GraphFile } from '../contract/graph.ts';
import { readKept, writeKept } from './cache/cache.ts';
import { Stages } from './common/stages.ts';
import type { BuildOptions, Site, Summary } from './common/types.ts';
import { readApp } from './read/app-files.ts';
import { readFolder, type KnownSources } from './read/source.ts';
import { readConfiguration } from './settings/configuration.ts';
import { inputsKey, isOlder, stampOf } from './write/made-of.ts';
import { realFolder } from './write/write-check.ts';
import { KnownFiles } from './write/write-known.ts';
import type { Written } from './write/write.ts';

interface Kept {
  readonly key: string;
  readonly files: readonly (readonly [file: string, stamp: string])[];
  /** Stamp of what is known of the written files: they may be of another build by now, with other options. */
  readonly site: string;
  /** Moments between which no note comes or goes by its dates. */
  readonly from: number;
  readonly until: number | null;
  readonly summary: Omit<Summary, 'stages'>;
}

/** The site that stands, and what its build said of it. */
export interface Standing {
  readonly written: Written;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
  readonly graph: () => GraphFile;
}

const NAME = 'last';

export class LastBuild {
  readonly #options: BuildOptions;
  readonly #out: string;
  readonly #start: number;
  #sources: KnownSources = new Map();

  /** @param start moment before which nothing of the notes was read, in milliseconds since 1970 */
  constructor(options: BuildOptions, out: string, start = Date.now()) {
    this.#options = options;
    this.#start = start;
    this.#out = realFolder(out);
  }

  /** What was read on the way. */
  get sources(): KnownSources {
    return this.#sources;
  }

  /** The site in the output folder, where a build would make just this one; null where it would not, or nobody can tell. */
  async standing(): Promise<Standing | null> {
    const { cache = null, freshMap = false, gitDates = false, now = new Date() } = this.#options;
    if (cache === null || freshMap || gitDates) return null;
    const kept = readKept(cache, NAME, this.#out) as Kept | null;
    if (kept === null) return null;
    const { from, until, files, site } = kept;
    const moment = now.getTime();
    if (moment < from || (until !== null && moment >= until)) return null;
    const stages = new Stages(this.#options.onProgress);
    try {
      const written = await stages.run('Looking for changes', 1, () => {
        const known = new KnownFiles(cache, this.#out);
        const isSame = known.stamp === site && files.every(([file, stamp]) => stampOf(file) === stamp);
        return isSame && this.#key() === kept.key ? known.standing() : null;
      });
      if (written === null) return null;
      const { diagnostics } = this.#read('report.json') as ReportFile;
      return {
        written: { folder: this.#out, ...written, changed: 0 },
        summary: { ...kept.summary, stages: stages.all },
        diagnostics,
        graph: () => this.#read('graph.json') as GraphFile,
      };
    } catch {
      // A whole build tells what is the matter.
      return null;
    }
  }

  /** Remembers what was just written. */
  async keep({
    madeOf,
    summary: { stages: _, ...summary },
  }: Pick<Site, 'madeOf' | 'summary'>): Promise<void> {
    const { cache = null, now = new Date() } = this.#options;
    if (cache === null || madeOf === null) return;
    const { key, until } = madeOf;
    const files = [...madeOf.files].map((file) => [file, stampOf(file)] as const);
    // What was touched since may have been read before.
    if (!files.every(([, stamp]) => isOlder(stamp, this.#start))) return;
    const site = new KnownFiles(cache, this.#out).stamp;
    const kept: Kept = { key, files, site, from: now.getTime(), until, summary };
    await writeKept(cache, NAME, this.#out, kept);
  }

  #key(): string {
    const configuration = readConfiguration(this.#options.folder);
    const folder = readFolder(configuration.content, new Map(), configuration);
    this.#sources = new Map(folder.notes.map((source) => [source.path, source]));
    return inputsKey(this.#options, readApp(this.#options.app), configuration, folder);
  }

  #read(name: string): unknown {
    return JSON.parse(readFileSync(join(this.#out, name), 'utf8'));
  }
}
