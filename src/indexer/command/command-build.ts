import { existsSync } from 'node:fs';
import { oneLine } from '../common/in-words.ts';
import type { Site } from '../common/types.ts';
import { PublishError } from '../common/write-error.ts';
import { LastBuild, type Standing } from '../last-build.ts';
import { writePositions } from '../map/positions-file.ts';
import { checkBacklinks, writeBacklinks } from '../write/backlinks-file.ts';
import { prepareOutput, writeSite } from '../write/write.ts';
import {
  buildOptions,
  type CommonOptions,
  countsOf,
  EXIT,
  isSerious,
  nearPath,
  print,
  progressOf,
  say,
  shown,
} from './command.ts';
import { foundText, stagesText, writtenText } from './summary.ts';

export interface BuildCommandOptions extends CommonOptions {
  readonly out: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly timings?: boolean;
  /** Writes the positions beside the notes. */
  readonly keepPositions?: boolean;
  readonly freshMap?: boolean;
  /** File that takes who links to each note. */
  readonly backlinks?: string;
  /** Where the site will be. */
  readonly url?: string;
}

/** `hearthmap build`: the whole site into a folder. Sets the exit code; @throws {Error} in words where nothing is published. */
export async function build(folder: string, options: BuildCommandOptions): Promise<void> {
  const start = performance.now();
  const stop = new AbortController();
  let isWriting = false;
  const onInterrupt = (): void => {
    // Until writing begins there is nothing to clear away.
    if (!isWriting || stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);

  const progress = progressOf(options);
  if (options.backlinks !== undefined) checkBacklinks(options.backlinks, options.out);
  prepareOutput(options.out, [folder].filter(existsSync));
  const settings = {
    ...buildOptions(folder, options, progress),
    freshMap: options.freshMap === true,
    url: options.url ?? null,
  };
  const last = new LastBuild(settings, options.out);
  // What is written beside the site is made of more than the site.
  const isAlone = options.keepPositions !== true && options.backlinks === undefined;
  const standing = isAlone ? await last.standing() : null;
  if (standing !== null) {
    progress.end();
    tell({ ...standing, folder, start, options });
    return;
  }

  // Not loaded where nothing has changed.
  const { createIndexer } = await import('../index.ts');
  const site = await createIndexer(settings, last.sources).run();
  isWriting = true;
  const written = await writeSite(site, options.out, {
    notes: [folder, site.summary.contentFolder],
    signal: stop.signal,
    cache: settings.cache ?? null,
    onProgress: (done, total) => progress.onProgress('Writing files', done, total),
  }).catch((error: unknown) => {
    if (stop.signal.aborted) process.exitCode = EXIT.interrupted;
    throw error;
  });
  await last.keep(site);
  const kept = options.keepPositions === true ? await keepPositions(site) : null;
  const linked = options.backlinks === undefined ? null : keepBacklinks(site, options.backlinks);
  progress.end();

  const { diagnostics } = await site.report();
  const beside = [kept, linked].filter((text) => text !== null);
  tell({ written, summary: site.summary, diagnostics, folder, start, options, beside });
}

interface Told extends Pick<Standing, 'written' | 'summary' | 'diagnostics'> {
  readonly folder: string;
  readonly start: number;
  readonly options: BuildCommandOptions;
  /** What to say of what was written beside the site. */
  readonly beside?: readonly string[];
}

function tell({ written, summary, diagnostics, folder, start, options, beside = [] }: Told): void {
  const milliseconds = performance.now() - start;
  if (options.json === true) {
    const { files, bytes, changed } = written;
    print(
      JSON.stringify({ ...summary, diagnostics: countsOf(diagnostics), files, bytes, changed, milliseconds }),
    );
  } else if (options.quiet !== true) {
    print(foundText(shown(summary), diagnostics, `hearthmap check ${folder}`));
    print(`\n${writtenText(written, nearPath(options.out), milliseconds)}`);
    for (const text of beside) print(text);
  }
  if (options.timings === true) say(stagesText(summary));
  if (written.leftover !== undefined) {
    say(`The old site could not be deleted: ${oneLine(written.leftover)}. The next build tries again.`);
  }
  if (options.strict === true && diagnostics.some(isSerious)) process.exitCode = EXIT.findings;
}

/** @returns what to say of it */
async function keepPositions({ positions }: Site): Promise<string | null> {
  const file = nearPath(positions.file);
  const text = await positions.text();
  const isChanged = attempt(() => writePositions(positions.file, text));
  if (isChanged === null) return null;
  return isChanged ? `Where notes stand is kept in ${file}` : `Where notes stand is in ${file} already`;
}

/** @returns what to say of it */
function keepBacklinks(site: Site, file: string): string | null {
  const isChanged = attempt(() => writeBacklinks(site, file));
  if (isChanged === null) return null;
  return `Who links to each note ${isChanged ? 'is' : 'was already'} in ${nearPath(file)}`;
}

/** The site is published by now: what fails is told, and nothing more. */
function attempt(work: () => boolean): boolean | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    say(error.message);
    process.exitCode = EXIT.findings;
    return null;
  }
}
