/** The words of all headings, for queries that ask for them. */
import { HEADINGS_VERSION, joinHeadings, type HeadingsFile } from '../../contract/headings.ts';
import { spelled } from '../../contract/search.ts';
import { spaced } from '../../query/names.ts';
import { memo } from '../common/memo.ts';
import type { ParsedNote } from '../common/types.ts';

/** @returns null where no note has any */
export function deriveHeadings(notes: readonly ParsedNote[]): HeadingsFile | null {
  const headings = notes.map(headingsOf);
  return headings.every((own) => own === '') ? null : { version: HEADINGS_VERSION, headings };
}

const headingsOf = memo(({ headings }: ParsedNote) =>
  joinHeadings(headings.map(({ text }) => spaced(spelled(text))).filter((words) => words !== '')),
);
