/** Notes that are left out by where they lie, whatever they say: by an author's `exclude`, or by what a vault keeps apart. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { spellingKey } from '../common/spelling-key.ts';
import { pathGlob } from '../front-matter/path-glob.ts';

export interface Exclusion {
  /** As it stands in the settings. */
  readonly written: string;
  /** Whether it is about a note, by its path from the content folder. */
  readonly fits: (notePath: string) => boolean;
  /** What its author is told where it is about no note. */
  readonly idle: readonly Diagnostic[];
}

/**
 * A note, or a folder with all below it, as `pathGlob` reads patterns; `**` and a slash in front may stand for nothing. Letter case
 * doesn't count: rather leave out too much than show what somebody hid.
 * @returns null where the pattern can't be read, or names nothing
 */
export function patternFits(written: string): Exclusion['fits'] | null {
  const pattern = spellingKey(written.trim())
    .replace(/^\.?\//, '')
    .replace(/\/(?:\*\*)?$/, '')
    .replace(/^\*\*\//, '{,**/}');
  const glob = pattern === '' ? null : pathGlob(pattern);
  if (glob === null) return null;
  const known = new Map<string, boolean>();
  const fits = (path: string): boolean => {
    let answer = known.get(path);
    if (answer === undefined) {
      const slash = path.lastIndexOf('/');
      answer = glob(path) || (slash > 0 && fits(path.slice(0, slash)));
      known.set(path, answer);
    }
    return answer;
  };
  return (notePath) => fits(spellingKey(notePath));
}

/** All that lies in a folder, or begins with a path as it is written. */
export function beginningFits(written: string): Exclusion['fits'] {
  const beginning = spellingKey(written);
  return (notePath) => spellingKey(notePath).startsWith(beginning);
}
