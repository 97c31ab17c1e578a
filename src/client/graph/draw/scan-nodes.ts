/** What lies under a point, found by looking at every node: a grid is faster, but may not be there yet. */
import type { Placement } from './picture.ts';
import { REACH, screenRadius, type Scene } from './scene.ts';

/**
 * The shown node whose disc is nearest to a point of the layout, as `PickingGrid.nearest` tells it; -1 where
 * there is none.
 */
export function scanNodes(
  { radius, order }: Scene,
  { x, y, shown }: Pick<Placement, 'x' | 'y' | 'shown'>,
  at: { readonly x: number; readonly y: number },
  scale: number,
): number {
  let best = -1;
  let least = REACH / scale;
  for (const i of order) {
    if (shown?.[i] === 0) continue;
    const centre = Math.hypot(x[i]! - at.x, y[i]! - at.y);
    const rim = centre - screenRadius(radius[i]!, scale) / scale;
    // Within discs the nearer centre wins.
    const far = rim > 0 ? rim : -1 / (1 + centre);
    if (far < least) {
      best = i;
      least = far;
    }
  }
  return best;
}
