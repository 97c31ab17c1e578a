/** Why notes are linked: for each note the sentences in which it names others, with the heading they stand under. */
import {
  LINKS_VERSION,
  MOST_PLACES,
  type LinkRow,
  type LinksFile,
  type PlaceRow,
} from '../../contract/links.ts';
import { holesIn } from '../common/holes.ts';
import type { ParsedNote } from '../common/types.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { ghostKey } from './derive-graph.ts';

/** For each reference of each note, the node that it leads to; -1 where it leads to none or to the note itself. */
export function linkTargets(
  notes: readonly ResolvedNote[],
  ghosts: readonly { readonly name: string }[],
): number[][] {
  const nodes = new Map(ghosts.map(({ name }, index) => [ghostKey(name), notes.length + index]));
  return notes.map(({ resolutions }, from) =>
    resolutions.map((resolution) => {
      if (resolution.kind === 'ghost') return nodes.get(ghostKey(resolution.name))!;
      return resolution.kind === 'note' && resolution.to !== from ? resolution.to : -1;
    }),
  );
}

/** @param targets of these notes, as `linkTargets` gives them. */
export function deriveLinks(
  notes: readonly ParsedNote[],
  targets: readonly (readonly number[])[],
): LinksFile {
  return { version: LINKS_VERSION, notes: notes.map((note, index) => linksOf(note, targets[index]!)) };
}

function linksOf(note: ParsedNote, targets: readonly number[]): LinkRow[] {
  if (!targets.some((to) => to >= 0)) return [];
  const spots = spotsOf(note);
  const found = new Map<number, Map<string, PlaceRow>>();
  inTextOrder(note, spots).forEach((index) => {
    const to = targets[index]!;
    if (to < 0) return;
    let places = found.get(to);
    if (places === undefined) found.set(to, (places = new Map()));
    const { sentence, at, text } = note.references[index]!;
    if (places.has(sentence)) return;
    const { anchor, heading } = spots.get(index) ?? TOP;
    places.set(sentence, [sentence, Math.max(0, at), at < 0 ? 0 : text.length, anchor, heading]);
  });
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([to, places]) => {
      // A link without words is worth telling only where there is nothing else.
      if (places.size > 1) places.delete('');
      const rows = [...places.values()];
      return [to, Math.max(0, rows.length - MOST_PLACES), rows.slice(0, MOST_PLACES)];
    });
}

interface Spot {
  readonly order: number;
  readonly anchor: string;
  readonly heading: string;
}
const TOP: Spot = { order: Infinity, anchor: '', heading: '' };

/** The note's own order; references that the text doesn't hold, in code for instance, come last. */
function inTextOrder(note: ParsedNote, spots: ReadonlyMap<number, Spot>): number[] {
  const orderOf = (index: number): number => (spots.get(index) ?? TOP).order;
  return [...note.references.keys()].sort((a, b) =>
    orderOf(a) === orderOf(b) ? a - b : orderOf(a) - orderOf(b),
  );
}

/** Headings, and the items of the footnotes. Sanitised HTML: brackets in attributes are entities. */
const PLACE = /<(h[1-6]|li)\b[^>]*? id="([^"]*)"/g;

/** Where each reference stands, by its index. */
function spotsOf({ html, hole, headings }: ParsedNote): Map<number, Spot> {
  const texts = new Map(headings.map(({ id, text }) => [id, text]));
  const places = [...html.matchAll(PLACE)].flatMap(({ index, 1: tag, 2: raw }) => {
    const anchor = unescape(raw!);
    if (tag === 'li') return [{ start: index, anchor, heading: '' }];
    const heading = texts.get(anchor);
    return heading === undefined ? [] : [{ start: index, anchor, heading }];
  });
  const spots = new Map<number, Spot>();
  let next = 0;
  for (const { kind, index, start } of holesIn(html, hole)) {
    if (kind !== 'r' || spots.has(index)) continue;
    while (next < places.length && places[next]!.start < start) next++;
    const { anchor, heading } = places[next - 1] ?? TOP;
    spots.set(index, { order: start, anchor, heading });
  }
  return spots;
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
