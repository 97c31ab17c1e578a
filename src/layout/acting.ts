/** What pushes one group of nodes: far squares, each as one point, and the nodes that are too near for that. */
import { STRIDE, type Squares } from './squares.ts';

export interface Limits {
  /** See `ForceCharge`; all squared. */
  readonly theta: number;
  readonly distanceMin: number;
  readonly distanceMax: number;
}

/** Entries `0` to `far` act on every node of the group; those from `near` on may be too near or too far for some. */
export class Acting {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly strength: Float64Array;
  far = 0;
  near = 0;

  /** @param points of the tree: whatever acts is a point or stands for points of its own. */
  constructor(points: number) {
    this.x = new Float64Array(points);
    this.y = new Float64Array(points);
    this.strength = new Float64Array(points);
  }

  /**
   * Walks the tree once for the nodes of the square `own`, and lists all that acts on them but these nodes. A square
   * counts as a point only where it may for every node of the group.
   */
  fill(squares: Squares, own: number, { theta, distanceMin, distanceMax }: Limits): void {
    const { pointX, pointY, pointStrength, sums, runs, count } = squares;
    const { x, y, strength } = this;
    const groupStart = runs[STRIDE * own]!;
    const groupEnd = runs[STRIDE * own + 1]!;
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (let place = groupStart; place < groupEnd; place++) {
      const px = pointX[place]!;
      const py = pointY[place]!;
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < top) top = py;
      if (py > bottom) bottom = py;
    }
    const middleX = (left + right) / 2;
    const middleY = (top + bottom) / 2;
    const halfX = (right - left) / 2;
    const halfY = (bottom - top) / 2;
    let far = 0;
    let near = x.length;
    for (let square = 0; square < count;) {
      const at = STRIDE * square;
      let dx = sums[at]! - middleX;
      let dy = sums[at + 1]! - middleY;
      if (dx < 0) dx = -dx;
      if (dy < 0) dy = -dy;
      // From the square's centre to the nearest place that a node of the group can be at.
      const nearX = dx > halfX ? dx - halfX : 0;
      const nearY = dy > halfY ? dy - halfY : 0;
      const nearest = nearX * nearX + nearY * nearY;
      if (
        sums[at + 3]! < theta * nearest &&
        nearest >= distanceMin &&
        // A square around the group is never one point for it, whatever theta says.
        (runs[at + 1]! <= groupStart || runs[at]! >= groupEnd)
      ) {
        const farthest = (dx + halfX) * (dx + halfX) + (dy + halfY) * (dy + halfY);
        if (farthest < distanceMax) {
          x[far] = sums[at]!;
          y[far] = sums[at + 1]!;
          strength[far++] = sums[at + 2]!;
        } else if (nearest < distanceMax) {
          x[--near] = sums[at]!;
          y[near] = sums[at + 1]!;
          strength[near] = sums[at + 2]!;
        }
        square = runs[at + 2]!;
      } else if (square === own) square = runs[at + 2]!;
      else if (runs[at + 3]! === 1) {
        const last = runs[at + 1]!;
        for (let place = runs[at]!; place < last; place++) {
          x[--near] = pointX[place]!;
          y[near] = pointY[place]!;
          strength[near] = pointStrength[place]!;
        }
        square = runs[at + 2]!;
      } else square++;
    }
    this.far = far;
    this.near = near;
  }
}
