/** Where a preview stands: below its link or above it, never on it, and inside its pane. Pixels of the pane. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly width: number;
  /** One of both is null: a card above its link grows upwards. */
  readonly top: number | null;
  readonly bottom: number | null;
  readonly mostHeight: number;
}

const WIDTH = 416;
const HEIGHT = 352;
/** Where there is that much room below, nobody looks above. */
const ENOUGH = 240;
const GAP = 6;
const EDGE = 8;

/** @param x where the pointer rests, or where the link begins. */
export function placePreview(
  link: Box,
  x: number,
  pane: { readonly width: number; readonly height: number },
): Placement {
  const width = Math.max(0, Math.min(WIDTH, pane.width - 2 * EDGE));
  const left = Math.max(EDGE, Math.min(x - 28, pane.width - EDGE - width));
  const below = pane.height - EDGE - (link.bottom + GAP);
  const above = link.top - GAP - EDGE;
  const isBelow = below >= ENOUGH || below >= above;
  return {
    left,
    width,
    top: isBelow ? link.bottom + GAP : null,
    bottom: isBelow ? null : pane.height - (link.top - GAP),
    mostHeight: Math.max(0, Math.min(HEIGHT, isBelow ? below : above)),
  };
}
