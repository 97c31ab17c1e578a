/** Folders that a Hugo site puts in the place of its content, or below it: `[[module.mounts]]`. One is read here. */
import path from 'node:path';
import { pathGlob } from '../front-matter/path-glob.ts';
import type { Remarks } from './own-settings.ts';
import { Settings } from './settings.ts';

export interface ContentMount {
  /** Absolute. */
  readonly folder: string;
  /** Whether it is of one language alone, which is the site's here. */
  readonly ownLanguage: boolean;
}

/**
 * The folder that stands for the content; null where the site's own does. Others are told.
 * @param own absolute path of the site's own content folder
 * @param language null where the site has none
 */
export function contentMount(
  settings: Settings,
  { root, own, language }: { root: string; own: string; language: string | null },
  remarks: Remarks,
): ContentMount | null {
  const mounts = settings
    .inner('module')
    .list('mounts')
    .flatMap((entry) => {
      const mount = new Settings(entry);
      const source = mount.text('source');
      const target = mount.text('target');
      const languages = languagesOf(mount);
      const [first, ...below] = (target ?? '').replace(/\/+$/, '').split('/');
      if (source === null || first !== 'content') return [];
      if (language !== null && !isAmong(language, languages)) return [];
      const picks = ['files', 'includefiles', 'excludefiles'].find((key) => mount.has(key));
      return {
        source,
        target,
        languages,
        isWhole: below.length === 0,
        folder: path.resolve(root, source),
        picks,
      };
    });
  const whole = mounts.filter(({ isWhole }) => isWhole);
  const taken = whole.find(({ folder }) => folder === own) ?? whole[0];
  for (const mount of mounts) {
    const { source, target, picks } = mount;
    if (mount !== taken) {
      const message = `mounts "${source}" as "${target}", which isn't read: its notes are not shown here`;
      remarks.tell(['mounts', source], message, 'Move them into the folder that is read.');
    } else if (picks !== undefined) {
      const message = `mounts "${source}" with ${picks}, which isn't heeded here`;
      remarks.tell(['mounts', source], message, 'Name what is left out in ignoreFiles.');
    }
  }
  return taken === undefined || taken.folder === own
    ? null
    : { folder: taken.folder, ownLanguage: taken.languages.length > 0 };
}

/** Patterns of those that a mount is for, in lower case; none where it is for all. `lang` is what older Hugo has. */
function languagesOf(mount: Settings): readonly string[] {
  const matrix = mount.inner('sites').inner('matrix').texts('languages', []);
  const lang = mount.text('lang');
  return (lang === null ? matrix : [lang]).map((pattern) => pattern.trim().toLowerCase());
}

/** A pattern behind an exclamation mark is for those that aren't meant. */
function isAmong(language: string, patterns: readonly string[]): boolean {
  const fits = (pattern: string): boolean => pathGlob(pattern)?.(language) ?? false;
  const meant = patterns.filter((pattern) => !pattern.startsWith('!'));
  const others = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1).trim());
  return (meant.length === 0 || meant.some(fits)) && !others.some(fits);
}
