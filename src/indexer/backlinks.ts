/** Who names whom, and in which sentences: backlinks and outgoing links in the order in which a reader wants them. */
import type { ResolvedNote } from './derive-graph.ts';
import { keyOf } from './key-of.ts';
import type { Nearness } from './nearness.ts';
import type { Resolution } from './resolve.ts';

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

/** Nearest and most linked first: a place counts as much as two nodes that both are linked with. */
export function findLinks(notes: readonly ResolvedNote[], nearness: Nearness): Links {
  const back = notes.map((): Neighbour[] => []);
  const out = notes.map((): Neighbour[] => []);
  notes.forEach((resolved, from) => {
    for (const neighbour of namedBy(resolved)) {
      const { note: to, places, key } = neighbour;
      if (to === from || to >= notes.length) continue;
      back[to]!.push({ note: from, places, key });
      out[from]!.push(neighbour);
    }
  });
  const worthiest = notes.map((_, own) => {
    const worth = new Map<number, number>();
    for (const { note, places } of [...back[own]!, ...out[own]!]) {
      worth.set(note, (worth.get(note) ?? nearness.shared(own, note)) + 2 * places.length);
    }
    const byWorth = (a: number, b: number): number => worth.get(b)! - worth.get(a)! || a - b;
    for (const list of [back[own]!, out[own]!]) list.sort((a, b) => byWorth(a.note, b.note));
    return [...worth.keys()].sort(byWorth);
  });
  return { back, out, worthiest };
}

const known = new WeakMap<readonly Resolution[], readonly Neighbour[]>();

/** Whom a note names. One whose links lead elsewhere, or whose text differs, has other resolutions. */
function namedBy({ note, resolutions }: ResolvedNote): readonly Neighbour[] {
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
  const key = keyOf(all);
  const neighbours = Array.from(found, ([to, places]) => ({
    note: to,
    places: places.map((place) => all[place]!),
    key: `${key}:${places.join()}`,
  }));
  known.set(resolutions, neighbours);
  return neighbours;
}
