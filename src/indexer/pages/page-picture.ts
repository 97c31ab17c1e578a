/**
 * A note and those that it is linked with, as a picture that needs no script: the note in the middle, the others on a ring around
 * it, with the links among them as chords. Drawn from the links alone, so that a page changes only where its links do.
 */
import { notePage } from '../../contract/page.ts';
import { escapeText } from '../common/holes.ts';
import { memo } from '../common/memo.ts';
import type { Nearness } from '../derive/nearness.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';

export interface Ring {
  /** In the order of the ring, from the top clockwise. */
  readonly nodes: readonly number[];
  /** Linked pairs, as places on the ring. */
  readonly chords: readonly (readonly [number, number])[];
  /** Neighbours that had no room. */
  readonly more: number;
}

/** More labels would touch. */
const MOST = 20;
const WIDTH = 640;
const HEIGHT = 360;
const RADIUS_X = 150;
const RADIUS_Y = 150;
/** Letters of a label, and how wide one is. */
const LONGEST = 30;
const LETTER = 6.8;
const WIDE = /[\u1100-\u115f\u2e80-\uffdc]/;
/** From a node to its label. */
const GAP = 9;

/** @param neighbours the worthiest first */
export function ringAround(neighbours: readonly number[], nearness: Nearness): Ring {
  const chosen = neighbours.slice(0, MOST);
  const nodes = inTouch(chosen, nearness);
  const chords = nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b, k) => (nearness.isLinked(a, b) ? [[i, i + 1 + k] as const] : [])),
  );
  return { nodes, chords, more: neighbours.length - chosen.length };
}

/** Each next one is linked with the one before, as far as there is such a one: short chords. */
function inTouch(nodes: readonly number[], nearness: Nearness): number[] {
  const left = [...nodes];
  const order: number[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const near = last === undefined ? -1 : left.findIndex((node) => nearness.isLinked(last, node));
    order.push(...left.splice(Math.max(0, near), 1));
  }
  return order;
}

/** All that `ringPicture` reads, as a value that can be compared. */
export function ringInputs({ nodes, chords, more }: Ring, notes: readonly ResolvedNote[]): unknown {
  return [nodes.map((node) => [notes[node]!.slug, notes[node]!.note.title]), chords, more];
}

/** @param root from the page to the site's root */
export function ringPicture(ring: Ring, root: string, notes: readonly ResolvedNote[]): string {
  if (ring.nodes.length === 0) return '';
  const { places, spokes, chords } = ringLines(ring);
  const nodes = ring.nodes.map((node, i) => {
    const { note, slug } = notes[node]!;
    const { x, y, isLeft } = places[i]!;
    const label = `<text x="${x + (isLeft ? -GAP : GAP)}" y="${y + 4}"${isLeft ? ' text-anchor="end"' : ''}>${escapeText(fitting(note.title, x))}</text>`;
    return `<a href="${root}${notePage(slug)}" tabindex="-1"><circle cx="${x}" cy="${y}" r="4"/>${label}</a>`;
  });
  // The lists below say the same to those who can't see it.
  return [
    '<figure class="hm-ring" aria-hidden="true">',
    `<svg viewBox="${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}">`,
    `<g class="hm-ring-chords">${chords}</g><g class="hm-ring-spokes">${spokes}</g>`,
    ...nodes,
    `<circle class="hm-ring-centre" r="8"/>`,
    '</svg>',
    ring.more === 0 ? '' : `<figcaption>and ${ring.more} more</figcaption>`,
    '</figure>',
  ].join('');
}

interface RingLines {
  readonly places: readonly Place[];
  readonly spokes: string;
  readonly chords: string;
}

/** Where the nodes stand around the middle, and the lines between them as SVG's paths. The page and the picture beside it ask. */
export const ringLines = memo(({ nodes, chords }: Ring): RingLines => {
  const places = placesOn(nodes.length);
  const line = (from: string, to: string): string => `<path d="M${from}L${to}"/>`;
  return {
    places,
    spokes: places.map(({ at }) => line('0 0', at)).join(''),
    chords: chords.map(([a, b]) => line(places[a]!.at, places[b]!.at)).join(''),
  };
});

interface Place {
  readonly x: number;
  readonly y: number;
  /** Both, as a path has them. */
  readonly at: string;
  readonly isLeft: boolean;
}

const known = new Map<number, readonly Place[]>();

/** The same for all rings of that many nodes. */
function placesOn(count: number): readonly Place[] {
  let places = known.get(count);
  if (places === undefined) {
    places = Array.from({ length: count }, (_, index) => placeOn(index, count));
    known.set(count, places);
  }
  return places;
}

function placeOn(index: number, count: number): Place {
  // An even number of places: nobody stands right above or below the middle, where labels would meet those beside them.
  const turn = (2 * Math.PI * (index + 0.5)) / (count + (count % 2));
  const x = Math.round(Math.sin(turn) * RADIUS_X);
  const y = Math.round(-Math.cos(turn) * RADIUS_Y);
  return { x, y, at: `${x} ${y}`, isLeft: x < 0 };
}

/** As much of a title as there is room for between its node and the edge. */
function fitting(title: string, x: number): string {
  const room = (WIDTH / 2 - Math.abs(x) - GAP) / LETTER;
  return shortened(title, Math.min(LONGEST, Math.floor(room)));
}

/** As wide as so many letters at most, the last of them dots where some are left out. Letters of some scripts are twice as wide. */
export function shortened(title: string, most: number): string {
  const isWide = WIDE.test(title);
  if (title.length * (isWide ? 2 : 1) <= most) return title;
  const letters = [...title];
  let width = 0;
  let fit = 0;
  for (const letter of letters) {
    width += isWide && WIDE.test(letter) ? 2 : 1;
    if (width < most) fit++;
    else if (width > most) return `${letters.slice(0, fit).join('')}…`;
  }
  return title;
}
