/** Notes with the dates that git knows of them, where their front matter has none. */
import type { FrontMatter } from '../common/types.ts';
import { resolvedAs } from './changed-note.ts';
import type { GitDates } from './git-dates.ts';
import type { ResolvedNote } from './resolved-note.ts';
import { changed } from './with-cascades.ts';

/**
 * Notes are resolved by then: what a note is called on the blog, and what is left out, git has no part in. A note that git tells
 * nothing new of stays the same object, and so does one that it tells the same again.
 */
export function withGitDates(notes: readonly ResolvedNote[], git: GitDates): readonly ResolvedNote[] {
  if (git.size === 0) return notes;
  return notes.map((resolved) => {
    const { path, file = path, frontMatter } = resolved.note;
    const commits = git.get(file);
    if (commits === undefined) return resolved;
    return resolvedAs(resolved, changed(resolved.note, datesBeside(frontMatter, commits)));
  });
}

function datesBeside(
  { date, publishDate, created, lastmod }: FrontMatter,
  commits: { readonly created: string; readonly modified: string },
): Partial<FrontMatter> {
  const own = date ?? publishDate ?? created;
  // What its author calls new was not changed before.
  const isLater = lastmod === null && commits.modified > (own ?? commits.created).slice(0, 10);
  return {
    ...(own === null ? { date: commits.created } : {}),
    ...(isLater ? { lastmod: commits.modified } : {}),
  };
}
