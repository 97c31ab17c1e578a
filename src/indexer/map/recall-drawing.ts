/** What drawing a map takes and gives, and what is kept of the last one. Apart from the drawing itself, which takes long to load. */
import type { MapRegion } from '../../contract/map.ts';
import { recallKept, type Kept, type Recalled } from '../../layout/kept.ts';
import type { Steps } from '../../layout/quantise.ts';
import type { NodeGraph } from '../derive/derive-graph.ts';
import { namesThen } from './follow-moves.ts';
import type { LastRegions } from './regions.ts';

export interface DrawInput extends NodeGraph {
  /** Of the nodes, each once: paths of notes, places of ghosts. */
  readonly names: readonly string[];
  /** Of the notes. */
  readonly tags: readonly (readonly string[])[];
  /** What the last build drew, or null: then it is drawn from nothing. */
  readonly last: LastDrawing | null;
}

/** The last build's map, by today's nodes. */
export interface LastDrawing extends Recalled {
  readonly regions: LastRegions['regions'];
}

export interface Drawing extends Steps {
  /** By node: index into `regions`, or -1. */
  readonly region: readonly number[];
  readonly regions: readonly MapRegion[];
}

/** What is kept of these nodes, or null where it is of less than half of them: then they had better be drawn from nothing. */
export function recallDrawing(kept: Kept, input: Omit<DrawInput, 'last'>): LastDrawing | null {
  const names = namesThen(input.names, input.titles, kept);
  const recalled = recallKept(kept, { ...input, names });
  const known = recalled.x.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (known * 2 < names.length || known === 0) return null;
  const nodes = new Map(names.map((name, node) => [name, node]));
  return {
    ...recalled,
    regions: kept.regions.map(({ colour, hub, words }) => ({ colour, words, hub: nodes.get(hub) })),
  };
}
