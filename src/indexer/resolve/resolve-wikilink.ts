/** `[[…]]` as Obsidian resolves it: by the end of a path, then by what is nearest to the note that refers. */
import path from 'node:path/posix';
import { compareText } from '../common/diagnose.ts';
import { spellingKey } from '../common/spelling-key.ts';
import { ATTACHMENT } from '../syntax/attachment.ts';
import { anchorOf } from './anchor.ts';
import { assetKey, stemOf, type Names } from './names.ts';
import { nearestFirst, parts, steps } from './nearest-notes.ts';

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
    return [...asWritten(found, linkpath, names)];
  }
  const named = names.byFile.get(path.basename(wanted)) ?? [];
  const found = wanted.includes('/') ? named.filter((index) => endsWith(index, wanted, names)) : named;
  if (found.length > 0) {
    const exact = names.byStem.get(wanted)?.filter((index) => names.stems[index] === wanted) ?? [];
    const written = asWritten(exact.length > 0 ? exact : found, linkpath, names);
    return exact.length > 0 ? [...written] : nearestFirst(written, folder, names);
  }
  const key = spellingKey(linkpath);
  return nearestFirst(names.byAlias.get(key) ?? names.byTitle.get(key) ?? [], folder, names);
}

function endsWith(index: number, wanted: string, names: Names): boolean {
  const own = `/${names.stems[index]!}`;
  return own.endsWith(`/${wanted}`) || own.endsWith(`/${wanted}/index`);
}

/** Of notes that differ in letter case only, the one that the link names in just these letters. The same list again where there are none. */
function asWritten(found: readonly number[], linkpath: string, names: Names): readonly number[] {
  const twins = twinsIn(found, names);
  if (twins.size === 0) return found;
  const nameOf = (file: string): string =>
    path
      .basename(file)
      .replace(/\.(md|markdown)$/i, '')
      .normalize('NFC');
  const written = nameOf(linkpath);
  const isWritten = (index: number): boolean => nameOf(names.notes[index]!.note.path) === written;
  return found.filter((index) => {
    const others = twins.get(names.stems[index]!);
    return others === undefined || isWritten(index) || !others.some(isWritten);
  });
}

/** A list of notes is of one table of names, and lives as long. */
const knownTwins = new WeakMap<readonly number[], ReadonlyMap<string, readonly number[]>>();

/** By stem, where several have it. */
function twinsIn(found: readonly number[], { stems }: Names): ReadonlyMap<string, readonly number[]> {
  let twins = knownTwins.get(found);
  if (twins === undefined) {
    const byStem = new Map<string, number[]>();
    for (const index of found) {
      const there = byStem.get(stems[index]!);
      if (there === undefined) byStem.set(stems[index]!, [index]);
      else there.push(index);
    }
    twins = new Map([...byStem].filter(([, indices]) => indices.length > 1));
    knownTwins.set(found, twins);
  }
  return twins;
}

/** Path from the content folder of the attachment that a name means, or null. */
export function resolveAsset(argument: string, folder: string, names: Names): string | null {
  const wanted = assetKey(argument);
  const named = names.assets.get(path.basename(wanted)) ?? [];
  const here = path.join(folder, argument);
  // Many folders may have an image of this name.
  if (named.includes(here)) return here;
  const ends = [assetKey(here), wanted.replace(/^\//, '')];
  const isMeant = (own: string): boolean => ends.includes(own) || own.endsWith(`/${wanted}`);
  const start = parts(folder);
  let nearest: { readonly asset: string; readonly far: number } | null = null;
  for (const asset of named) {
    if (wanted.includes('/') && !isMeant(assetKey(asset))) continue;
    const far = steps(parts(path.dirname(asset)), start);
    const isNearer =
      nearest === null || far < nearest.far || (far === nearest.far && compareText(asset, nearest.asset) < 0);
    if (isNearer) nearest = { asset, far };
  }
  return nearest?.asset ?? null;
}
