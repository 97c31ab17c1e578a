/**
 * Many-body repulsion on typed arrays: a drop-in for d3-force's `forceManyBody`, with the same strength, theta and
 * distance meaning, in a tenth of its time.
 *
 * Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986), with one walk for all
 * nodes of a small square instead of one a node (Barnes, "A modified tree code", 1990).
 */
import type { Force, SimulationNodeDatum } from 'd3-force';
import { Acting } from './acting.ts';
import { Squares, STRIDE } from './squares.ts';

export interface ForceCharge extends Force<SimulationNodeDatum, undefined> {
  /** Negative repels. One number for all nodes, or one by index of node; -30 unless told. */
  strength(strength: number | ((index: number) => number)): this;
  /** A square of width w, seen from distance l, counts as one point where w / l < theta; 0.9 unless told. */
  theta(theta: number): this;
  /** Nodes closer than this repel less than the inverse distance says; 1 unless told. */
  distanceMin(distance: number): this;
  /** Nodes farther than this don't act on each other; infinite unless told. */
  distanceMax(distance: number): this;
}

/** Nodes that share a walk. */
const GROUP = 32;

/** A force for a d3-force simulation. Its arrays are allocated when the simulation starts, none in a tick. */
export function forceCharge(): ForceCharge {
  let nodes: SimulationNodeDatum[] = [];
  let random: () => number = () => 0.5;
  let strength: number | ((index: number) => number) = -30;
  const limits = { theta: 0.81, distanceMin: 1, distanceMax: Infinity };

  let x = new Float64Array(0);
  let y = new Float64Array(0);
  let strengths = new Float64Array(0);
  let squares = new Squares(0);
  let acting = new Acting(0);
  // What pushes each node, by place in the tree.
  let pushX = new Float64Array(0);
  let pushY = new Float64Array(0);

  const force = ((alpha: number): void => {
    const n = nodes.length;
    for (let i = 0; i < n; i++) {
      const node = nodes[i]!;
      x[i] = node.x!;
      y[i] = node.y!;
    }
    squares.grow(x, y, strengths);
    pushX.fill(0);
    pushY.fill(0);
    const { runs, order, count } = squares;
    for (let square = 0; square < count;) {
      const start = runs[STRIDE * square]!;
      const end = runs[STRIDE * square + 1]!;
      if (end - start <= GROUP || runs[STRIDE * square + 3]! === 1) {
        acting.fill(squares, square, limits);
        pushGroup(start, end);
        pushEachOther(start, end);
        square = runs[STRIDE * square + 2]!;
      } else square++;
    }
    // `x` and `y` are free again: the pushes in the nodes' own order, which is that of memory.
    for (let place = 0; place < n; place++) {
      x[order[place]!] = pushX[place]!;
      y[order[place]!] = pushY[place]!;
    }
    for (let i = 0; i < n; i++) {
      const node = nodes[i]!;
      node.vx! += x[i]! * alpha;
      node.vy! += y[i]! * alpha;
    }
  }) as ForceCharge;

  /** What acts on the group from outside. */
  function pushGroup(start: number, end: number): void {
    const { pointX, pointY } = squares;
    const { x: listX, y: listY, strength: list, far, near } = acting;
    const length = listX.length;
    const farthest = limits.distanceMax;
    const nearest = limits.distanceMin;
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
        if (al < nearest || bl < nearest || al >= farthest || bl >= farthest) {
          const w = s * share(al);
          afx += adx * w;
          afy += ady * w;
          const v = s * share(bl);
          bfx += bdx * v;
          bfy += bdy * v;
          continue;
        }
        const aw = s / al;
        const bw = s / bl;
        afx += adx * aw;
        afy += ady * aw;
        bfx += bdx * bw;
        bfy += bdy * bw;
      }
      pushX[a]! += afx;
      pushY[a]! += afy;
      if (b === a) continue;
      pushX[b]! += bfx;
      pushY[b]! += bfy;
    }
  }

  /** What the nodes of the group do to each other, each pair once. */
  function pushEachOther(start: number, end: number): void {
    const { pointX, pointY, pointStrength } = squares;
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
          // Coincident nodes part in a direction of the simulation's own seeded source.
          dx = (random() - 0.5) * 1e-6;
          dy = (random() - 0.5) * 1e-6;
          l = dx * dx + dy * dy;
        }
        const w = share(l);
        dx *= w;
        dy *= w;
        afx += dx * pointStrength[b]!;
        afy += dy * pointStrength[b]!;
        pushX[b]! -= dx * as;
        pushY[b]! -= dy * as;
      }
      pushX[a]! += afx;
      pushY[a]! += afy;
    }
  }

  /** The inverse of a squared distance, within the limits. Nodes that coincide are of one group. */
  function share(l: number): number {
    if (l < limits.distanceMin) return 1 / Math.sqrt(limits.distanceMin * l);
    return l < limits.distanceMax ? 1 / l : 0;
  }

  function readStrengths(): void {
    const rule = strength;
    for (let i = 0; i < nodes.length; i++) strengths[i] = typeof rule === 'number' ? rule : rule(i);
  }

  force.initialize = (started, source) => {
    nodes = started;
    random = source;
    const n = nodes.length;
    x = new Float64Array(n);
    y = new Float64Array(n);
    strengths = new Float64Array(n);
    pushX = new Float64Array(n);
    pushY = new Float64Array(n);
    squares = new Squares(n);
    acting = new Acting(n);
    readStrengths();
  };
  force.strength = (value) => {
    strength = value;
    readStrengths();
    return force;
  };
  force.theta = (theta) => {
    limits.theta = theta * theta;
    return force;
  };
  force.distanceMin = (distance) => {
    limits.distanceMin = distance * distance;
    return force;
  };
  force.distanceMax = (distance) => {
    limits.distanceMax = distance * distance;
    return force;
  };
  return force;
}
