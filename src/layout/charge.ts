/**
 * Many-body repulsion on typed arrays: a drop-in for d3-force's `forceManyBody`, with the same strength, theta and
 * distance meaning, in a tenth of its time.
 *
 * Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986), with one walk for all
 * nodes of a small square instead of one a node (Barnes, "A modified tree code", 1990): the walk lists all squares
 * that count as points and all nodes too near for that, and each node of the group adds up the list. A square counts
 * as a point only where it may for every node of the group, so the error is at most that of single walks.
 */
import type { Force, SimulationNodeDatum } from 'd3-force';
import { Squares } from './squares.ts';

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
  let thetaSquared = 0.81;
  let distanceMinSquared = 1;
  let distanceMaxSquared = Infinity;

  let x = new Float64Array(0);
  let y = new Float64Array(0);
  let strengths = new Float64Array(0);
  let squares = new Squares(0);
  // What acts on the group at hand: squares as points, and nodes.
  let actsX = new Float64Array(0);
  let actsY = new Float64Array(0);
  let acts = new Float64Array(0);
  let farCount = 0;
  let nearFrom = 0;
  /** Where in the list the group itself begins. */
  let ownAt = 0;

  const force = ((alpha: number): void => {
    const n = nodes.length;
    for (let i = 0; i < n; i++) {
      const node = nodes[i]!;
      x[i] = node.x!;
      y[i] = node.y!;
    }
    squares.grow(x, y, strengths);
    const { start, end, leaf, next, count } = squares;
    for (let square = 0; square < count;) {
      if (end[square]! - start[square]! <= GROUP || leaf[square]! === 1) {
        listActing(start[square]!, end[square]!);
        push(start[square]!, end[square]!, alpha);
        square = next[square]!;
      } else square++;
    }
  }) as ForceCharge;

  /** Lists what acts on the run of nodes, itself included. */
  function listActing(groupStart: number, groupEnd: number): void {
    const { pointX, pointY, pointStrength } = squares;
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
    const { x, y, strength: sum, width, next, start, end, leaf, count } = squares;
    const listX = actsX;
    const listY = actsY;
    const list = acts;
    let far = 0;
    let near = listX.length;
    for (let square = 0; square < count;) {
      let dx = x[square]! - middleX;
      let dy = y[square]! - middleY;
      if (dx < 0) dx = -dx;
      if (dy < 0) dy = -dy;
      // From the square's centre to the nearest place, and to the farthest, that a node of the group can be at.
      const nearX = dx > halfX ? dx - halfX : 0;
      const nearY = dy > halfY ? dy - halfY : 0;
      const nearest = nearX * nearX + nearY * nearY;
      const apart = end[square]! <= groupStart || start[square]! >= groupEnd;
      if (
        apart &&
        width[square]! * width[square]! < thetaSquared * nearest &&
        nearest >= distanceMinSquared
      ) {
        const farthest = (dx + halfX) * (dx + halfX) + (dy + halfY) * (dy + halfY);
        if (farthest < distanceMaxSquared) {
          listX[far] = x[square]!;
          listY[far] = y[square]!;
          list[far++] = sum[square]!;
        } else if (nearest < distanceMaxSquared) {
          listX[--near] = x[square]!;
          listY[near] = y[square]!;
          list[near] = sum[square]!;
        }
        square = next[square]!;
      } else if (leaf[square]! === 1) {
        const last = end[square]!;
        for (let place = start[square]!; place < last; place++) {
          listX[--near] = pointX[place]!;
          listY[near] = pointY[place]!;
          list[near] = pointStrength[place]!;
          if (place === groupStart) ownAt = near;
        }
        square = next[square]!;
      } else square++;
    }
    farCount = far;
    nearFrom = near;
  }

  /** Adds what acts on the run of nodes to their velocities. */
  function push(groupStart: number, groupEnd: number, alpha: number): void {
    const { pointX, pointY, order } = squares;
    const listX = actsX;
    const listY = actsY;
    const list = acts;
    const far = farCount;
    const near = nearFrom;
    const length = listX.length;
    const farthest = distanceMaxSquared;
    // Above zero, so that no node ever meets itself in the quick branch.
    const nearest = distanceMinSquared > 0 ? distanceMinSquared : Number.MIN_VALUE;
    // Two nodes at a time, so that each entry is read once for both; an odd last node is its own partner.
    for (let a = groupStart; a < groupEnd; a += 2) {
      const b = a + 1 < groupEnd ? a + 1 : a;
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
          pushOne(a, a - groupStart, i, alpha);
          if (b !== a) pushOne(b, b - groupStart, i, alpha);
          continue;
        }
        const aw = s / al;
        const bw = s / bl;
        afx += adx * aw;
        afy += ady * aw;
        bfx += bdx * bw;
        bfy += bdy * bw;
      }
      const nodeA = nodes[order[a]!]!;
      nodeA.vx! += afx * alpha;
      nodeA.vy! += afy * alpha;
      if (b === a) continue;
      const nodeB = nodes[order[b]!]!;
      nodeB.vx! += bfx * alpha;
      nodeB.vy! += bfy * alpha;
    }
  }

  /** One node and one entry of the list, which may be the node itself, too near or too far. */
  function pushOne(place: number, inGroup: number, entry: number, alpha: number): void {
    // Nodes of the group are never far from it, so they stand in the list one after the other, downwards.
    if (entry === ownAt - inGroup) return;
    let dx = actsX[entry]! - squares.pointX[place]!;
    let dy = actsY[entry]! - squares.pointY[place]!;
    let l = dx * dx + dy * dy;
    if (l >= distanceMaxSquared) return;
    if (l === 0) {
      // Coincident nodes part in a direction of the simulation's own seeded source.
      dx = (random() - 0.5) * 1e-6;
      dy = (random() - 0.5) * 1e-6;
      l = dx * dx + dy * dy;
    }
    if (l < distanceMinSquared) l = Math.sqrt(distanceMinSquared * l);
    const w = (acts[entry]! * alpha) / l;
    const node = nodes[squares.order[place]!]!;
    node.vx! += dx * w;
    node.vy! += dy * w;
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
    squares = new Squares(n);
    // Whatever acts is a node or stands for nodes of its own, so there is one entry a node at most.
    actsX = new Float64Array(n);
    actsY = new Float64Array(n);
    acts = new Float64Array(n);
    readStrengths();
  };
  force.strength = (value) => {
    strength = value;
    readStrengths();
    return force;
  };
  force.theta = (theta) => {
    thetaSquared = theta * theta;
    return force;
  };
  force.distanceMin = (distance) => {
    distanceMinSquared = distance * distance;
    return force;
  };
  force.distanceMax = (distance) => {
    distanceMaxSquared = distance * distance;
    return force;
  };
  return force;
}
