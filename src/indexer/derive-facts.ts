/** When notes were written and what is in them, in columns by note of the map. */
import { FACTS_VERSION, type FactsFile } from '../contract/facts.ts';
import type { ParsedNote } from './types.ts';

/** @returns null where there is nothing to tell. */
export function deriveFacts(notes: readonly ParsedNote[]): FactsFile | null {
  const dates = notes.map(({ frontMatter }) => {
    const created = dayOf(frontMatter.date ?? frontMatter.publishDate ?? frontMatter.created);
    return { created, modified: dayOf(frontMatter.lastmod) ?? created };
  });
  const created = dates.map((date) => date.created);
  const modified = dates.map((date) => date.modified);
  const has = notes.map((note) => note.has);
  const columns: Pick<FactsFile, 'created' | 'modified' | 'has'> = {
    ...(created.some((day) => day !== null) ? { created } : {}),
    ...(modified.some((day, note) => day !== created[note]) ? { modified } : {}),
    ...(has.some((sum) => sum > 0) ? { has } : {}),
  };
  return Object.keys(columns).length === 0
    ? null
    : { version: FACTS_VERSION, notes: notes.length, ...columns };
}

const DAY = 24 * 60 * 60 * 1000;

/** The day as its author wrote it, in whichever zone, since 1970-01-01. */
function dayOf(date: string | null): number | null {
  // Hugo's word for no date is the first day of the year 1.
  if (date === null || date < '0002') return null;
  return Math.floor(Date.parse(date.slice(0, 10)) / DAY);
}
