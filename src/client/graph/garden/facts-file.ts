/** What is known about notes beside their links. */
import { readFacts, type Facts } from '../../../contract/facts.ts';
import { readHeadings } from '../../../contract/headings.ts';
import type { Needs } from '../../../query/plan.ts';
import { loadData } from './data-file.ts';

/** The last ones that came. */
let known: { readonly href: string; readonly facts: Facts } | null = null;

/**
 * Fetches only what has not come yet.
 * @throws {DataError} whose message is for the reader.
 */
export async function loadFacts(file: URL, needs: Needs): Promise<Facts> {
  const keep = (facts: Facts): Facts => {
    // Of two that were asked for at once, the one with headings stays.
    if (known?.href !== file.href || known.facts.headings === null) known = { href: file.href, facts };
    return known.facts;
  };
  const facts =
    known?.href === file.href ? known.facts : keep(readFacts(await loadData(file, 'dates of its notes')));
  const { headings, headingsFile, created } = facts;
  if (needs !== 'headings' || headings !== null || headingsFile === null) return facts;
  const found = await loadData(new URL(headingsFile, file), 'headings of its notes');
  return keep({ ...facts, headings: readHeadings(found, created.length) });
}
