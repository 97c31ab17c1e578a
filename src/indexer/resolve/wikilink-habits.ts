/** What other tools than Obsidian mean by a wikilink that it would find nothing by: in plain folders. */
import { memo } from '../common/memo.ts';
import type { Names } from './names.ts';
import { notesNamed } from './resolve-wikilink.ts';

/** A moment, by which boxes of notes number them: The Archive, Zettlr. A day alone may be of many notes. */
const ID = /^\d{12,17}(?!\d)/;

/**
 * The note that such a link names, or null.
 * @param linkpath what stands before the bar and before `#`
 * @param words what stands behind the bar, or else the same
 * @param folder of the note that holds the link
 */
export function noteByHabit(linkpath: string, words: string, folder: string, names: Names): number | null {
  // `[[202109151032]]` is the note `202109151032 Title`, whatever its title is by now.
  if (ID.exec(linkpath)?.[0] === linkpath) {
    const [only = null, ...others] = new Set(notesById(names).get(linkpath) ?? []);
    return others.length === 0 ? only : null;
  }
  // In a wiki of GitHub, a hyphen of a file's name is a space, and a link's text comes first: `[[the text|the page]]`.
  const isWiki = names.byStem.has('home');
  for (const page of [hyphened(linkpath), ...(isWiki ? [words, hyphened(words)] : [])]) {
    const [found] = notesNamed(page, folder, names);
    if (found !== undefined) return found;
  }
  return null;
}

function hyphened(name: string): string {
  return name.replaceAll(' ', '-');
}

const notesById = memo(({ byFile }: Names) => {
  const byId = new Map<string, number[]>();
  for (const [name, notes] of byFile) {
    const id = ID.exec(name)?.[0];
    if (id === undefined) continue;
    const found = byId.get(id);
    if (found === undefined) byId.set(id, [...notes]);
    else found.push(...notes);
  }
  return byId;
});
