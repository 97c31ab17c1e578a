/** Who names whom, and in which sentences: backlinks and outgoing links in the order in which a reader wants them. */
import { keyOf } from '../common/key-of.ts';
import { sameItems } from '../common/memo.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import type { Nearness } from './nearness.ts';

/** A place where one note names another. */
export interface NamedAt {
  readonly sentence: string;
  /** UTF-16 offset of `text` in the sentence; -1 where it isn't in it. */
  readonly at: number;
  readonly text: string;
}

/** The other note, and the places where it names this one or is named by it. */
export interface Neighbour {
  readonly note: number;
  readonly places: readonly NamedAt[];
  /** Differs where the places do, and where another sentence of the note that names differs. */
  readonly key: string;
}

export interface Links {
  /** By note: who links to it. */
  readonly back: readonly (readonly Neighbour[])[];
  /** By note: to whom it links. */
  readonly out: readonly (readonly Neighbour[])[];
  /** By note: both of them, each once, in the same order. */
  readonly worthiest: readonly (readonly number[])[];
}

/** The last answer. */
export interface LinksMemory {
  made?: {
    readonly nearness: Nearness;
    /** By note: its neighbours in the order in which they were found. */
    readonly found: readonly (readonly Neighbour[])[];
    readonly links: Links;
  };
}

/**
 * Nearest and most linked first: a place counts as much as two nodes that both are linked with. Lists of the last answer that
 * would be the same again are the same objects.
 */
export function findLinks(
  notes: readonly ResolvedNote[],
  nearness: Nearness,
  memory: LinksMemory = {},
): Links {
  const back = notes.map((): Neighbour[] => []);
  const out = notes.map((): Neighbour[] => []);
  notes.forEach((resolved, from) => {
    for (const { to, neighbour, naming } of namedBy(resolved, from)) {
      if (to === from || to >= notes.length) continue;
      back[to]!.push(naming);
      out[from]!.push(neighbour);
    }
  });
  const found = notes.map((_, own) => [...back[own]!, ...out[own]!]);
  const before = memory.made?.nearness === nearness ? memory.made : undefined;
  const worthiest = notes.map((_, own) => {
    if (before !== undefined && sameItems(before.found[own] ?? [], found[own]!)) {
      const { links } = before;
      [back[own], out[own]] = [links.back[own] as Neighbour[], links.out[own] as Neighbour[]];
      return links.worthiest[own]!;
    }
    const worth = new Map<number, number>();
    for (const { note, places } of found[own]!) {
      worth.set(note, (worth.get(note) ?? nearness.shared(own, note)) + 2 * places.length);
    }
    const byWorth = (a: number, b: number): number => worth.get(b)! - worth.get(a)! || a - b;
    for (const list of [back[own]!, out[own]!]) list.sort((a, b) => byWorth(a.note, b.note));
    return [...worth.keys()].sort(byWorth);
  });
  const links = { back, out, worthiest };
  memory.made = { nearness, found, links };
  return links;
}

/** A link between two notes, from either end. */
interface Link {
  readonly to: number;
  /** For the note that names. */
  readonly neighbour: Neighbour;
  /** For the note that is named. */
  readonly naming: Neighbour;
}

const known = new WeakMap<readonly Resolution[], readonly Link[]>();

/** Whom a note names. One whose links lead elsewhere, whose text differs, or that has another number has other resolutions. */
function namedBy({ note, resolutions }: ResolvedNote, from: number): readonly Link[] {
  const before = known.get(resolutions);
  if (before !== undefined) return before;
  const all: NamedAt[] = [];
  const found = new Map<number, number[]>();
  resolutions.forEach((resolution, index) => {
    if (resolution.kind !== 'note') return;
    const { sentence, at, text } = note.references[index]!;
    const place = all.push({ sentence, at, text }) - 1;
    const places = found.get(resolution.to);
    if (places === undefined) found.set(resolution.to, [place]);
    else places.push(place);
  });
  // One for all: most name five others.
  const allKey = keyOf(all);
  const links = Array.from(found, ([to, list]) => {
    const [places, key] = [list.map((place) => all[place]!), `${allKey}:${list.join()}`];
    return { to, neighbour: { note: to, places, key }, naming: { note: from, places, key } };
  });
  known.set(resolutions, links);
  return links;
}
