/** The pushes that nodes give each other, on arrays alone. */
import { Acting, type Limits } from './acting.ts';
import { LEVELS, Squares, STRIDE } from './squares.ts';

/** Nodes that share a walk. */
const GROUP = 32;

/** A class, not closures: the engine then learns once how to run it fast, however many small pieces a garden has. */
export class Field {
  /** By node: where it is, to be set before `push`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly strength: Float64Array;
  /** By node: its push, at heat 1, after `push`. */
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;

  private readonly squares: Squares;
  private readonly acting: Acting;
  // By place in the tree.
  private readonly placeX: Float64Array;
  private readonly placeY: Float64Array;

  /** @param random the source of the directions in which coincident nodes part. */
  constructor(
    readonly count: number,
    private readonly limits: Limits,
    private readonly random: () => number,
  ) {
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.strength = new Float64Array(count);
    this.pushX = new Float64Array(count);
    this.pushY = new Float64Array(count);
    this.placeX = new Float64Array(count);
    this.placeY = new Float64Array(count);
    this.squares = new Squares(count);
    this.acting = new Acting(count);
  }

  push(): void {
    const { squares, acting, placeX, placeY, pushX, pushY } = this;
    // Each pair by itself: a tree would only be walked to its leaves.
    squares.grow(this.x, this.y, this.strength, this.limits.theta > 0 ? LEVELS : 0);
    placeX.fill(0);
    placeY.fill(0);
    const { runs, order, count } = squares;
    for (let square = 0; square < count;) {
      const start = runs[STRIDE * square]!;
      const end = runs[STRIDE * square + 1]!;
      if (end - start <= GROUP || runs[STRIDE * square + 3]! === 1) {
        acting.fill(squares, square, this.limits);
        this.pushGroup(start, end);
        this.pushEachOther(start, end);
        square = runs[STRIDE * square + 2]!;
      } else square++;
    }
    for (let place = 0; place < this.count; place++) {
      pushX[order[place]!] = placeX[place]!;
      pushY[order[place]!] = placeY[place]!;
    }
  }

  /** What acts on the group from outside. */
  private pushGroup(start: number, end: number): void {
    const { placeX, placeY, limits } = this;
    const { pointX, pointY } = this.squares;
    const { x: listX, y: listY, strength: list, far, near } = this.acting;
    const length = listX.length;
    const nearest = limits.distanceMin;
    const farthest = limits.distanceMax;
    // Two nodes at a time, so that each entry is read once for both; an odd last node is its own partner.
    for (let a = start; a < end; a += 2) {
      const b = a + 1 < end ? a + 1 : a;
      const ax = pointX[a]!;
      const ay = pointY[a]!;
      const bx = pointX[b]!;
      const by = pointY[b]!;
      let afx = 0;
      let afy = 0;
      let bfx = 0;
      let bfy = 0;
      for (let i = 0; i < far; i++) {
        const x = listX[i]!;
        const y = listY[i]!;
        const s = list[i]!;
        const adx = x - ax;
        const ady = y - ay;
        const bdx = x - bx;
        const bdy = y - by;
        const aw = s / (adx * adx + ady * ady);
        const bw = s / (bdx * bdx + bdy * bdy);
        afx += adx * aw;
        afy += ady * aw;
        bfx += bdx * bw;
        bfy += bdy * bw;
      }
      for (let i = near; i < length; i++) {
        const x = listX[i]!;
        const y = listY[i]!;
        const s = list[i]!;
        const adx = x - ax;
        const ady = y - ay;
        const bdx = x - bx;
        const bdy = y - by;
        const al = adx * adx + ady * ady;
        const bl = bdx * bdx + bdy * bdy;
        const limited = al < nearest || bl < nearest || al >= farthest || bl >= farthest;
        const aw = s * (limited ? share(al, limits) : 1 / al);
        const bw = s * (limited ? share(bl, limits) : 1 / bl);
        afx += adx * aw;
        afy += ady * aw;
        bfx += bdx * bw;
        bfy += bdy * bw;
      }
      placeX[a]! += afx;
      placeY[a]! += afy;
      if (b === a) continue;
      placeX[b]! += bfx;
      placeY[b]! += bfy;
    }
  }

  /** What the nodes of the group do to each other, each pair once. */
  private pushEachOther(start: number, end: number): void {
    const { placeX, placeY, limits } = this;
    const { pointX, pointY, pointStrength } = this.squares;
    for (let a = start; a < end; a++) {
      const ax = pointX[a]!;
      const ay = pointY[a]!;
      const as = pointStrength[a]!;
      let afx = 0;
      let afy = 0;
      for (let b = a + 1; b < end; b++) {
        let dx = pointX[b]! - ax;
        let dy = pointY[b]! - ay;
        let l = dx * dx + dy * dy;
        if (l === 0) {
          dx = (this.random() - 0.5) * 1e-6;
          dy = (this.random() - 0.5) * 1e-6;
          l = dx * dx + dy * dy;
        }
        const w = share(l, limits);
        dx *= w;
        dy *= w;
        afx += dx * pointStrength[b]!;
        afy += dy * pointStrength[b]!;
        placeX[b]! -= dx * as;
        placeY[b]! -= dy * as;
      }
      placeX[a]! += afx;
      placeY[a]! += afy;
    }
  }
}

/** The inverse of a squared distance, within the limits. It is above 0: nodes that coincide are of one group. */
function share(l: number, { distanceMin, distanceMax }: Limits): number {
  if (l < distanceMin) return 1 / Math.sqrt(distanceMin * l);
  return l < distanceMax ? 1 / l : 0;
}
