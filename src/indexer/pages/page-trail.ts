/** Where a note stands among the others of its folder: the folders above it, and the notes before and after. */
import { notePage } from '../../contract/page.ts';
import { compareText } from '../common/diagnose.ts';
import { escapeText } from '../common/holes.ts';
import { memo } from '../common/memo.ts';
import { noteName } from '../common/note-name.ts';
import { parentOf } from '../resolve/permalink.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';

/** Notes by number, null where there is none. */
export interface Trail {
  /** From the top, each with the note that speaks for it (`_index.md`), if there is one. */
  readonly folders: readonly { readonly name: string; readonly path: string; readonly note: number | null }[];
  readonly before: number | null;
  readonly after: number | null;
}

/** By note. In a folder the dated notes come first, the oldest before the newer; the others by title. */
export function findTrails(notes: readonly ResolvedNote[]): Trail[] {
  const speaking = new Map<string, number>();
  const members = new Map<string, number[]>();
  const folders = notes.map(({ note }, id) => {
    const { folder, role } = noteName(note.path);
    if (role === 'section') speaking.set(folder, id);
    const home = role === 'page' ? folder : parentOf(folder);
    // Nobody is led to a note that is broken; the others are as if it were not there.
    const isBroken = note.diagnostics.some(({ severity }) => severity === 'error');
    if (role !== 'section' && !isBroken) push(members, home, id);
    return role === 'section' && folder === '' ? null : home;
  });
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const orders = notes.map(orderOf);
  const compare = (a: Order, b: Order): number =>
    compareText(a.date, b.date) || compareText(a.title, b.title);
  for (const list of members.values()) {
    list.sort((a, b) => compare(orders[a]!, orders[b]!) || a - b);
    for (let i = 1; i < list.length; i++) {
      before.set(list[i]!, list[i - 1]!);
      after.set(list[i - 1]!, list[i]!);
    }
  }
  return folders.map((home, id) => ({
    folders:
      home === null
        ? []
        : pathsTo(home).map((path) => ({
            name: path.split('/').at(-1)!,
            path,
            note: speaking.get(path) ?? null,
          })),
    before: before.get(id) ?? null,
    after: after.get(id) ?? null,
  }));
}

function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function pathsTo(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

interface Order {
  readonly date: string;
  readonly title: string;
}

const orderOf = memo(({ note }: ResolvedNote): Order => ({
  date: note.frontMatter.date ?? '~',
  title: note.title.toLowerCase(),
}));

/** All that `crumbs` and `neighboursInFolder` read, as a value that can be compared. */
export function trailInputs({ folders, before, after }: Trail, notes: readonly ResolvedNote[]): unknown {
  const name = (id: number | null): unknown =>
    id === null ? null : [notes[id]!.slug, notes[id]!.note.title];
  return [folders.map(({ path, note }) => [path, name(note)]), name(before), name(after)];
}

/** @param root from the page to the site's root */
export function crumbs(
  { folders }: Trail,
  root: string,
  siteTitle: string,
  notes: readonly ResolvedNote[],
): string {
  const items = folders.map(({ name, path, note }) => {
    const href =
      note === null ? `${root}?folder=${encodeURIComponent(path)}` : root + notePage(notes[note]!.slug);
    return `<li><a href="${href}">${escapeText(name)}</a></li>`;
  });
  if (items.length === 0) return '';
  const home = `<li><a href="${root === '' ? './' : root}">${escapeText(siteTitle)}</a></li>`;
  return `<nav class="hm-crumbs" aria-label="Folders"><ol>${home}${items.join('')}</ol></nav>`;
}

export function neighboursInFolder(
  { before, after }: Trail,
  root: string,
  notes: readonly ResolvedNote[],
): string {
  const link = (id: number | null, rel: 'prev' | 'next', words: string): string => {
    if (id === null) return '';
    const { note, slug } = notes[id]!;
    return `<a rel="${rel}" href="${root}${notePage(slug)}"><small>${words}</small>${escapeText(note.title)}</a>`;
  };
  const links = link(before, 'prev', 'Before in this folder') + link(after, 'next', 'Next in this folder');
  return links === '' ? '' : `<nav class="hm-turn" aria-label="In this folder">${links}</nav>`;
}
