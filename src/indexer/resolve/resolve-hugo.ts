/**
 * `ref` and `relref` as Hugo 0.111 resolves them: by file name, never by slug, url or alias. In a site that is written for
 * 0.123 or newer, what that one finds besides is found too.
 * Source: its behaviour on thousands of references, written down as rules in the handbook's note on Hugo's references.
 */
import path from 'node:path/posix';
import { lowerCase } from '../common/hugo-path.ts';
import { noteName } from '../common/note-name.ts';
import { hyphened, type HugoTree, type Named } from './hugo-tree.ts';
import type { Names } from './names.ts';

export type HugoAnswer =
  | { readonly kind: 'found'; readonly named: Named; readonly anchor: string | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Named[]; readonly anchor: string | null }
  /** No address at all: Hugo's build would stop here. */
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'missing'; readonly name: string; readonly anchor: string | null };

/** @param from index of the note that refers */
export function resolveHugo(
  argument: string,
  from: number,
  names: Pick<Names, 'notes' | 'hugo'>,
): HugoAnswer {
  const reference = parseReference(argument);
  if ('reason' in reference) return { kind: 'malformed', reason: reference.reason };
  const anchor = reference.fragment === '' ? null : reference.fragment;
  if (reference.path === '') {
    return anchor === null ? { kind: 'empty' } : { kind: 'found', named: from, anchor };
  }
  const found = (named: Named): HugoAnswer => ({ kind: 'found', named, anchor });

  const tree = names.hugo;
  const wanted = lowerCase(reference.path.trim()) || '/';
  const joined = wanted.startsWith('/')
    ? wanted
    : joinedTo(names.notes[from]!.note.path, wanted, tree.newer !== null);
  const first = lookUp(joined, tree);
  if (first.named !== undefined) return found(first.named);
  if (!wanted.startsWith('/')) {
    const { named } = lookUp(`/${wanted}`, tree);
    if (named !== undefined) return found(named);
  }
  const taxonomy = lookUpTaxonomy(joined, tree);
  if (typeof taxonomy !== 'boolean') return found(taxonomy);

  if (tree.newer !== null) {
    const newer = lookUpPath(wanted, joined, tree.newer.byPath, tree.language);
    if (newer !== undefined) return found(newer);
  }

  const candidates = taxonomy === true ? namesakes(wanted, path.basename(first.name), tree) : [];
  if (candidates.length === 1) return found(candidates[0]!);
  if (candidates.length > 1) return { kind: 'ambiguous', candidates, anchor };
  return { kind: 'missing', name: reference.path.trim().replace(/\.(md|markdown)$/i, ''), anchor };
}

/**
 * Relative to the note's folder; a leaf bundle starts one level up, unless the reference goes up itself, by the name of a
 * file if it is for newer Hugo.
 */
function joinedTo(notePath: string, wanted: string, isNewer: boolean): string {
  const { folder, role } = noteName(notePath);
  const goesUp = wanted.startsWith('..') && (!isNewer || /\.[^./]+\/*$/.test(wanted));
  const base = role === 'bundle' && !goesUp ? path.dirname(`/${folder}`) : `/${folder}`;
  const joined = path.join(lowerCase(base), wanted);
  return joined.replace(/\/+$/, '') || '/';
}

/**
 * A section, or a page below the nearest section. Where there is neither, the name that is left to search for everywhere.
 * @param place begins with a slash
 */
function lookUp(place: string, tree: HugoTree): { named: Named | undefined; name: string } {
  let section = place.replace(/^\/|\/$/g, '');
  if (!place.startsWith('//')) {
    const itself = tree.sections.get(section);
    if (itself !== undefined) return { named: itself.named, name: '' };
  }
  do section = section.slice(0, Math.max(0, section.lastIndexOf('/'))).replace(/\/+$/, '');
  while (!tree.sections.has(section));
  const file = place.slice(section === '' ? 0 : section.length + 1).replace(/^\/{1,2}/, '');
  const name = withoutLanguage(withoutExtension(file), tree.language).replace(/\/_?index$/, '');
  const around = tree.sections.get(section)!;
  if (around.file === file) return { named: around.named, name };
  return { named: tree.pages.get(section === '' ? name : `${section}/${name}`), name };
}

/** A taxonomy or term; else whether the search may go on, which it may not below a taxonomy. */
function lookUpTaxonomy(place: string, tree: HugoTree): Named | boolean {
  const whole = place.replace(/^\/|\/$/g, '');
  const found = tree.taxonomies.get(whole);
  if (found !== undefined) return found;
  for (let at = whole.lastIndexOf('/'); at >= 0; at = whole.lastIndexOf('/', at - 1)) {
    if (tree.taxonomies.has(whole.slice(0, at))) return false;
    if (at === 0) break;
  }
  return true;
}

/** By path, as Hugo has it since 0.123: with hyphens for spaces, and whether or not a slash is at its end. */
function lookUpPath(
  wanted: string,
  joined: string,
  byPath: ReadonlyMap<string, Named>,
  language: string,
): Named | undefined {
  const at = (place: string): Named | undefined => {
    const bare = place.replace(/^\/+|\/+$/g, '').replace(/\.(?:md|markdown|html?)$/, '');
    return byPath.get(hyphened(withoutLanguage(bare, language).replace(/(?:^|\/)_?index$/, '')));
  };
  return at(joined) ?? (/^[./]/.test(wanted) ? undefined : at(wanted));
}

/** Those of a name, wherever they are. @param name without its extension */
function namesakes(wanted: string, name: string, { byName, newer }: HugoTree): readonly Named[] {
  if (newer === null) return /^\.|^[^/]+\/|\/[^]*\//.test(wanted) ? [] : (byName.get(name) ?? []);
  const own = wanted.replace(/\/+$/, '');
  if (/^\.|\//.test(own)) return [];
  return byName.get(name) ?? newer.byName.get(hyphened(withoutExtension(own))) ?? [];
}

/** Whatever the extension is: `one.html` looks for `one`. */
function withoutExtension(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot > file.lastIndexOf('/') ? file.slice(0, dot) : file;
}

function withoutLanguage(name: string, language: string): string {
  return name.endsWith(`.${language}`) ? name.slice(0, -language.length - 1) : name;
}

/** A reference is a URL: its host is cut off, its query dropped, `%xx` decoded; `mailto:x` has no path. */
function parseReference(argument: string): { path: string; fragment: string } | { reason: string } {
  if (/[\0-\x1f\x7f]/.test(argument)) return { reason: 'it holds a line break or another control character' };
  const hash = argument.indexOf('#');
  const before = hash < 0 ? argument : argument.slice(0, hash);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(before)?.[0] ?? '';
  const rest = before.slice(scheme.length).replace(/\?[^]*$/, '');
  const [segment = ''] = rest.split('/');
  if (scheme === '' && segment.includes(':')) {
    return { reason: 'a colon in its first part makes it an address; put "./" before it' };
  }
  const opaque = scheme !== '' && !rest.startsWith('/');
  const written = opaque ? '' : rest.replace(/^\/\/(?!\/)[^/]*/, '');
  const path = decode(written);
  const fragment = decode(hash < 0 ? '' : argument.slice(hash + 1));
  if (path === null || fragment === null) {
    return { reason: 'a percent sign in it must be written as %25' };
  }
  return { path, fragment };
}

/** Null where a percent sign begins no byte; bytes that are no UTF-8 become U+FFFD. */
function decode(text: string): string | null {
  if (!text.includes('%')) return text;
  if (/%(?![0-9a-f]{2})/i.test(text)) return null;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
