/** What the forces act on: the nodes of the map, as the worker takes them. */
import type { Garden } from '../../contract/map.ts';
import type { Forces, ForcesInput } from '../../layout/forces.ts';
import type { Placement } from './draw/picture.ts';
import { pinName, type Pins } from './hand/pins.ts';

export interface ForcedPart extends ForcesInput {
  /** The garden's ids of the nodes. */
  readonly nodes: Uint32Array;
}

/** The nodes of a placement with their links, those of all time; pinned ones are held. */
export function forcedPart(garden: Garden, { x, y, shown, ever = shown }: Placement, pins: Pins): ForcedPart {
  const nodes = Uint32Array.from(garden.titles.keys()).filter((node) => ever?.[node] !== 0);
  const own = new Int32Array(garden.nodeCount).fill(-1);
  nodes.forEach((node, index) => (own[node] = index));
  const from: number[] = [];
  const to: number[] = [];
  nodes.forEach((node, index) => {
    for (let k = garden.offsets[node]!; k < garden.offsets[node + 1]!; k++) {
      const other = garden.neighbours[k]!;
      if (other <= node || own[other] === -1) continue;
      from.push(index);
      to.push(own[other]!);
    }
  });
  return {
    nodes,
    nodeCount: nodes.length,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    x: Float32Array.from(nodes, (node) => x[node]!),
    y: Float32Array.from(nodes, (node) => y[node]!),
    community: Int32Array.from(nodes, (node) => garden.region[node]!),
    held: Uint8Array.from(nodes, (node) => (pins.size > 0 && pins.has(pinName(garden, node)) ? 1 : 0)),
  };
}

/** A local map leaves room for titles: its links are longer than those of the whole. */
export function forcesOf(forces: Forces, isLocal: boolean): Forces {
  return isLocal ? { ...forces, repel: 3 * forces.repel, distance: 2 * forces.distance } : forces;
}
