/** What the path of a note says of it. */
import { posix as path } from 'node:path';

export interface NoteName {
  /** Folder from the content folder, '' at the top. */
  readonly folder: string;
  /** File name without its extension. */
  readonly base: string;
  /** `_index`: a section; `index`: a leaf bundle, which is named by its folder. */
  readonly role: 'page' | 'bundle' | 'section';
}

export function noteName(notePath: string): NoteName {
  const base = path.basename(notePath).replace(/\.(md|markdown)$/i, '');
  const folder = path.dirname(notePath) === '.' ? '' : path.dirname(notePath);
  return { folder, base, role: base === '_index' ? 'section' : base === 'index' ? 'bundle' : 'page' };
}

/** What a note without a title is called. */
export function fileTitle(notePath: string): string {
  const { folder, base, role } = noteName(notePath);
  return role === 'page' ? base : (folder.split('/').at(-1) ?? '') || 'Home';
}
