/** What lies where a link of a folder without a blog leads: a note, a folder with its first note, or a file. */
import { spellingKey } from '../common/spelling-key.ts';
import type { Names } from './names.ts';
import { assetKey, stemOf } from './names.ts';

/** The notes that stand for their folder, the first that is there before the others. */
const FIRST_NOTES = ['readme', 'index', '_index'];

export type AtPlace =
  { readonly kind: 'note'; readonly to: number } | { readonly kind: 'asset'; readonly path: string };

/** Null too where a note has just this name. @param place path from the content folder; with a slash at its end, a folder only */
export function atPlace(place: string, names: Names): AtPlace | null {
  const folder = spellingKey(folderOf(place));
  const stems = FIRST_NOTES.map((name) => (folder === '' ? name : `${folder}/${name}`));
  const isFolder = place === '' || /(?:^|\/)\.{0,2}$/.test(place);
  // The note's own name may be that of several, in other letters.
  if (!isFolder && names.byStem.has(stemOf(place))) return null;
  for (const stem of stems) {
    const to = names.byStem.get(stem)?.[0];
    if (to !== undefined) return { kind: 'note', to };
  }
  if (isFolder) return null;
  const key = assetKey(place);
  const asset = names.assets.get(key.split('/').at(-1)!)?.find((path) => assetKey(path) === key);
  return asset === undefined ? null : { kind: 'asset', path: asset };
}

/** A path without the slashes at its end; '' for the content folder itself. */
export function folderOf(place: string): string {
  const folder = place.replace(/\/+$/, '');
  return folder === '.' ? '' : folder;
}
