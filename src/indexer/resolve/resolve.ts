/** References meet the table of names and become links, or diagnostics. */
import path from 'node:path/posix';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { fold } from '../../contract/search.ts';
import { BLOCK_REFERENCE } from '../common/block-reference.ts';
import { diagnose } from '../common/diagnose.ts';
import { memo } from '../common/memo.ts';
import { noteName } from '../common/note-name.ts';
import type { Heading, ParsedNote, RawReference } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import { REWRITTEN } from '../settings/hugo-version.ts';
import { pathOfAddress } from './address-path.ts';
import { anchorOf } from './anchor.ts';
import { asNewer, type Named } from './hugo-tree.ts';
import { permalinkKey, type Names } from './names.ts';
import { MOST_ORDERED } from './nearest-notes.ts';
import { NearestNames } from './nearest.ts';
import { resolveHugo } from './resolve-hugo.ts';
import { atPlace, folderOf } from './resolve-place.ts';
import { notesNamed, resolveAsset, resolveWikilink } from './resolve-wikilink.ts';
import { noteByHabit } from './wikilink-habits.ts';

/** Where a reference leads. Exactly one of the ways is taken. */
export type Resolution =
  | {
      readonly kind: 'note';
      readonly to: number;
      readonly anchor: string | null;
      readonly anchorExists: boolean | null;
    }
  /** A page that Hugo makes without a file, or one of another language. */
  | { readonly kind: 'page'; readonly target: string; readonly anchor: string | null }
  /** Nobody has written it. */
  | { readonly kind: 'ghost'; readonly name: string; readonly anchor: string | null }
  | { readonly kind: 'asset'; readonly path: string }
  /** No note: an address elsewhere in the blog, nothing at all, or one of several that none is chosen of. */
  | { readonly kind: 'none' };

export interface ResolveSettings {
  readonly unresolvedSeverity: Severity;
  readonly kind: Configuration['kind'];
}

/** Resolves all references of one note, in their order; tells what failed. */
export function resolveNote(
  from: number,
  names: Names,
  note: ParsedNote,
  settings: ResolveSettings,
): { resolutions: Resolution[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const resolutions = note.references.map((reference) => {
    const resolution = resolve(reference, from, names, settings.kind, (code, message, suggestion) => {
      // To Hugo a name that could be several is a name that isn't found.
      const lost = isShortcode(reference) ? code !== 'missing-asset' : code === 'unresolved-reference';
      const severity = lost ? settings.unresolvedSeverity : undefined;
      diagnostics.push(diagnose(code, note.path, reference, message, suggestion, severity));
    });
    if (resolution.kind === 'note' && resolution.anchorExists === false) {
      const { path, file: target = path, ids, headings } = names.notes[resolution.to]!.note;
      const words = settings.kind === 'obsidian' ? wordsNear(headings).find(resolution.anchor!) : undefined;
      const near = words ?? namesNear(ids).find(resolution.anchor!);
      const message = `"${reference.argument}" names "${resolution.anchor}", which is no heading or id of ${target}`;
      diagnostics.push(diagnose('missing-anchor', note.path, reference, message, suggest(near)));
    }
    return resolution;
  });
  return { resolutions, diagnostics };
}

const namesNear = memo((ids: readonly string[]) => new NearestNames(ids));
/** In a vault, links have a heading's words rather than its id. */
const wordsNear = memo((headings: readonly Heading[]) => new NearestNames(headings.map(({ text }) => text)));

type Report = (
  code: 'unresolved-reference' | 'ambiguous-reference' | 'missing-asset',
  message: string,
  suggestion?: string,
) => void;

function resolve(
  reference: RawReference,
  from: number,
  names: Names,
  site: Configuration['kind'],
  report: Report,
): Resolution {
  const { kind, argument } = reference;
  const block = BLOCK_REFERENCE.exec(argument)?.[1]?.toLowerCase();
  if (block !== undefined) return resolveBlock(block, names, report);
  if (isShortcode(reference)) return resolveShortcode(reference, from, names, site, report);
  if (kind === 'wikilink' || kind === 'embed') return resolveWiki(reference, from, names, site, report);
  if (kind === 'permalink') {
    // Without a blog there are no addresses but those of files and folders; to Obsidian one without an ending is a note's name.
    const isPath = site !== 'hugo' && !/^https?:/i.test(argument);
    const found = isPath ? resolvePlace(argument, from, names, report) : null;
    if (found !== null) return found;
    const address = argument.replace(/^https?:\/\/[^/]*/i, '');
    const absolute = absoluteAddress(address, names.notes[from]!.permalink);
    const to = names.byPermalink.get(permalinkKey(absolute));
    if (to !== undefined) return toNote(to, fragmentOf(argument), names);
    const isElsewhere = !isPath || (site === 'plain' && names.hasBlog && argument.startsWith('/'));
    return isElsewhere ? { kind: 'none' } : lostPlace(argument, from, names, report);
  }
  return resolveMarkdown(argument, from, names, site, report);
}

/** An address of the blog from its root, as browsers read it on the page that has the address `here`. */
function absoluteAddress(address: string, here: string): string {
  if (address.startsWith('/')) return address;
  if (/^(?:$|[?#])/.test(address)) return here;
  return path.join(here.endsWith('/') ? here : path.dirname(here), address);
}

function isShortcode({ kind }: RawReference): boolean {
  return kind === 'ref' || kind === 'relref';
}

function resolveShortcode(
  reference: RawReference,
  from: number,
  names: Names,
  site: Configuration['kind'],
  report: Report,
): Resolution {
  const { kind, argument, language = names.hugo.language } = reference;
  if (reference.otherFormat === true) {
    const message = `"${argument}" asks for an output format other than HTML`;
    report('unresolved-reference', message, 'No map has that: write the address itself.');
    return { kind: 'none' };
  }
  const isOther = language !== names.hugo.language;
  const hugo = isOther ? names.otherLanguages.get(language) : names.hugo;
  if (hugo === undefined) {
    const known = [names.hugo.language, ...names.otherLanguages.keys()].sort().join(', ');
    report(
      'unresolved-reference',
      `"${argument}" asks for the language "${language}"`,
      `The site has ${known}.`,
    );
    return { kind: 'none' };
  }
  const answer = resolveHugo(argument, from, { notes: names.notes, hugo });
  if (answer.kind === 'found') return toNamed(answer.named, answer.anchor, names);
  if (answer.kind === 'empty') {
    report('unresolved-reference', `a ${kind} names no note`, 'Name one, or take the shortcode out.');
    return { kind: 'none' };
  }
  if (answer.kind === 'malformed') {
    report('unresolved-reference', `"${argument}" is no address`, `Hugo stops here: ${answer.reason}.`);
    return { kind: 'none' };
  }
  if (answer.kind === 'ambiguous') {
    const several = listed(answer.candidates, names);
    report('ambiguous-reference', `"${argument}" could be ${several}`, 'Name it with its folder.');
    return { kind: 'none' };
  }
  const missing = `no note "${argument.replace(/#.*$/, '')}"`;
  if (isOther) {
    // As a ghost it would have the name of a note that is there, in the map's own language.
    report('unresolved-reference', `${missing} in the language "${language}"`);
    return { kind: 'none' };
  }
  const later = site === 'hugo' && hugo.newer === null ? foundSince(argument, from, names) : null;
  report('unresolved-reference', missing, later ?? suggest(nearestFile(answer.name, names)));
  return { kind: 'ghost', name: answer.name, anchor: answer.anchor };
}

/** What to do where only newer Hugo finds it, which most sites have and few say. */
function foundSince(argument: string, from: number, names: Names): string | null {
  const answer = resolveHugo(argument, from, { notes: names.notes, hugo: asNewer(names.hugo) });
  if (answer.kind !== 'found') return null;
  return `Hugo finds ${pathOf(answer.named, names)} since 0.${REWRITTEN}: if yours is as new, say so by module.hugoVersion.min.`;
}

/** A block by the id that Logseq gave it. */
function resolveBlock(id: string, names: Names, report: Report): Resolution {
  const to = notesByBlock(names).get(id);
  if (to !== undefined) return toNote(to, id, names);
  report('unresolved-reference', `no block with the id ${id}`);
  return { kind: 'none' };
}

const UUID = /^[\da-f]{8}-[\da-f-]{27}$/;
const notesByBlock = memo(
  ({ ids }: Names) =>
    new Map(
      ids.flatMap((own, note) => [...own].filter((id) => UUID.test(id)).map((id) => [id, note] as const)),
    ),
);

function resolveWiki(
  { argument, text }: RawReference,
  from: number,
  names: Names,
  site: Configuration['kind'],
  report: Report,
): Resolution {
  const answer = resolveWikilink(argument, from, names);
  if (answer.kind === 'asset') return answer;
  if (answer.kind === 'missing') {
    const folder = path.dirname(names.notes[from]!.note.path);
    const meant = site === 'plain' ? noteByHabit(answer.name, text, folder, names) : null;
    if (meant !== null) {
      const place =
        answer.anchor === null ? null : anchorOf(answer.anchor, names.notes[meant]!.note.headings);
      return toNote(meant, place, names);
    }
    if (answer.asset) {
      report('missing-asset', `no file "${answer.name}"`, 'Put it into the folder, or mend the name.');
    } else {
      report(
        'unresolved-reference',
        `no note "${answer.name}"`,
        suggest(
          namesWithoutMarks(names).get(fold(answer.name)) ??
            nearestFile(answer.name, names)?.replace(/\.md$/, ''),
        ),
      );
    }
    return answer.asset
      ? { kind: 'asset', path: '' }
      : { kind: 'ghost', name: answer.name, anchor: answer.anchor };
  }
  reportSeveral(argument, answer.candidates, names, report);
  return toNote(answer.to, answer.anchor, names);
}

function resolveMarkdown(
  argument: string,
  from: number,
  names: Names,
  site: Configuration['kind'],
  report: Report,
): Resolution {
  const found = resolvePath(argument, from, names, report);
  if (found !== null) return found;
  const written = pathOfAddress(argument);
  const folder = path.dirname(names.notes[from]!.note.path);
  const asset = resolveAsset(written, folder, names);
  if (asset !== null) return { kind: 'asset', path: asset };
  report('unresolved-reference', `no note "${written}"`, suggest(nearestFile(written, names)));
  // In a vault that is no place but a name, as of a wikilink.
  const isName = site === 'obsidian' && !/^\.{0,2}\//.test(written);
  const name = (isName ? written : placeFrom(folder, written)).replace(/\.(md|markdown)$/i, '');
  return { kind: 'ghost', name, anchor: fragmentOf(argument) };
}

function resolvePlace(argument: string, from: number, names: Names, report: Report): Resolution | null {
  const written = pathOfAddress(argument);
  const place = placeFrom(path.dirname(names.notes[from]!.note.path), written);
  const found = written === '' ? null : atPlace(place, names);
  if (found === null) return resolvePath(argument, from, names, report);
  return found.kind === 'note' ? toPlaceIn(found.to, argument, names) : found;
}

function lostPlace(argument: string, from: number, names: Names, report: Report): Resolution {
  const written = pathOfAddress(argument);
  if (/\.\w+$/.test(written)) {
    report('missing-asset', `no file "${written}"`, 'Put it there, or mend its name.');
    return { kind: 'asset', path: '' };
  }
  const place = folderOf(placeFrom(path.dirname(names.notes[from]!.note.path), written));
  const suggestion = written.endsWith('/')
    ? 'A link to a folder reaches its README.md or index.md.'
    : undefined;
  report('unresolved-reference', `no note "${written}"`, suggest(nearestFile(place, names)) ?? suggestion);
  return { kind: 'ghost', name: place || 'README', anchor: fragmentOf(argument) };
}

function placeFrom(folder: string, written: string): string {
  return path.join(written.startsWith('/') ? '' : folder, written).replace(/^\//, '');
}

/** The note that a path names, from the folder of the note that holds the link or by its end. */
function resolvePath(argument: string, from: number, names: Names, report: Report): Resolution | null {
  const written = pathOfAddress(argument);
  const folder = path.dirname(names.notes[from]!.note.path);
  const place = placeFrom(folder, written);
  const exact = written === '' ? [from] : notesNamed(`/${place}`, folder, names);
  // Obsidian writes such links with the end of a path too.
  const candidates = exact.length > 0 ? exact : notesNamed(written, folder, names);
  const [to] = candidates;
  if (to === undefined) return null;
  reportSeveral(argument, candidates, names, report);
  return toPlaceIn(to, argument, names);
}

/** To the note, and to the place in it that an address names behind its `#`. */
function toPlaceIn(to: number, argument: string, names: Names): Resolution {
  const fragment = fragmentOf(argument);
  const isId = fragment === null || names.ids[to]!.has(fragment);
  return toNote(to, isId ? fragment : anchorOf(fragment, names.notes[to]!.note.headings), names);
}

function reportSeveral(argument: string, candidates: readonly number[], names: Names, report: Report): void {
  if (candidates.length < 2) return;
  report(
    'ambiguous-reference',
    `"${argument}" could be ${listed(candidates, names)}; the first is taken`,
    'Name it with its folder.',
  );
}

function listed(candidates: readonly Named[], names: Names): string {
  const more = candidates.length - MOST_ORDERED;
  const paths = candidates.slice(0, MOST_ORDERED).map((named) => pathOf(named, names));
  return paths.join(', ') + (more > 0 ? `, or one of ${more} more` : '');
}

function toNamed(named: Named, anchor: string | null, names: Names): Resolution {
  return typeof named === 'number'
    ? toNote(named, anchor, names)
    : { kind: 'page', target: named.target, anchor };
}

function toNote(to: number, anchor: string | null, names: Names): Resolution {
  return { kind: 'note', to, anchor, anchorExists: anchor === null ? null : names.ids[to]!.has(anchor) };
}

function fragmentOf(argument: string): string | null {
  const hash = argument.indexOf('#');
  if (hash < 0 || hash === argument.length - 1) return null;
  const fragment = argument.slice(hash + 1);
  try {
    return decodeURIComponent(fragment).toWellFormed();
  } catch {
    return fragment;
  }
}

function pathOf(named: Named, names: Names): string {
  if (typeof named !== 'number') return named.target;
  const { path, file = path } = names.notes[named]!.note;
  return file;
}

/** Titles and aliases, without the marks of their letters: a link that lacks these means no note, but may have meant one. */
const namesWithoutMarks = memo(
  ({ notes }: Names) =>
    new Map(
      notes
        .flatMap(({ note }) => [note.title, ...note.frontMatter.aliases])
        .map((name) => [fold(name), name] as const),
    ),
);

/** The file that was probably meant: a section or bundle by its folder. */
function nearestFile(name: string, names: Names): string | undefined {
  const near = names.nearest.find(path.basename(name).replace(/\.(md|markdown)$/i, ''));
  const [index] = near === undefined ? [] : (names.byFile.get(near) ?? []);
  if (index === undefined) return undefined;
  const found = names.notes[index]!.note.path;
  return noteName(found).role === 'page' ? path.basename(found) : path.basename(path.dirname(found));
}

function suggest(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `did you mean "${name}"?`;
}
