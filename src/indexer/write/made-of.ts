/** What a site was made of: where all of it is as it was, the next build has nothing to do. */
import { statSync } from 'node:fs';
import { fingerprint } from '../common/fingerprint.ts';
import { keyOf } from '../common/key-of.ts';
import type { BuildOptions, FrontMatter, MadeOf } from '../common/types.ts';
import type { AppFiles } from '../read/app-files.ts';
import { writtenAt, type Folder } from '../read/source.ts';
import type { Configuration } from '../settings/configuration.ts';

/** Equal for the same notes, settings and options, by the same program; no file beside the notes is looked into. */
export function inputsKey(
  { drafts = false, url = null }: BuildOptions,
  app: AppFiles,
  configuration: Configuration,
  { notes, assets, excluded, diagnostics }: Folder,
): string {
  return keyOf([
    fingerprint(),
    [drafts, url],
    textOf(app),
    textOf(configuration),
    notes.map(({ path, hash }) => [path, hash]),
    takesFileTimes(configuration) ? notes.map(writtenAt) : [],
    [...assets],
    excluded,
    diagnostics,
  ]);
}

function takesFileTimes({ dateWays }: Configuration): boolean {
  return Object.values(dateWays ?? {}).some((ways) => ways.includes(':filemodtime'));
}

/**
 * The first moment from `now` on at which one of these notes may come or go by its dates.
 * @returns milliseconds since 1970, or null where none will
 */
export function nextChange(fields: Iterable<FrontMatter>, now: Date): MadeOf['until'] {
  let next: number | null = null;
  for (const { publishDate, date, expiryDate } of fields) {
    for (const text of [publishDate ?? date, expiryDate]) {
      if (text === null) continue;
      const moment = Date.parse(text);
      if (moment >= now.getTime() && (next === null || moment < next)) next = moment;
    }
  }
  return next;
}

/** Changes with a file, its being there, and what stands at its path; '' where nothing does. */
export function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? '' : [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

/** Whether a file with that stamp was last touched before `moment`, as far as clocks of file systems tell. */
export function isOlder(stamp: string, moment: number): boolean {
  const [, mtimeMs, ctimeMs] = stamp.split(' ').map(Number);
  return stamp === '' || Math.max(mtimeMs!, ctimeMs!) < moment - CLOCK_STEP_MS;
}

/** Within it, a file may be written twice and look the same: FAT counts in steps of two seconds; the others in milliseconds. */
export const CLOCK_STEP_MS = 2000;

/** Maps and expressions too, which JSON has no words for. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part];
    return part instanceof RegExp ? String(part) : part;
  });
}
