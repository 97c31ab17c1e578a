/** When notes were written and what is in them, in columns by note of the map. */
import { FACTS_VERSION, type FactsFile } from '../../contract/facts.ts';
import type { ParsedNote } from '../common/types.ts';
import type { GitDates } from '../resolve/git-dates.ts';

/**
 * @param git what is known of notes by their repository; their front matter knows better
 * @param headings the name of the file of headings; null where no note has any
 * @returns null where there is nothing to tell
 */
export function deriveFacts(
  notes: readonly ParsedNote[],
  git: GitDates,
  headings: string | null = null,
): FactsFile | null {
  const dates = notes.map((note) => datesOf(note, git));
  const created = dates.map((date) => date.created);
  const modified = dates.map((date) => date.modified);
  const has = notes.map((note) => note.has);
  const columns: Pick<FactsFile, 'created' | 'modified' | 'has' | 'headings'> = {
    ...(created.some((day) => day !== null) ? { created } : {}),
    ...(modified.some((day, note) => day !== created[note]) ? { modified } : {}),
    ...(has.some((sum) => sum > 0) ? { has } : {}),
    ...(headings === null ? {} : { headings }),
  };
  return Object.keys(columns).length === 0
    ? null
    : { version: FACTS_VERSION, notes: notes.length, ...columns };
}

function datesOf(
  { path, file = path, frontMatter }: ParsedNote,
  git: GitDates,
): { created: number | null; modified: number | null } {
  const { date, publishDate, created: made, lastmod } = frontMatter;
  const commits = git.get(file);
  const created = dayOf(date) ?? dayOf(publishDate) ?? dayOf(made) ?? dayOf(commits?.created);
  const changed = dayOf(lastmod);
  if (changed !== null) return { created, modified: changed };
  const committed = dayOf(commits?.modified);
  // What its author calls new was not changed before.
  const isLater = committed !== null && (created === null || committed > created);
  return { created, modified: isLater ? committed : created };
}

const DAY = 24 * 60 * 60 * 1000;

/** The day as its author wrote it, in whichever zone, since 1970-01-01. */
function dayOf(date: string | null | undefined): number | null {
  // Hugo's word for no date is the first day of the year 1.
  if (date === null || date === undefined || date < '0002') return null;
  return Math.floor(Date.parse(date.slice(0, 10)) / DAY);
}
