/** Which labels stand on the map. The first to ask for a place has it; nobody is written over. */
import type { Size } from './camera.ts';

export interface LabelWish {
  readonly text: string;
  /** Screen position of what is named, and how far its rim reaches. */
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  /** Pixels. */
  readonly fontSize: number;
  readonly kind: LabelKind;
  /** Colour of the region, for a region's name. */
  readonly hue: number;
  /** 0 to 1. */
  readonly strength: number;
  /** Stands right below the label that this earlier wish got, or not at all. */
  readonly under?: LabelWish;
}

export type LabelKind = 'region' | 'words' | 'title' | 'strong';

export interface Label extends LabelWish {
  /** Middle of the text. */
  readonly textX: number;
  readonly textY: number;
  readonly width: number;
}

export type Measure = (text: string, kind: LabelKind, fontSize: number) => number;

/** Pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Surroundings {
  /** What no label may lie on or under. */
  readonly obstacles?: readonly Box[];
  /** What labels had better leave open. */
  readonly discs?: readonly Box[];
}

/** Air around a label, in pixels. */
const AIR_X = 5;
const AIR_Y = 2;

/**
 * Places wishes in their order: below what they name, or above, or beside it, where no disc is covered if there is such
 * a place; a region's name on its middle, its words under that. What has no room is left out. Stops at `most` labels.
 * Takes `most` times wishes, and discs times labels.
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  measure: Measure,
  size: Size,
  most: number,
  { obstacles = [], discs = [] }: Surroundings = {},
): Label[] {
  const labels: Label[] = [];
  const given = new Map<LabelWish, Box>();
  const taken: Box[] = [...obstacles];
  const inside = (box: Box): boolean =>
    box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
  for (const wish of wishes) {
    if (labels.length >= most) break;
    const width = measure(wish.text, wish.kind, wish.fontSize);
    const boxes = placesOf(wish, width, given, size).filter(
      (box) => inside(box) && !taken.some((other) => touch(box, other)),
    );
    const box = boxes.find((place) => !discs.some((disc) => touch(place, disc))) ?? boxes[0];
    if (box === undefined) continue;
    taken.push(box);
    given.set(wish, box);
    // The open note's disc is not written over.
    if (wish.kind === 'strong') taken.push(discBox(wish));
    labels.push({ ...wish, textX: (box.left + box.right) / 2, textY: (box.top + box.bottom) / 2, width });
  }
  return labels;
}

/** Where a label may stand, the best place first; the last ones are moved in from the rim, over which they would hang. */
function placesOf(wish: LabelWish, width: number, given: ReadonlyMap<LabelWish, Box>, size: Size): Box[] {
  const { x, y, reach, fontSize, kind, under } = wish;
  const [halfWidth, halfHeight] = [width / 2 + AIR_X, fontSize * 0.65 + AIR_Y];
  const above = under && given.get(under);
  if (under && !above) return [];
  const down = reach + fontSize * 0.75 + 2;
  const aside = reach + halfWidth;
  const middle = Math.max(halfWidth, Math.min(x, size.width - halfWidth));
  const middles: readonly (readonly [number, number])[] = above
    ? [[(above.left + above.right) / 2, above.bottom + halfHeight]]
    : kind === 'region'
      ? [
          [x, y],
          [x, y - 16],
          [x, y + 16],
        ]
      : [
          [x, y + down],
          [x, y - down],
          [x + aside, y],
          [x - aside, y],
          [middle, y + down],
          [middle, y - down],
        ];
  return middles.map(([x, y]) => ({
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
  }));
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function discBox({ x, y, reach }: LabelWish): Box {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/** At most `most` characters, cut at a word where one ends nearby. */
export function shorten(title: string, most: number): string {
  const characters = [...title];
  if (characters.length <= most) return title;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.6 ? cut.slice(0, space) : cut}…`;
}
