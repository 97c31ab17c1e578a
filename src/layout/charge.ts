/**
 * Many-body repulsion on typed arrays: a drop-in for d3-force's `forceManyBody`, with the same strength, theta and
 * distance meaning, in a tenth of its time.
 *
 * Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986). Nodes are sorted along
 * the Morton curve, so a square of the quadtree is a run of neighbours in memory; the squares stand in depth-first
 * order, each with the index of the square after its last descendant, so a walk needs no stack.
 */
import type { Force, SimulationNodeDatum } from 'd3-force';
import { sortByMorton } from './morton.ts';

export interface ForceCharge extends Force<SimulationNodeDatum, undefined> {
  /** Negative repels. One number for all nodes, or one per node; read when the simulation starts. */
  strength(strength: number | ((index: number) => number)): this;
  /** A square of width w, seen from distance l, counts as one point where w / l < theta. */
  theta(theta: number): this;
  /** Nodes closer than this repel less than the inverse distance says. */
  distanceMin(distance: number): this;
  /** Nodes farther than this don't act on each other. */
  distanceMax(distance: number): this;
}

/** Nodes in a square that isn't divided any more: adding them singly is cheaper than walking smaller squares. */
const LEAF = 8;

/** Morton keys have this many bits an axis. */
const LEVELS = 16;

/** A force for a d3-force simulation. It keeps its arrays from tick to tick. */
export function forceCharge(): ForceCharge {
  let nodes: SimulationNodeDatum[] = [];
  let random: () => number = () => 0.5;
  let strength: number | ((index: number) => number) = -30;
  let thetaSquared = 0.81;
  let distanceMinSquared = 1;
  let distanceMaxSquared = Infinity;

  // By node.
  let x = new Float64Array(0);
  let y = new Float64Array(0);
  let strengths = new Float64Array(0);
  // By place on the Morton curve.
  let order = new Uint32Array(0);
  let keys = new Uint32Array(0);
  let scratchOrder = new Uint32Array(0);
  let scratchKeys = new Uint32Array(0);
  let sortedX = new Float64Array(0);
  let sortedY = new Float64Array(0);
  let sortedStrength = new Float64Array(0);
  // By square: centre of strength, its sum, and the squared distance from which it counts as a point.
  let squareX = new Float64Array(0);
  let squareY = new Float64Array(0);
  let squareStrength = new Float64Array(0);
  let squareWeight = new Float64Array(0);
  let squareFar = new Float64Array(0);
  /** The square after the last descendant. */
  let squareNext = new Int32Array(0);
  /** Its run on the curve; `squareLeaf` is 1 where the run is added singly. */
  let squareStart = new Int32Array(0);
  let squareEnd = new Int32Array(0);
  let squareLeaf = new Uint8Array(0);
  let squareCount = 0;
  let extent = 0;

  const force = ((alpha: number): void => {
    const n = nodes.length;
    if (n < 2) return;
    for (let i = 0; i < n; i++) {
      const node = nodes[i]!;
      x[i] = node.x!;
      y[i] = node.y!;
    }
    extent = sortByMorton(x, y, LEVELS, order, keys, scratchOrder, scratchKeys);
    for (let place = 0; place < n; place++) {
      const i = order[place]!;
      sortedX[place] = x[i]!;
      sortedY[place] = y[i]!;
      sortedStrength[place] = strengths[i]!;
    }
    squareCount = 0;
    divide(0, n);
    for (let place = 0; place < n; place++) push(place, alpha);
  }) as ForceCharge;

  /** Writes the smallest square around the run and all squares in it. */
  function divide(start: number, end: number): void {
    const square = squareCount++;
    const differing = keys[start]! ^ keys[end - 1]!;
    const level = differing === 0 ? LEVELS : (Math.clz32(differing) - (32 - 2 * LEVELS)) >> 1;
    const width = extent / (1 << level);
    squareFar[square] = (width * width) / thetaSquared;
    squareStart[square] = start;
    squareEnd[square] = end;
    let weight = 0;
    let sum = 0;
    let weightedX = 0;
    let weightedY = 0;
    if (end - start <= LEAF || level === LEVELS) {
      squareLeaf[square] = 1;
      for (let place = start; place < end; place++) {
        const s = sortedStrength[place]!;
        const w = s < 0 ? -s : s;
        sum += s;
        weight += w;
        weightedX += w * sortedX[place]!;
        weightedY += w * sortedY[place]!;
      }
    } else {
      squareLeaf[square] = 0;
      const shift = 2 * (LEVELS - 1 - level);
      let from = start;
      while (from < end) {
        const to = quadrantEnd(from, end, shift);
        const child = squareCount;
        divide(from, to);
        const w = squareWeight[child]!;
        sum += squareStrength[child]!;
        weight += w;
        weightedX += w * squareX[child]!;
        weightedY += w * squareY[child]!;
        from = to;
      }
    }
    squareX[square] = weight > 0 ? weightedX / weight : sortedX[start]!;
    squareY[square] = weight > 0 ? weightedY / weight : sortedY[start]!;
    squareStrength[square] = sum;
    squareWeight[square] = weight;
    squareNext[square] = squareCount;
  }

  /** First place after `from` whose key leaves the quadrant. */
  function quadrantEnd(from: number, end: number, shift: number): number {
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

  function push(place: number, alpha: number): void {
    const px = sortedX[place]!;
    const py = sortedY[place]!;
    let fx = 0;
    let fy = 0;
    let square = 0;
    while (square < squareCount) {
      let dx = squareX[square]! - px;
      let dy = squareY[square]! - py;
      let l = dx * dx + dy * dy;
      // A square around the node itself is never one point, whatever theta says.
      if (squareFar[square]! < l && (place < squareStart[square]! || place >= squareEnd[square]!)) {
        if (l < distanceMaxSquared) {
          if (l < distanceMinSquared) l = Math.sqrt(distanceMinSquared * l);
          const w = squareStrength[square]! / l;
          fx += dx * w;
          fy += dy * w;
        }
        square = squareNext[square]!;
      } else if (squareLeaf[square]! === 1) {
        const end = squareEnd[square]!;
        for (let other = squareStart[square]!; other < end; other++) {
          if (other === place) continue;
          dx = sortedX[other]! - px;
          dy = sortedY[other]! - py;
          l = dx * dx + dy * dy;
          if (l >= distanceMaxSquared) continue;
          if (l < distanceMinSquared) {
            // Coincident nodes part in a direction of the simulation's own seeded source.
            if (dx === 0) dx = (random() - 0.5) * 1e-6;
            if (dy === 0) dy = (random() - 0.5) * 1e-6;
            l = Math.sqrt(distanceMinSquared * (dx * dx + dy * dy));
          }
          const w = sortedStrength[other]! / l;
          fx += dx * w;
          fy += dy * w;
        }
        square = squareNext[square]!;
      } else square++;
    }
    const node = nodes[order[place]!]!;
    node.vx! += fx * alpha;
    node.vy! += fy * alpha;
  }

  function allocate(): void {
    const n = nodes.length;
    x = new Float64Array(n);
    y = new Float64Array(n);
    order = new Uint32Array(n);
    keys = new Uint32Array(n);
    scratchOrder = new Uint32Array(n);
    scratchKeys = new Uint32Array(n);
    sortedX = new Float64Array(n);
    sortedY = new Float64Array(n);
    sortedStrength = new Float64Array(n);
    // Every inner square has two children at least, so a tree over n places has fewer than 2n squares.
    const squares = 2 * n;
    squareX = new Float64Array(squares);
    squareY = new Float64Array(squares);
    squareStrength = new Float64Array(squares);
    squareWeight = new Float64Array(squares);
    squareFar = new Float64Array(squares);
    squareNext = new Int32Array(squares);
    squareStart = new Int32Array(squares);
    squareEnd = new Int32Array(squares);
    squareLeaf = new Uint8Array(squares);
    readStrengths();
  }

  function readStrengths(): void {
    const rule = strength;
    strengths = Float64Array.from({ length: nodes.length }, (_, i) =>
      typeof rule === 'number' ? rule : rule(i),
    );
  }

  force.initialize = (started, source) => {
    nodes = started;
    random = source;
    allocate();
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
