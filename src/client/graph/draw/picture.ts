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
  /** Which are there through all of time: to them the view is fitted, so that it stays while they come. Else `shown`. */
  readonly ever?: Uint8Array | null;
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

/** Where nodes are at `t`, from 0 to 1, of their walk. */
export function onTheWay(from: Placement, to: Placement, t: number): Placement {
  const mix = (a: Float32Array, b: Float32Array): Float32Array => {
    const mixed = new Float32Array(b.length);
    for (let i = 0; i < b.length; i++) mixed[i] = a[i]! + (b[i]! - a[i]!) * t;
    return mixed;
  };
  return { ...to, x: mix(from.x, to.x), y: mix(from.y, to.y) };
}
