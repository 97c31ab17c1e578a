/** Tells where git knows nothing of notes whose dates are asked of it, since they lie in no commit of its repository. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import type { GitDates } from './git-dates.ts';

const TOP = { line: 1, column: 1 };

/**
 * A few notes without a commit are new ones: nothing is told of them.
 * @param content absolute
 * @param files of the notes, from there
 */
export function tellUnknown(
  content: string,
  files: readonly string[],
  dates: GitDates,
  severity: Severity,
): Diagnostic[] {
  const unknown = files.filter((file) => !dates.has(file));
  const known = new Map<string, string | null>([['.', null]]);
  /** The nearest folder with a repository of its own, below the content folder. */
  const repositoryAround = (folder: string): string | null => {
    let found = known.get(folder);
    if (found === undefined) {
      const isOne = existsSync(path.join(content, folder, '.git'));
      found = isOne ? folder : repositoryAround(path.posix.dirname(folder));
      known.set(folder, found);
    }
    return found;
  };
  const nested = new Set(unknown.flatMap((file) => repositoryAround(path.posix.dirname(file)) ?? []));
  const told = [...nested].sort().map((folder) => {
    const message = 'is a repository of its own (a submodule, say), whose history is not asked';
    return diagnose(
      'no-git-dates',
      folder,
      TOP,
      message,
      'Its notes have the dates of their front matter.',
      severity,
    );
  });
  if (told.length > 0 || unknown.length < files.length || files.length === 0) return told;
  const message = 'none of the notes is in a commit of the repository that they lie in';
  const suggestion = 'Commit them. Until then the dates are those of the front matter.';
  return [diagnose('no-git-dates', '.', TOP, message, suggestion, severity)];
}
