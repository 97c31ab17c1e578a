/** The kinds of callouts, which decide colour, sign and the title of one that has none. */

/** Obsidian's kinds, by all their names. */
const OBSIDIAN: ReadonlyMap<string, string> = new Map(
  [
    'note',
    'abstract summary tldr',
    'info',
    'todo',
    'tip hint important',
    'success check done',
    'question help faq',
    'warning caution attention',
    'failure fail missing',
    'danger error',
    'bug',
    'example',
    'quote cite',
  ].flatMap((line) => {
    const names = line.split(' ');
    return names.map((name) => [name, names[0]!] as const);
  }),
);

/** GitHub's five, which every folder has. */
const GITHUB: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['tip', 'tip'],
  ['important', 'important'],
  ['warning', 'warning'],
  ['caution', 'danger'],
]);

/** Null where the name makes no callout; in Obsidian any name makes one. */
export function calloutKind(name: string, obsidian: boolean): string | null {
  const key = name.trim().toLowerCase();
  return obsidian ? (OBSIDIAN.get(key) ?? 'note') : (GITHUB.get(key) ?? null);
}

/** The name as words: `[!my-kind]` is "My kind". */
export function calloutName(name: string): string {
  const words = name.trim().toLowerCase().replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
