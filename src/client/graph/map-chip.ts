/** What the map shows, in a few words: they stand in its corner. */
import { thousands } from '../../contract/thousands.ts';
import { isolated } from './garden/isolated.ts';
import type { MapGarden } from './garden/map-garden.ts';
import { describeNode } from './garden/neighbourhood.ts';
import { wholeMap } from './garden/whole-map.ts';
import type { Link } from './hand/picking-edges.ts';

export interface Shown {
  readonly garden: MapGarden;
  readonly selected: number | null;
  readonly hover: number | null;
  /** The link that is pointed at. */
  readonly link: Link | null;
  readonly hits: readonly number[] | null;
  /** Nodes of the map; all where null. */
  readonly shown: Uint8Array | null;
  readonly local: boolean;
  readonly depth: number;
}

/** Loaded with the tools of the map: until then it tells of all there is. */
export function mapChip({ garden, selected, hover, link, hits, shown, local, depth }: Shown): string {
  if (hover !== null) return describeNode(garden, hover);
  if (link !== null) return link.map((node) => isolated(garden.titles[node]!)).join(' – ');
  const count = shown === null ? 0 : shown.reduce((sum, one) => sum + one, 0);
  const links = depth === 1 ? 'link' : 'links';
  const all = hits === null ? '' : `${thousands(hits.length)} ${hits.length === 1 ? 'hit' : 'hits'} lit`;
  if (shown === null) return (all && `${all} of `) + wholeMap(garden);
  const lit = all && `${thousands(hits!.filter((node) => shown[node] === 1).length)} of ${all} · `;
  return (
    lit +
    (local
      ? `${thousands(count - 1)} within ${depth} ${links} of ${isolated(garden.titles[selected!]!)}`
      : `${thousands(count)} of ${thousands(garden.nodeCount)} shown`)
  );
}
