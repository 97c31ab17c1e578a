/**
 * Tells the author of a link to a note that is left out that the note is there, and why readers don't get it. The published report
 * says of it what readers may know: no such note.
 */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { compareDiagnostics, diagnose } from '../common/diagnose.ts';
import { fileTitle } from '../common/note-name.ts';
import type { ParsedNote, RawReference } from '../common/types.ts';
import { EMPTY_FRONT_MATTER } from '../front-matter/front-matter-fields.ts';
import type { Configuration } from '../settings/configuration.ts';
import { createNames, type NamedNote, type Names } from './names.ts';
import { NearestNames } from './nearest.ts';
import { permalinksOf } from './permalink.ts';
import type { LeftOut } from './publishable.ts';
import { resolveNote } from './resolve.ts';
import type { ResolvedNote } from './resolved-note.ts';

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
 * The same diagnostics; those of links that would lead to one of the absent notes name it. An address of the blog may be of any page:
 * of one that is an absent note's alone, it is told here and nowhere else.
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
  const meant = findMeant(absent, resolved, names, configuration);
  if (meant.length === 0) return diagnostics;
  const byPlace = new Map(meant.map((one) => [placeKey(one.from, one.reference), one.absent]));
  const named = diagnostics.map((found) => {
    const one = found.code === 'unresolved-reference' ? byPlace.get(placeKey(found.file, found)) : undefined;
    return one === undefined ? found : { ...found, ...inWords(found.message, one) };
  });
  const addresses = meant.filter(({ isTold }) => !isTold);
  const more = addresses.map(({ from, reference, absent }) => {
    const { message, suggestion } = inWords(`no page "${reference.argument.replace(/#.*$/, '')}"`, absent);
    // Hugo doesn't stop at it.
    return diagnose('unresolved-reference', from, reference, message, suggestion, 'warning');
  });
  return more.length === 0 ? named : [...named, ...more].sort(compareDiagnostics);
}

function inWords(
  missing: string,
  { note: { path, file = path }, why }: AbsentNote,
): { message: string; suggestion: string } {
  const [is, suggestion] = WORDS[why];
  return { message: `${missing} is published: ${file} ${is}`, suggestion };
}

interface Meant {
  /** Path of the note that holds the reference. */
  readonly from: ParsedNote['path'];
  readonly reference: RawReference;
  readonly absent: AbsentNote;
  /** Whether it is one of the diagnostics already. */
  readonly isTold: boolean;
}

/** References that lead nowhere, and would to an absent note if that were there. */
function findMeant(
  absent: readonly AbsentNote[],
  resolved: readonly ResolvedNote[],
  names: Names,
  configuration: Configuration,
): Meant[] {
  const meant: Meant[] = [];
  let all: Names | undefined;
  for (const [from, { note, resolutions }] of resolved.entries()) {
    const lost = note.references.flatMap((reference, index) => {
      const { kind } = resolutions[index]!;
      const isTold = kind === 'ghost';
      return isTold || (kind === 'none' && reference.kind === 'permalink') ? { reference, isTold } : [];
    });
    if (lost.length === 0) continue;
    all ??= namesWith(absent, names, configuration);
    const references = lost.map(({ reference }) => reference);
    const found = resolveNote(from, all, { ...note, references }, configuration).resolutions;
    for (const [index, resolution] of found.entries()) {
      const one = resolution.kind === 'note' ? absent[resolution.to - names.notes.length] : undefined;
      if (one !== undefined) meant.push({ from: note.path, ...lost[index]!, absent: one });
    }
  }
  return meant;
}

function namesWith(absent: readonly AbsentNote[], names: Names, configuration: Configuration): Names {
  const every = [...names.notes, ...absent].map(({ note }) => note);
  const permalinks = permalinksOf(every, configuration).slice(names.notes.length);
  const more = absent.map(({ note }, index): NamedNote => ({ note, permalink: permalinks[index]! }));
  const all = createNames([...names.notes, ...more], [], configuration, names.otherLanguages);
  // Nobody reads what else would be suggested.
  return { ...all, nearest: new NearestNames([]) };
}

function placeKey(path: ParsedNote['path'], { line, column }: Pick<Diagnostic, 'line' | 'column'>): string {
  return `${line}:${column} ${path}`;
}
