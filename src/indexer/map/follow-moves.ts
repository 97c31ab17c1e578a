/** Names of the map's nodes from build to build: notes are moved, ghosts get written, notes become ghosts. */
import type { Kept } from '../../layout/kept.ts';
import { spellingKey } from '../common/spelling-key.ts';

/** No path of a note begins with a slash. */
const GHOST = '/ghost/';

/** Folders of a path that may tell one `index.md` from another. */
const DEEPEST = 3;

/** The name of a ghost's place. `key` is the `spellingKey` of the ghost's name. */
export function ghostPlace(key: string): string {
  return GHOST + key;
}

/**
 * For each of today's names the one that the last build had for it, as far as that can be told: a note whose path is new
 * takes the place of the ghost that waited for it, or that of a vanished note with the same end of the path, if there is just one of
 * each; a new ghost takes the place of a vanished note of its name. The others keep their names.
 */
export function namesThen(
  names: readonly string[],
  titles: readonly string[],
  kept: Kept,
): readonly string[] {
  const today = new Set(names);
  const before = new Set([...kept.linked, ...kept.single].map(({ name }) => name));
  const gone = new Set([...before].filter((name) => !today.has(name)));
  const fresh = [...names.keys()].filter((node) => !before.has(names[node]!));
  if (gone.size === 0 || fresh.length === 0) return names;

  const then = [...names];
  const take = (node: number, name: string): void => {
    then[node] = name;
    gone.delete(name);
  };
  const isGhost = (name: string): boolean => name.startsWith(GHOST);
  const notes = fresh.filter((node) => !isGhost(names[node]!));
  for (const node of notes) {
    const ghost = ghostNames(names[node]!, titles[node]!).find((name) => gone.has(name));
    if (ghost !== undefined) take(node, ghost);
  }
  for (let depth = DEEPEST; depth > 0; depth--) {
    const end = (name: string): string => name.split('/').slice(-depth).join('/');
    const from = onlyOnes(
      [...gone].filter((name) => !isGhost(name)),
      end,
    );
    const to = onlyOnes(
      notes.filter((node) => then[node] === names[node]),
      (node) => end(names[node]!),
    );
    for (const [key, node] of to) {
      const name = from.get(key);
      if (name !== undefined) take(node, name);
    }
  }
  const written = [...gone]
    .filter((name) => !isGhost(name))
    .flatMap((name) => ghostNames(name, '').map((ghost) => [ghost, name] as const));
  const byGhost = new Map(written.reverse());
  for (const node of fresh.filter((node) => isGhost(names[node]!))) {
    const name = byGhost.get(names[node]!);
    if (name !== undefined && gone.has(name)) take(node, name);
  }
  return then;
}

/** What a ghost may be called that waits for this note. */
function ghostNames(path: string, title: string): string[] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const bare = (name: string): string => name.replace(/\.[^./]+$/, '');
  return [path, bare(path), file, bare(file), title]
    .filter((name) => name !== '')
    .map((name) => ghostPlace(spellingKey(name)));
}

/** By key, those that share it with no other. */
function onlyOnes<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  const shared = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (found.has(key)) shared.add(key);
    found.set(key, item);
  }
  for (const key of shared) found.delete(key);
  return found;
}
