/** The local map as the reader grew it, node by node. */
import type { Garden } from '../../../contract/map.ts';
import { around, type Direction } from '../garden/neighbourhood.ts';
import { MOST_LOCAL } from './neighbourhood-layout.ts';

/** The map after one more node was grown; the first stage is what the depth alone shows. */
export interface Stage {
  /** The node whose neighbours came; null for the first. */
  readonly node: number | null;
  readonly shown: Uint8Array;
}

/** A node that isn't there when its turn comes is left out, and so is one that would make the map too large. */
export function stagesOf(
  garden: Garden,
  first: Uint8Array,
  direction: Direction,
  grown: readonly number[],
): Stage[] {
  let shown = first;
  const stages: Stage[] = [{ node: null, shown }];
  for (const node of grown) {
    if (shown[node] !== 1) continue;
    const near = around(garden, node, 1, direction);
    const next = shown.map((one, other) => one | near[other]!);
    if (next.reduce((sum, one) => sum + one, 0) > MOST_LOCAL) continue;
    shown = next;
    stages.push({ node, shown });
  }
  return stages;
}
