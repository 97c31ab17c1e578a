/** Which of the notes of one name is nearest to a folder, without a look at all of them: thousands may be called "Untitled". */
import path from 'node:path/posix';
import { compareText } from '../common/diagnose.ts';
import type { Names } from './names.ts';

/** So many are put in order; nobody reads of more. */
export const MOST_ORDERED = 10;

interface Candidate {
  readonly index: number;
  readonly at: string;
  readonly folders: readonly string[];
}

/** By folder: of all that lie in or below it, those that are the nearest to each place that this is the common folder with. */
type Below = ReadonlyMap<string, readonly Candidate[]>;

/** A list of notes is of one table of names, and lives as long. */
const known = new WeakMap<readonly number[], Below>();

/**
 * The nearest `MOST_ORDERED` in front: by folders between, then by the shorter path. The others follow in any order.
 * @param found indices of notes, one of the lists that `names` has
 */
export function nearestFirst(
  found: readonly number[],
  folder: string,
  names: Pick<Names, 'notes'>,
): number[] {
  if (found.length < 2) return [...found];
  let below = known.get(found);
  if (below === undefined) known.set(found, (below = byFolder(found, names)));
  const start = parts(folder);
  const near = new Set<Candidate>();
  for (let depth = 0; depth <= start.length; depth++) {
    for (const one of below.get(start.slice(0, depth).join('/')) ?? []) near.add(one);
  }
  const far = (one: Candidate): number => steps(one.folders, start);
  const first = [...near]
    .sort((a, b) => far(a) - far(b) || compareLength(a, b))
    .slice(0, MOST_ORDERED)
    .map(({ index }) => index);
  return first.length === found.length
    ? first
    : [...first, ...found.filter((index) => !first.includes(index))];
}

function byFolder(found: readonly number[], names: Pick<Names, 'notes'>): Below {
  const below = new Map<string, Candidate[]>();
  const candidates = found.map((index): Candidate => {
    const at = names.notes[index]!.note.path;
    return { index, at, folders: parts(path.dirname(at)) };
  });
  candidates.sort((a, b) => a.folders.length - b.folders.length || compareLength(a, b));
  for (const one of candidates) {
    for (let depth = 0; depth <= one.folders.length; depth++) {
      const around = one.folders.slice(0, depth).join('/');
      const there = below.get(around);
      if (there === undefined) below.set(around, [one]);
      else if (there.length < MOST_ORDERED) there.push(one);
    }
  }
  return below;
}

function compareLength(a: Candidate, b: Candidate): number {
  return a.at.length - b.at.length || compareText(a.at, b.at);
}

/** The folders of a path, from the content folder down. */
export function parts(folder: string): readonly string[] {
  return folder === '.' ? [] : folder.split('/');
}

/** How many folders lie between two folders: up to their common one, and down again. */
export function steps(left: readonly string[], right: readonly string[]): number {
  let common = 0;
  while (common < left.length && left[common] === right[common]) common++;
  return left.length + right.length - 2 * common;
}
