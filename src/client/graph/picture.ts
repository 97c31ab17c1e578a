/** What is on the map, as its parts hand it to each other. */
import type { Label } from './labels.ts';
import type { Frame, MapStyle } from './renderer.ts';
import type { Scene } from './scene.ts';

/** Where nodes stand, and which of them are there. */
export interface Placement {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Null where all are shown. */
  readonly shown: Uint8Array | null;
  /** Whether places are those of a local map, not of the whole. */
  readonly local: boolean;
}

/** One picture, as it was painted last. */
export interface Picture {
  readonly scene: Scene;
  readonly frame: Frame;
  readonly labels: readonly Label[];
  readonly style: MapStyle;
}
