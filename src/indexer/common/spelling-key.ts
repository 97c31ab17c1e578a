/**
 * One key for the spellings of a name that a link takes for one: letter case and how its signs are composed don't count. Marks
 * do, as in Obsidian: a search may find `café` for `cafe`, a link means one note, and in many scripts a mark is a vowel.
 */
export function spellingKey(name: string): string {
  return name
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase()
    .normalize('NFC');
}
