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
const LEVELS = 16;

/** All arrays are allocated once and filled again at each `grow`. */
export class Squares {
  /** Points by place on the curve. */
  readonly order: Uint32Array;
  readonly pointX: Float64Array;
  readonly pointY: Float64Array;
  readonly pointStrength: Float64Array;

  /** Squares: the centre of their points, weighted by the points' strengths, and the sum of these. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly strength: Float64Array;
  readonly width: Float64Array;
  readonly next: Int32Array;
  /** The run of points, and whether it has no smaller squares. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly leaf: Uint8Array;
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
    this.x = new Float64Array(squares);
    this.y = new Float64Array(squares);
    this.strength = new Float64Array(squares);
    this.weight = new Float64Array(squares);
    this.width = new Float64Array(squares);
    this.next = new Int32Array(squares);
    this.start = new Int32Array(squares);
    this.end = new Int32Array(squares);
    this.leaf = new Uint8Array(squares);
  }

  /** Builds the tree anew for these positions and strengths, all by point. */
  grow(x: Float64Array, y: Float64Array, strength: Float64Array): void {
    const { order, pointX, pointY, pointStrength, points } = this;
    this.extent = sortByMorton(x, y, LEVELS, order, this.keys, this.scratchOrder, this.scratchKeys);
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
    const { keys, x, y, strength, weight } = this;
    const square = this.count++;
    const differing = keys[start]! ^ keys[end - 1]!;
    const level = differing === 0 ? LEVELS : (Math.clz32(differing) - (32 - 2 * LEVELS)) >> 1;
    this.width[square] = this.extent / (1 << level);
    this.start[square] = start;
    this.end[square] = end;
    let total = 0;
    let sum = 0;
    let sumX = 0;
    let sumY = 0;
    if (end - start <= LEAF || level === LEVELS) {
      this.leaf[square] = 1;
      for (let place = start; place < end; place++) {
        const s = this.pointStrength[place]!;
        const w = s < 0 ? -s : s;
        sum += s;
        total += w;
        sumX += w * this.pointX[place]!;
        sumY += w * this.pointY[place]!;
      }
    } else {
      this.leaf[square] = 0;
      const shift = 2 * (LEVELS - 1 - level);
      for (let from = start; from < end;) {
        const to = this.quadrantEnd(from, end, shift);
        const child = this.count;
        this.divide(from, to);
        const w = weight[child]!;
        sum += strength[child]!;
        total += w;
        sumX += w * x[child]!;
        sumY += w * y[child]!;
        from = to;
      }
    }
    x[square] = total > 0 ? sumX / total : this.pointX[start]!;
    y[square] = total > 0 ? sumY / total : this.pointY[start]!;
    strength[square] = sum;
    weight[square] = total;
    this.next[square] = this.count;
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
