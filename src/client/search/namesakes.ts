import type { Garden } from '../../contract/map.ts';

/** The folders of those notes whose title another of them has too: nothing else in the list tells them apart. */
export function foldersOfNamesakes(
  notes: readonly number[],
  { titles, slugs }: Pick<Garden, 'titles' | 'slugs'>,
): ReadonlyMap<number, string> {
  const counts = new Map<string | undefined, number>();
  for (const note of notes) counts.set(titles[note], (counts.get(titles[note]) ?? 0) + 1);
  const folders = new Map<number, string>();
  for (const note of notes) {
    const folder = /^(.+)\/[^/]*$/.exec(slugs[note] ?? '')?.[1];
    if (folder !== undefined && counts.get(titles[note])! > 1) folders.set(note, folder);
  }
  return folders;
}
