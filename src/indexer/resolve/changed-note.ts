/** Notes of which something is another than their own files say. What is made of a note is kept under its hash, so that changes with it. */
import type { ParsedNote } from '../common/types.ts';
import type { ResolvedNote } from './resolved-note.ts';

const lastChanged = new WeakMap<object, { readonly key: string; readonly note: object }>();

/**
 * The note with other parts; the same object again for the same key.
 * @param key of all that is other
 */
export function changedNote<Note extends { readonly hash: string }>(
  note: Note,
  key: string,
  parts: () => Partial<Pick<ParsedNote, 'frontMatter' | 'title' | 'textTags'>>,
): Note {
  const last = lastChanged.get(note);
  if (last?.key === key) return last.note as Note;
  // Not spread: the greater part of a note may be bytes still, and no text yet.
  const result = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(note),
      ...Object.getOwnPropertyDescriptors({ ...parts(), hash: `${note.hash} ${key}` }),
    },
  ) as Note;
  lastChanged.set(note, { key, note: result });
  return result;
}

const lastResolved = new WeakMap<ResolvedNote, ResolvedNote>();

/** What it leads to is as it was; the same object again for the same note. */
export function resolvedAs(resolved: ResolvedNote, note: ResolvedNote['note']): ResolvedNote {
  if (note === resolved.note) return resolved;
  const last = lastResolved.get(resolved);
  if (last?.note === note) return last;
  const now = { ...resolved, note };
  lastResolved.set(resolved, now);
  return now;
}
