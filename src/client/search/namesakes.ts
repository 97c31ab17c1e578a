import type { Garden } from '../../contract/map.ts';

/**
 * What tells those notes apart whose title another of them has too: the folder where they lie or, where both lie in one, the
 * address of the note.
 */
export function placesOfNamesakes(
  notes: readonly number[],
  { titles, slugs }: Pick<Garden, 'titles' | 'slugs'>,
): ReadonlyMap<number, string> {
  const folderOf = (note: number): string | undefined => /^(.+)\/[^/]*$/.exec(slugs[note] ?? '')?.[1];
  const inFolder = (note: number): string => `${folderOf(note) ?? ''}\n${titles[note]}`;
  const counts = new Map<string | undefined, number>();
  const count = (name: string | undefined): unknown => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const note of notes) {
    count(titles[note]);
    count(inFolder(note));
  }
  const places = new Map<number, string>();
  for (const note of notes) {
    const slug = slugs[note];
    if (slug === undefined || counts.get(titles[note])! < 2) continue;
    const folder = folderOf(note);
    if (counts.get(inFolder(note))! > 1) places.set(note, slug);
    else if (folder !== undefined) places.set(note, `in ${folder}`);
  }
  return places;
}
