/** One moment of the map, put together from what was chosen and from where it is looked at. */
import type { Garden } from '../../contract/map.ts';
import type { CameraDriver } from './camera-driver.ts';
import type { Placement } from './draw/picture.ts';
import type { Frame } from './draw/renderer.ts';
import type { Attention } from './garden/emphasis.ts';
import type { Look } from './garden/knobs.ts';
import type { Places } from './place/dragging.ts';

export interface Moment {
  readonly garden: Garden;
  readonly placement: Placement;
  /** Where nodes are now; on their way these are not the placement's. */
  readonly places: Places;
  readonly moving: boolean;
  readonly attention: Attention;
  readonly levels: Uint8Array;
  readonly camera: CameraDriver;
  readonly adrift: boolean;
  readonly look: Look;
}

/** Doublings of the whole map's scale until regions have given way to notes. */
const FAR = 2;

export function mapFrame(moment: Moment): Frame {
  const { garden, placement, places, attention, levels, camera, moving, adrift, look } = moment;
  const { selected, hover, hoverDims, hits, trail = null, picks = [] } = attention;
  const trailing = trail?.dims === true;
  const isLinked = !trailing && hover !== null && selected !== null && linked(garden, hover, selected);
  return {
    camera: camera.now,
    size: camera.size,
    x: places.x,
    y: places.y,
    levels,
    centre: trailing ? -1 : ((hoverDims ? hover : null) ?? (hits === null ? selected : null) ?? -1),
    marked: isLinked ? [selected, hover] : null,
    trail: trail?.links ?? [],
    strong: [hover, selected].filter((node) => node !== null),
    picks,
    lit: trail?.nodes ?? [],
    subdued: selected !== null,
    dimmed: trailing || hits !== null || (hover !== null && hoverDims),
    moving,
    adrift,
    look,
    shown: placement.shown,
    far: placement.local ? 0 : Math.min(1, Math.max(0, 1 - Math.log2(camera.zoom) / FAR)),
  };
}

function linked({ offsets, neighbours }: Garden, a: number, b: number): boolean {
  return neighbours.subarray(offsets[a], offsets[a + 1]).includes(b);
}
