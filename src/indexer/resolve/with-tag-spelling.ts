/** Notes whose tags are spelled alike everywhere: letter case makes no other tag, in Obsidian as in Hugo. */
import { spellingKey } from '../common/spelling-key.ts';
import { distinctTags } from '../syntax/tag.ts';
import { changedNote, resolvedAs } from './changed-note.ts';
import type { ResolvedNote } from './resolved-note.ts';

/**
 * Each part of a tag, below the parts before it, is spelled as most notes spell it; of as many, as the first does. Text is left as
 * it was typed. Notes are resolved by then: a Hugo site may keep such tags apart in its addresses. A note whose tags stay, or become
 * what they became before, stays the same object.
 */
export function withTagSpelling(notes: readonly ResolvedNote[]): readonly ResolvedNote[] {
  const spelled = spellingOf(notes);
  const isSpelled = (tag: string): boolean => spelled(tag) === tag;
  return notes.map((resolved) => {
    const { note } = resolved;
    const { frontMatter } = note;
    if (frontMatter.tags.every(isSpelled) && note.textTags.every(isSpelled)) return resolved;
    const tags = distinctTags(frontMatter.tags.map(spelled));
    const textTags = note.textTags.map(spelled);
    const key = [...tags, '', ...textTags].join('\n');
    return resolvedAs(
      resolved,
      changedNote(note, key, () => ({ frontMatter: { ...frontMatter, tags }, textTags })),
    );
  });
}

/** How the notes spell a tag. Notes are many, and tags are few. */
function spellingOf(notes: readonly ResolvedNote[]): (tag: string) => string {
  const uses = new Map<string, number>();
  for (const { note } of notes) {
    for (const tag of note.frontMatter.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  const counts = new Map<string, Map<string, number>>();
  for (const [tag, times] of uses) {
    for (const { key, part } of partsOf(tag)) {
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own.set(part, (own.get(part) ?? 0) + times));
    }
  }
  const best = new Map([...counts].map(([key, own]) => [key, commonest(own)]));
  const known = new Map<string, string>();
  return (tag) => {
    let found = known.get(tag);
    if (found === undefined) {
      found = partsOf(tag)
        .map(({ key, part }) => best.get(key) ?? part)
        .join('/');
      known.set(tag, found);
    }
    return found;
  };
}

/** Of as many, the first. */
function commonest(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [part, count] of counts) if (count > most) [best, most] = [part, count];
  return best;
}

/** A part with its key, which holds those of the parts before it. */
function partsOf(tag: string): { readonly key: string; readonly part: string }[] {
  let key = '';
  return tag.split('/').map((part) => ({ key: (key += `/${spellingKey(part)}`), part }));
}
