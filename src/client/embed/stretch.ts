import { boundsOf, type Size } from '../graph/draw/camera.ts';
import type { Placement } from '../graph/draw/picture.ts';

/** Further, the picture would look drawn out. */
const MOST = 1.6;
/** Of the pane, what names at the rim take: a part of it that is the same on all sides. */
const RIM = 0.85;

/** A local map is as wide as it is high; in a column of text, it is drawn out to the shape of its place, and its names have room. */
export function stretched(placement: Placement, { width, height }: Size): Placement {
  const { x, y, shown } = placement;
  const bounds = boundsOf(x, y, shown);
  if (bounds === null || width < 1 || height < 1) return placement;
  const wide = Math.max(1, bounds.right - bounds.left);
  const high = Math.max(1, bounds.bottom - bounds.top);
  const room = (RIM * (width / height)) / (wide / high);
  return {
    ...placement,
    x: room > 1 ? x.map((value) => value * Math.min(MOST, room)) : x,
    y: room < 1 ? y.map((value) => value * Math.min(MOST, 1 / room)) : y,
  };
}
