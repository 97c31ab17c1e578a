/**
 * Tells the author of a link to a note that is left out that the note is there, and why readers don't get it. The published report
 * says of it what readers may know: no such note.
 */
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { Configuration } from './configuration.ts';
import type { ResolvedNote } from './derive-graph.ts';
import { EMPTY_FRONT_MATTER } from './front-matter-fields.ts';
import { createNames, type NamedNote, type Names } from './names.ts';
import { NearestNames } from './nearest.ts';
import { fileTitle } from './permalink.ts';
import type { LeftOut } from './publishable.ts';
import { resolveNote } from './resolve.ts';
import type { ParsedNote } from './types.ts';

/** A note that is in no file of the site. */
export interface AbsentNote {
  readonly note: NamedNote['note'];
  readonly why: LeftOut | 'excluded' | 'unreadable';
}

const LET_IN = 'Publish it or take the link out; --drafts lets it in.';
const WORDS: Record<AbsentNote['why'], readonly [is: string, advice: string]> = {
  drafts: ['is left out as a draft', LET_IN],
  future: ['is left out until its date', LET_IN],
  expired: ['is left out since it has expired', LET_IN],
  excluded: ['is left out by where it lies', 'Let it in there or take the link out.'],
  unreadable: ["can't be read as a note", 'What is wrong with it is told of it.'],
};

/** A note of which no more than its path is known. */
export function absentAt(path: string, why: AbsentNote['why']): AbsentNote {
  return {
    note: { path, title: fileTitle(path), frontMatter: EMPTY_FRONT_MATTER, headings: [], ids: [] },
    why,
  };
}

/**
 * The same diagnostics, in their order; those of links that would lead to one of the absent notes name it.
 * @param resolved all notes of the site, in the order of `names`
 */
export function tellLeftOut(
  diagnostics: readonly Diagnostic[],
  absent: readonly AbsentNote[],
  resolved: readonly ResolvedNote[],
  names: Names,
  configuration: Configuration,
): readonly Diagnostic[] {
  if (absent.length === 0) return diagnostics;
  const meant = meantByPlace(absent, resolved, names, configuration);
  if (meant.size === 0) return diagnostics;
  return diagnostics.map((found) => {
    const one = found.code === 'unresolved-reference' ? meant.get(placeKey(found.file, found)) : undefined;
    if (one === undefined) return found;
    const { path, file = path } = one.note;
    const [is, suggestion] = WORDS[one.why];
    return { ...found, message: `${found.message} is published: ${file} ${is}`, suggestion };
  });
}

/** Ghosts that would be none if these were there, by the place of the reference. */
function meantByPlace(
  absent: readonly AbsentNote[],
  resolved: readonly ResolvedNote[],
  names: Names,
  configuration: Configuration,
): ReadonlyMap<string, AbsentNote> {
  const meant = new Map<string, AbsentNote>();
  let all: Names | undefined;
  for (const [from, { note, resolutions }] of resolved.entries()) {
    const references = note.references.filter((_, index) => resolutions[index]!.kind === 'ghost');
    if (references.length === 0) continue;
    all ??= namesWith(absent, names, configuration);
    const found = resolveNote(from, all, { ...note, references }, configuration).resolutions;
    for (const [index, resolution] of found.entries()) {
      const one = resolution.kind === 'note' ? absent[resolution.to - names.notes.length] : undefined;
      if (one !== undefined) meant.set(placeKey(note.path, references[index]!), one);
    }
  }
  return meant;
}

function namesWith(absent: readonly AbsentNote[], names: Names, configuration: Configuration): Names {
  const more = absent.map(({ note }): NamedNote => ({ note, permalink: '' }));
  const all = createNames([...names.notes, ...more], [], configuration, names.otherLanguages);
  // Nobody reads what else would be suggested.
  return { ...all, nearest: new NearestNames([]) };
}

function placeKey(path: ParsedNote['path'], { line, column }: Pick<Diagnostic, 'line' | 'column'>): string {
  return `${line}:${column} ${path}`;
}
