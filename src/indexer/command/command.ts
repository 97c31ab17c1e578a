import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { cacheFolder, namedCache } from '../cache-folder.ts';
import type { BuildOptions, Summary } from '../common/types.ts';
import { createProgress, type Progress } from './summary-progress.ts';

export const EXIT = { ok: 0, findings: 1, nothingPublished: 2, interrupted: 130 } as const;

/** What every command takes. */
export interface CommonOptions {
  /** Folder of the prebuilt explorer. */
  readonly app: string;
  readonly drafts?: boolean;
  readonly now?: Date;
  /** Takes dates from the repository's history, where front matter has none. */
  readonly gitDates?: boolean;
  /** A folder, or false for none; by default the system's own. */
  readonly cache?: string | false;
  readonly quiet?: boolean;
}

/** @throws {Error} in words */
export function buildOptions(folder: string, options: CommonOptions, progress: Progress): BuildOptions {
  return {
    folder,
    app: options.app,
    drafts: options.drafts === true,
    now: options.now ?? sourceDate() ?? new Date(),
    gitDates: options.gitDates === true,
    cache: cacheOf(folder, options.cache),
    onProgress: progress.onProgress,
  };
}

function cacheOf(folder: string, named: string | false | undefined): string | null {
  if (named === undefined) return cacheFolder(folder);
  return named === false ? null : namedCache(named, '--cache');
}

export function progressOf(options: CommonOptions): Progress {
  return options.quiet === true ? { onProgress: () => {}, end: () => {} } : createProgress(process.stderr);
}

/** The moment that reproducible builds agree on: https://reproducible-builds.org/specs/source-date-epoch/ */
function sourceDate(): Date | undefined {
  const text = process.env['SOURCE_DATE_EPOCH'];
  if (text === undefined || text === '') return undefined;
  const date = new Date(Number(text) * 1000);
  if (!/^\d+$/.test(text) || Number.isNaN(date.getTime())) {
    throw new Error(`SOURCE_DATE_EPOCH is "${text}". It takes seconds since 1970, such as 1764547200.`);
  }
  return date;
}

export const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
export const isSerious = ({ severity }: Diagnostic): boolean => severity !== 'info';

export function countsOf(diagnostics: readonly Diagnostic[]): {
  errors: number;
  warnings: number;
  infos: number;
} {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** A path as one would type it here: relative where it lies below. */
export function nearPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? resolve(path) : near || '.';
}

/** The summary with its folder as one would type it here. */
export function shown(summary: Summary): Summary {
  return { ...summary, contentFolder: nearPath(summary.contentFolder) };
}

/** Before the file of a diagnostic, so that a terminal or an editor makes a link of it. */
export function prefixOf(summary: Summary): string {
  const near = nearPath(summary.contentFolder);
  return near === '.' ? '' : `${near.split(sep).join('/')}/`;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
