/**
 * `ref` and `relref` as Hugo 0.111 resolves them: by file name, never by slug, url or alias.
 * Source: its behaviour on thousands of references, written down as rules in the handbook's note on Hugo's references.
 */
import path from 'node:path/posix';
import type { Named, Names } from './names.ts';
import { noteName } from './permalink.ts';

export type HugoAnswer =
  | { readonly kind: 'found'; readonly named: Named; readonly anchor: string | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Named[]; readonly anchor: string | null }
  | { readonly kind: 'missing'; readonly name: string; readonly anchor: string | null };

/** @param from index of the note that refers */
export function resolveHugo(argument: string, from: number, names: Names): HugoAnswer {
  const { path: written, fragment } = parseReference(argument);
  const anchor = fragment === '' ? null : fragment;
  if (written === '') return anchor === null ? { kind: 'empty' } : { kind: 'found', named: from, anchor };

  const source = noteName(names.notes[from]!.note.path);
  const wanted = written.toLowerCase();
  const found = (named: Named): HugoAnswer => ({ kind: 'found', named, anchor });

  if (!wanted.startsWith('/')) {
    const bundled = source.role === 'bundle' && !wanted.startsWith('..');
    const folder = bundled ? path.dirname(`/${source.folder}`) : `/${source.folder}`;
    const relative = lookUp(path.join(folder.toLowerCase(), wanted).replace(/\/+$/, '') || '/', names);
    if (relative !== undefined) return found(relative);
  }
  const absolute = path.join('/', wanted);
  const rooted = lookUp(absolute, names);
  if (rooted !== undefined) return found(rooted);

  const bare = wanted.replace(/^\//, '');
  if (!bare.includes('/') && !wanted.startsWith('.')) {
    const candidates = names.byBase.get(withoutExtension(bare)) ?? [];
    if (candidates.length === 1) return found(candidates[0]!);
    if (candidates.length > 1) return { kind: 'ambiguous', candidates, anchor };
  }
  return { kind: 'missing', name: written.replace(/\.(md|markdown)$/i, ''), anchor };
}

/** A reference is a URL: a host is cut off, a query dropped, `%xx` decoded. */
function parseReference(argument: string): { path: string; fragment: string } {
  const trimmed = argument.trim();
  const hash = trimmed.indexOf('#');
  const beforeHash = hash < 0 ? trimmed : trimmed.slice(0, hash);
  const fragment = hash < 0 ? '' : trimmed.slice(hash + 1);
  const withoutHost = beforeHash.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '').replace(/^\/\/[^/?]*/, '');
  return { path: decode(withoutHost.replace(/\?.*$/, '')), fragment: decode(fragment) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param place absolute and clean, perhaps with a last slash */
function lookUp(place: string, names: Names): Named | undefined {
  const slashed = place.length > 1 && place.endsWith('/');
  const file = withoutExtension(place.replace(/^\/|\/$/g, ''));
  const key = file.replace(/\/_?index$/, '');
  const named = names.byPath.get(key);
  if (named === undefined) return undefined;
  return slashed && !names.sections.has(key) ? undefined : named;
}

/** Whatever the extension is: `one.html` looks for `one`. */
function withoutExtension(file: string): string {
  const extension = path.extname(file);
  return extension === '' ? file : file.slice(0, -extension.length);
}
