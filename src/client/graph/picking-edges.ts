/** Finds the link under a point, by looking at every link: there is nothing to build, keep or renew. */
import type { Garden } from '../../contract/map.ts';
import type { Placement } from './map-view.ts';

/** Two nodes that are linked, the first naming the second; the second may name the first too. */
export type Link = readonly [from: number, to: number];

/**
 * The shown link nearest to the point, not further than `reach`; null where there is none. All in layout units. Of equals, the
 * first in the garden's order. Linear in links, most of which two comparisons leave out.
 */
export function nearestLink(
  garden: Pick<Garden, 'from' | 'to'>,
  { x, y, shown }: Placement,
  px: number,
  py: number,
  reach: number,
): Link | null {
  const { from, to } = garden;
  const left = px - reach;
  const right = px + reach;
  const top = py - reach;
  const bottom = py + reach;
  let best = -1;
  let least = reach * reach;
  for (let link = 0; link < from.length; link++) {
    const a = from[link]!;
    const b = to[link]!;
    const ax = x[a]!;
    const bx = x[b]!;
    if (ax < left ? bx < left : ax > right && bx > right) continue;
    const ay = y[a]!;
    const by = y[b]!;
    if (ay < top ? by < top : ay > bottom && by > bottom) continue;
    if (shown !== null && (shown[a] === 0 || shown[b] === 0)) continue;
    const square = squaredDistance(px - ax, py - ay, bx - ax, by - ay);
    if (square < least || (square === least && best === -1)) {
      best = link;
      least = square;
    }
  }
  return best === -1 ? null : [from[best]!, to[best]!];
}

/** From the point (px, py) to the segment between the origin and (dx, dy). */
function squaredDistance(px: number, py: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return (px - t * dx) ** 2 + (py - t * dy) ** 2;
}
