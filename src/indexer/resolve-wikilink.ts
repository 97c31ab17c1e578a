/** `[[…]]` as Obsidian resolves it: by the end of a path, then by what is nearest to the note that refers. */
import path from 'node:path/posix';
import { anchorOf } from './anchor.ts';
import { ATTACHMENT } from './attachment.ts';
import { compareText } from './diagnose.ts';
import { assetKey, stemOf, type Names } from './names.ts';
import { spellingKey } from './spelling-key.ts';

export type WikilinkAnswer =
  | {
      readonly kind: 'found';
      readonly to: number;
      readonly anchor: string | null;
      /** Every note that the name could mean, the chosen one first, where there are several. */
      readonly candidates: readonly number[];
    }
  | { readonly kind: 'asset'; readonly path: string }
  | {
      readonly kind: 'missing';
      readonly name: string;
      readonly anchor: string | null;
      readonly asset: boolean;
    };

/** @param from index of the note that refers */
export function resolveWikilink(argument: string, from: number, names: Names): WikilinkAnswer {
  const hash = argument.indexOf('#');
  const linkpath = (hash < 0 ? argument : argument.slice(0, hash)).trim();
  const subpath = hash < 0 ? '' : argument.slice(hash + 1);
  const anchorIn = (note: number): string | null => anchorOf(subpath, names.notes[note]!.note.headings);
  if (linkpath === '') return { kind: 'found', to: from, anchor: anchorIn(from), candidates: [] };

  const folder = path.dirname(names.notes[from]!.note.path);
  const candidates = notesNamed(linkpath, folder, names);
  const [to] = candidates;
  if (to !== undefined) return { kind: 'found', to, anchor: anchorIn(to), candidates };
  const asset = resolveAsset(linkpath, folder, names);
  if (asset !== null) return { kind: 'asset', path: asset };
  return {
    kind: 'missing',
    name: linkpath.replace(/\.(md|markdown)$/i, ''),
    anchor: subpath === '' ? null : subpath,
    asset: ATTACHMENT.test(linkpath),
  };
}

/** The notes that a link's path can mean, best first. Not empty means found; several mean ambiguous. */
export function notesNamed(linkpath: string, folder: string, names: Names): number[] {
  const wanted = stemOf(linkpath);
  if (/^\.{0,2}\//.test(wanted)) {
    const place = wanted.startsWith('/') ? wanted.slice(1) : path.join(spellingKey(folder), wanted);
    const exact = path.normalize(place).replace(/\/$/, '');
    const found = names.byStem.get(exact) ?? names.byStem.get(`${exact}/index`) ?? [];
    return asWritten(found, linkpath, names);
  }
  const found = (names.byFile.get(path.basename(wanted)) ?? []).filter((index) => {
    const own = `/${stemOf(names.notes[index]!.note.path)}`;
    return !wanted.includes('/') || [`/${wanted}`, `/${wanted}/index`].some((end) => own.endsWith(end));
  });
  if (found.length > 0) {
    const exact = found.filter((index) => stemOf(names.notes[index]!.note.path) === wanted);
    return asWritten(exact.length > 0 ? exact : nearestFirst(found, folder, names), linkpath, names);
  }
  const key = spellingKey(linkpath);
  return nearestFirst(names.byAlias.get(key) ?? names.byTitle.get(key) ?? [], folder, names);
}

/** Of notes that differ in letter case only, the one that the link names in just these letters. */
function asWritten(found: readonly number[], linkpath: string, names: Names): number[] {
  if (found.length < 2) return [...found];
  const written = path.basename(linkpath).replace(/\.(md|markdown)$/i, '');
  const stems = found.map((index) => stemOf(names.notes[index]!.note.path));
  const isWritten = (index: number): boolean => {
    const own = path.basename(names.notes[index]!.note.path).replace(/\.(md|markdown)$/i, '');
    return own.normalize('NFC') === written.normalize('NFC');
  };
  return found.filter((index, place) => {
    const twins = found.filter((_, other) => stems[other] === stems[place]);
    return twins.length === 1 || isWritten(index) || !twins.some(isWritten);
  });
}

/** Path from the content folder of the attachment that a name means, or null. */
export function resolveAsset(argument: string, folder: string, names: Names): string | null {
  const wanted = assetKey(argument);
  const ends = [assetKey(path.join(folder, argument)), wanted.replace(/^\//, '')];
  const candidates = (names.assets.get(path.basename(wanted)) ?? []).filter((asset) => {
    const own = assetKey(asset);
    return ends.includes(own) || own.endsWith(`/${wanted}`);
  });
  const here = path.join(folder, argument);
  return (
    candidates.find((asset) => asset === here) ??
    [...candidates].sort(
      (a, b) => steps(path.dirname(a), folder) - steps(path.dirname(b), folder) || compareText(a, b),
    )[0] ??
    null
  );
}

function nearestFirst(found: readonly number[], folder: string, names: Names): number[] {
  const at = (index: number): string => names.notes[index]!.note.path;
  return [...found].sort(
    (a, b) =>
      steps(path.dirname(at(a)), folder) - steps(path.dirname(at(b)), folder) ||
      at(a).length - at(b).length ||
      compareText(at(a), at(b)),
  );
}

/** How many folders lie between two folders: up to their common one, and down again. */
function steps(a: string, b: string): number {
  const left = a === '.' ? [] : a.split('/');
  const right = b === '.' ? [] : b.split('/');
  let common = 0;
  while (common < left.length && left[common] === right[common]) common++;
  return left.length + right.length - 2 * common;
}
