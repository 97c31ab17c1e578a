/** The dear part of the map, a function of plain values: who stands where, in which region. */
import type { MapRegion } from '../contract/map.ts';
import { placeGraph } from '../layout/place.ts';
import { quantise, type Steps } from '../layout/quantise.ts';
import type { NodeGraph } from './derive-graph.ts';
import { findRegions } from './regions.ts';

export interface Drawing extends Steps {
  /** By node: index into `regions`, or -1. */
  readonly region: readonly number[];
  readonly regions: readonly MapRegion[];
}

export function drawMap({ titles, noteCount, from, to }: NodeGraph): Drawing {
  const { region, regions, community } = findRegions({ titles, noteCount, from, to });
  const placed = placeGraph({ nodeCount: titles.length, from, to, community });
  return { ...quantise(placed.x, placed.y), region: [...region], regions };
}
