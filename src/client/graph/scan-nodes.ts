/** What lies under a point, found by looking at every node: a grid is faster, but may not be there yet. */
import type { Places } from './dragging.ts';
import { screenRadius, type Scene } from './scene.ts';

/** Pixels around a disc that still pick it. */
export const REACH = 7;

/**
 * The shown node whose disc is nearest to a point of the layout, as `PickingGrid.nearest` tells it; -1 where there is none.
 * @param shown marks the nodes that can be picked; all where null.
 */
export function scanNodes(
  { radius, order }: Scene,
  { x, y }: Places,
  shown: Uint8Array | null,
  at: { readonly x: number; readonly y: number },
  scale: number,
): number {
  let best = -1;
  let bestRim = REACH / scale;
  let bestCentre = Infinity;
  for (const i of order) {
    if (shown?.[i] === 0) continue;
    const centre = Math.hypot(x[i]! - at.x, y[i]! - at.y);
    const rim = Math.max(0, centre - screenRadius(radius[i]!, scale) / scale);
    if (rim > bestRim || (rim === bestRim && centre >= bestCentre)) continue;
    best = i;
    bestRim = rim;
    bestCentre = centre;
  }
  return best;
}
