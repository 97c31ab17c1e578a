/** The wall between the map and how its pixels are made: whatever can draw nodes and links fits behind it. */
import type { Look } from '../garden/knobs.ts';
import type { Camera, Size } from './camera.ts';
import type { Scene } from './scene.ts';

/** All colours are CSS colours that a canvas understands. */
export interface MapStyle {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  /** Links and nodes of no region. */
  readonly neutral: string;
  /** The hues, then the steps of the ramp. */
  readonly hues: readonly string[];
  readonly titleFont: string;
  readonly nameFont: string;
}

/** One moment of the map. */
export interface Frame {
  readonly camera: Camera;
  readonly size: Size;
  /** Layout units, one for each node. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Marks the nodes of the map; null where all are on it. A new one where another node is. */
  readonly shown: Uint8Array | null;
  /** One of the levels of `emphasis.ts` for each node. */
  readonly levels: Uint8Array;
  /** Node whose links are drawn strongly, or -1. */
  readonly centre: number;
  /** Two nodes whose link is marked above all, or null. */
  readonly marked: readonly [number, number] | null;
  /** Further links to mark like that: pairs of nodes, in no direction. */
  readonly trail: readonly (readonly [number, number])[];
  /** Nodes in focus or open: those of the levels FOCUS and SELECTED. */
  readonly strong: readonly number[];
  /** Nodes that the reader has selected. */
  readonly picks: readonly number[];
  /** Nodes of the trail. */
  readonly lit: readonly number[];
  /** Whether anything is out of attention, so that links step back too. */
  readonly dimmed: boolean;
  /** Whether a note is open, so that all but its neighbours stand back a little. */
  readonly subdued: boolean;
  /** From 1 where the whole map is seen, so that regions stand for their notes, to 0 where the notes do. */
  readonly far: number;
  /** Whether nodes are on their way to other places. */
  readonly moving: boolean;
  /** Whether they are so far on it that regions have no shape meanwhile. */
  readonly adrift: boolean;
  readonly look: Look;
}

export interface Renderer {
  /** @param ratio device pixels a CSS pixel. */
  resize(size: Size, ratio: number): void;
  paint(scene: Scene, frame: Frame, style: MapStyle): void;
}
