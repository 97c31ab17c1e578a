import type { Garden } from '../../../contract/map.ts';
import type { Size } from '../draw/camera.ts';
import type { Places } from '../place/dragging.ts';

/** The scale that shows four of five neighbours of a node, within bounds that keep the surroundings in sight. */
export function scaleOfNeighbours(
  garden: Garden,
  { x, y }: Places,
  node: number,
  size: Size,
  whole: number,
): number {
  const far: number[] = [];
  for (let k = garden.offsets[node]!; k < garden.offsets[node + 1]!; k++) {
    const other = garden.neighbours[k]!;
    far.push(Math.max(Math.abs(x[other]! - x[node]!), Math.abs(y[other]! - y[node]!)));
  }
  far.sort((a, b) => a - b);
  const reach = far[Math.floor(far.length * 0.8)] ?? 0;
  const half = Math.max(40, Math.min(size.width, size.height) / 2 - 50);
  return Math.min(Math.max(half / Math.max(reach, 1), whole * 1.4), whole * 4, Math.max(2.2, whole * 1.4));
}
