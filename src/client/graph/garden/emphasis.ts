/** How strongly each node is drawn, from what the reader chose. */
import type { Garden } from '../../../contract/map.ts';

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

/** An answer drawn on the map: a way from note to note, or one link. */
export interface Trail {
  readonly nodes: readonly number[];
  readonly links: readonly (readonly [number, number])[];
  /** Whether the rest of the map steps back. */
  readonly dims: boolean;
  /** Nobody looks for it: the camera stays where it is. */
  readonly stays?: true;
}

export interface Attention {
  /** Marks the nodes of the map; all of them where null. */
  readonly shown: Uint8Array | null;
  readonly selected: number | null;
  readonly hover: number | null;
  /** Whether the rest steps back for the hovered node: on the map it does, from a link in the text it doesn't. */
  readonly hoverDims: boolean;
  /** Hits of the query; null while there is no query. */
  readonly hits: ReadonlySet<number> | null;
  /** Selected by the reader: they never step back. */
  readonly picks?: readonly number[];
  /** Lit above all; where it dims the rest, hits and neighbours wait. */
  readonly trail?: Trail | null;
}

/** One level for each node. Linear in nodes and in the links of selected and hovered node. */
export function emphasis(garden: Garden, attention: Attention): Uint8Array {
  const { shown, selected, hover, trail = null } = attention;
  const trailing = trail?.dims === true;
  const hits = trailing ? null : attention.hits;
  const hovering = hover !== null && attention.hoverDims && !trailing;
  const levels = new Uint8Array(garden.nodeCount).fill(hovering || trailing || hits !== null ? DIM : PLAIN);
  for (const node of hits ?? []) levels[node] = hovering ? PLAIN : LIT;
  if (shown !== null) for (let i = 0; i < levels.length; i++) if (shown[i] === 0) levels[i] = HIDDEN;
  const raise = (node: number, level: number): void => {
    if (levels[node]! !== HIDDEN && levels[node]! < level) levels[node] = level;
  };
  for (const node of attention.picks ?? []) raise(node, PLAIN);
  const near = hovering ? hover : hits === null && !trailing ? selected : null;
  if (near !== null) {
    for (let k = garden.offsets[near]!; k < garden.offsets[near + 1]!; k++)
      raise(garden.neighbours[k]!, NEAR);
  }
  for (const node of trail?.nodes ?? []) raise(node, NEAR);
  if (hover !== null) raise(hover, FOCUS);
  if (selected !== null) raise(selected, SELECTED);
  return levels;
}
