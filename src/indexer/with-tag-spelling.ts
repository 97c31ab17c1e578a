/** Notes whose tags are spelled alike everywhere: letter case makes no other tag, in Obsidian as in Hugo. */
import { changedNote, resolvedAs } from './changed-note.ts';
import type { ResolvedNote } from './derive-graph.ts';
import { spellingKey } from './spelling-key.ts';
import { distinctTags } from './syntax/tag.ts';

/**
 * Each part of a tag, below the parts before it, is spelled as most notes spell it; of as many, as the first does. Text is left as
 * it was typed. Notes are resolved by then: a Hugo site may keep such tags apart in its addresses. A note whose tags stay, or become
 * what they became before, stays the same object.
 */
export function withTagSpelling(notes: readonly ResolvedNote[]): readonly ResolvedNote[] {
  const spellings = spellingsOf(notes);
  const spelled = (tags: readonly string[]): string[] =>
    tags.map((tag) =>
      partsOf(tag)
        .map(({ key, part }) => spellings.get(key) ?? part)
        .join('/'),
    );
  return notes.map((resolved) => {
    const { note } = resolved;
    if (note.frontMatter.tags.length === 0) return resolved;
    const tags = distinctTags(spelled(note.frontMatter.tags));
    const textTags = spelled(note.textTags);
    const own = [...note.frontMatter.tags, '', ...note.textTags].join('\n');
    const key = [...tags, '', ...textTags].join('\n');
    if (key === own) return resolved;
    return resolvedAs(
      resolved,
      changedNote(note, key, () => ({ frontMatter: { ...note.frontMatter, tags }, textTags })),
    );
  });
}

/** By key of a part and those before it. */
function spellingsOf(notes: readonly ResolvedNote[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { note } of notes) {
    for (const tag of note.frontMatter.tags) {
      for (const { key, part } of partsOf(tag)) {
        const own = counts.get(key) ?? new Map<string, number>();
        counts.set(key, own.set(part, (own.get(part) ?? 0) + 1));
      }
    }
  }
  return new Map(
    [...counts].map(([key, own]) => {
      const most = Math.max(...own.values());
      return [key, [...own].find(([, count]) => count === most)![0]];
    }),
  );
}

function partsOf(tag: string): { readonly key: string; readonly part: string }[] {
  let key = '';
  return tag.split('/').map((part) => ({ key: (key += `/${spellingKey(part)}`), part }));
}
