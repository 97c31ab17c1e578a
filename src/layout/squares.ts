/**
 * A quadtree over points sorted along the Morton curve: each square is a run of points, and the squares stand in
 * depth-first order, each with the index of the square after its last descendant, so a walk needs no stack.
 *
 *     squares   0 [ 1 [ 2 3 ] 4 ]        next   5 4 3 4 5
 */
import { sortByMorton } from './morton.ts';

/** A square of no more points isn't divided: adding them singly is cheaper than walking smaller squares. */
const LEAF = 6;

/** Bits an axis of a Morton key, which is also the depth of the tree. */
export const LEVELS = 16;

/** Numbers a square in `sums` and in `runs`: what a walk reads of one stands side by side. */
export const STRIDE = 4;

/** All arrays are allocated once and filled again at each `grow`. */
export class Squares {
  /** Points by place on the curve. */
  readonly order: Uint32Array;
  readonly pointX: Float64Array;
  readonly pointY: Float64Array;
  readonly pointStrength: Float64Array;

  /** Of each square: x and y of the centre of its points, weighted by their strengths; their sum; its squared width. */
  readonly sums: Float64Array;
  /** Of each square: the first place of its run and the one after the last; the next square; 1 for a leaf. */
  readonly runs: Int32Array;
  count = 0;

  private readonly weight: Float64Array;
  private readonly keys: Uint32Array;
  private readonly scratchOrder: Uint32Array;
  private readonly scratchKeys: Uint32Array;
  private extent = 0;

  constructor(readonly points: number) {
    this.order = new Uint32Array(points);
    this.pointX = new Float64Array(points);
    this.pointY = new Float64Array(points);
    this.pointStrength = new Float64Array(points);
    this.keys = new Uint32Array(points);
    this.scratchOrder = new Uint32Array(points);
    this.scratchKeys = new Uint32Array(points);
    // Every square with smaller ones in it has two at least, so there are fewer than twice the points.
    const squares = 2 * points;
    this.sums = new Float64Array(STRIDE * squares);
    this.runs = new Int32Array(STRIDE * squares);
    this.weight = new Float64Array(squares);
  }

  /**
   * Builds the tree anew for these positions and strengths, all by point.
   * @param levels `LEVELS`; 0 makes one leaf of all points, in their own order
   */
  grow(x: Float64Array, y: Float64Array, strength: Float64Array, levels: number): void {
    const { order, pointX, pointY, pointStrength, points } = this;
    this.extent = sortByMorton(x, y, levels, order, this.keys, this.scratchOrder, this.scratchKeys);
    for (let place = 0; place < points; place++) {
      const i = order[place]!;
      pointX[place] = x[i]!;
      pointY[place] = y[i]!;
      pointStrength[place] = strength[i]!;
    }
    this.count = 0;
    if (points > 0) this.divide(0, points);
  }

  /** Writes the smallest square around the run, and then all squares in it. */
  private divide(start: number, end: number): void {
    const { keys, sums, runs, weight } = this;
    const square = this.count++;
    const differing = keys[start]! ^ keys[end - 1]!;
    const level = differing === 0 ? LEVELS : (Math.clz32(differing) - (32 - 2 * LEVELS)) >> 1;
    const leaf = end - start <= LEAF || level === LEVELS;
    let total = 0;
    let sum = 0;
    let sumX = 0;
    let sumY = 0;
    if (leaf) {
      for (let place = start; place < end; place++) {
        const s = this.pointStrength[place]!;
        const w = s < 0 ? -s : s;
        sum += s;
        total += w;
        sumX += w * this.pointX[place]!;
        sumY += w * this.pointY[place]!;
      }
    } else {
      const shift = 2 * (LEVELS - 1 - level);
      for (let from = start; from < end;) {
        const to = this.quadrantEnd(from, end, shift);
        const child = this.count;
        this.divide(from, to);
        const w = weight[child]!;
        sumX += w * sums[STRIDE * child]!;
        sumY += w * sums[STRIDE * child + 1]!;
        sum += sums[STRIDE * child + 2]!;
        total += w;
        from = to;
      }
    }
    const width = this.extent / (1 << level);
    weight[square] = total;
    const at = STRIDE * square;
    sums[at] = total > 0 ? sumX / total : this.pointX[start]!;
    sums[at + 1] = total > 0 ? sumY / total : this.pointY[start]!;
    sums[at + 2] = sum;
    sums[at + 3] = width * width;
    runs[at] = start;
    runs[at + 1] = end;
    runs[at + 2] = this.count;
    runs[at + 3] = leaf ? 1 : 0;
  }

  /** First place after `from` whose key is in another quadrant. */
  private quadrantEnd(from: number, end: number, shift: number): number {
    const { keys } = this;
    const quadrant = keys[from]! >>> shift;
    let low = from + 1;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle]! >>> shift === quadrant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
