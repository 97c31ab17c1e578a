/** How strongly each node is drawn, from what the reader chose. */
import type { Garden } from '../../contract/map.ts';

/** Not drawn at all. */
export const HIDDEN = 0;
/** Out of attention while something else is looked at. */
export const DIM = 1;
export const PLAIN = 2;
/** A hit of the query. */
export const LIT = 3;
/** A neighbour of the node in focus. */
export const NEAR = 4;
/** Hovered, or walked to by keys. */
export const FOCUS = 5;
/** The open note. */
export const SELECTED = 6;

export interface Attention {
  /** Marks the nodes of the map; all of them where null. */
  readonly shown: Uint8Array | null;
  readonly selected: number | null;
  readonly hover: number | null;
  /** Whether the rest steps back for the hovered node: on the map it does, from a link in the text it doesn't. */
  readonly hoverDims: boolean;
  /** Hits of the query; null while there is no query. */
  readonly hits: ReadonlySet<number> | null;
}

/** One level for each node. Linear in nodes and in the links of selected and hovered node. */
export function emphasis(garden: Garden, attention: Attention): Uint8Array {
  const { shown, selected, hover, hits } = attention;
  const hovering = hover !== null && attention.hoverDims;
  const levels = new Uint8Array(garden.nodeCount);
  for (let i = 0; i < levels.length; i++) {
    if (shown !== null && shown[i] === 0) continue;
    levels[i] = hits?.has(i) ? (hovering ? PLAIN : LIT) : hovering || hits !== null ? DIM : PLAIN;
  }
  const raise = (node: number, level: number): void => {
    if (levels[node]! !== HIDDEN && levels[node]! < level) levels[node] = level;
  };
  const near = hovering ? hover : hits === null ? selected : null;
  if (near !== null) {
    for (let k = garden.offsets[near]!; k < garden.offsets[near + 1]!; k++)
      raise(garden.neighbours[k]!, NEAR);
  }
  if (hover !== null) raise(hover, FOCUS);
  if (selected !== null) raise(selected, SELECTED);
  return levels;
}
