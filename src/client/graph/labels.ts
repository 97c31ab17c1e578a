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
}

export type LabelKind = 'region' | 'title' | 'strong';

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

/** Air around a label, in pixels. */
const AIR_X = 5;
const AIR_Y = 2;

/**
 * Places wishes in their order, below what they name or, if that is taken, above it; a region's name on its middle.
 * What has no room is left out. Stops at `most` labels. Quadratic in `most`, linear in the wishes.
 * @param obstacles what no label may lie on or under.
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  measure: Measure,
  size: Size,
  most: number,
  obstacles: readonly Box[] = [],
): Label[] {
  const labels: Label[] = [];
  const taken: Box[] = [...obstacles];
  const free = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= size.width &&
    box.top >= 0 &&
    box.bottom <= size.height &&
    taken.every(
      (other) =>
        box.right <= other.left ||
        box.left >= other.right ||
        box.bottom <= other.top ||
        box.top >= other.bottom,
    );
  for (const wish of wishes) {
    if (labels.length >= most) break;
    const width = measure(wish.text, wish.kind, wish.fontSize);
    const away = wish.reach + wish.fontSize * 0.75 + 2;
    for (const dy of wish.kind === 'region' ? [0, -16, 16] : [away, -away]) {
      const box = {
        left: wish.x - width / 2 - AIR_X,
        right: wish.x + width / 2 + AIR_X,
        top: wish.y + dy - wish.fontSize * 0.65 - AIR_Y,
        bottom: wish.y + dy + wish.fontSize * 0.65 + AIR_Y,
      };
      if (!free(box)) continue;
      taken.push(box);
      // The open note's disc is not written over.
      if (wish.kind === 'strong') taken.push(discBox(wish));
      labels.push({ ...wish, textX: wish.x, textY: wish.y + dy, width });
      break;
    }
  }
  return labels;
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
