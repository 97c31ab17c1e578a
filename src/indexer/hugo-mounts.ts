/** Folders that a Hugo site puts in the place of its content, or below it: `[[module.mounts]]`. One is read here. */
import path from 'node:path';
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
      const lang = mount.text('lang');
      const [first, ...below] = (target ?? '').replace(/\/+$/, '').split('/');
      if (source === null || first !== 'content') return [];
      if (lang !== null && language !== null && lang.toLowerCase() !== language) return [];
      const picks = ['includefiles', 'excludefiles'].find((key) => mount.has(key));
      return { source, target, lang, isWhole: below.length === 0, folder: path.resolve(root, source), picks };
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
    : { folder: taken.folder, ownLanguage: taken.lang !== null };
}
