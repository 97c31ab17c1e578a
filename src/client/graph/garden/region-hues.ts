import type { Garden } from '../../../contract/map.ts';

/** Regions whose colour is beyond these share the neutral one. */
export const HUES = 12;
/** Steps of the scale from few to many, which follow the hues. */
export const RAMP = 5;
/** Then one for tags, and one for attachments. */
export const TAG_HUE = HUES + RAMP;
export const ATTACHMENT_HUE = TAG_HUE + 1;
export const COLOURS = ATTACHMENT_HUE + 1;
export const NEUTRAL = -1;

export interface RegionHues {
  /** Colour of each region, the same from build to build: 0 to HUES - 1, or NEUTRAL. */
  readonly hue: Int8Array;
  /** Nodes of each region. */
  readonly size: Uint32Array;
  /** Regions, the largest first. */
  readonly order: readonly number[];
}

export function regionHues(garden: Garden): RegionHues {
  const size = new Uint32Array(garden.regions.length);
  for (const region of garden.region) if (region >= 0) size[region]!++;
  const order = Array.from(size.keys()).sort((a, b) => size[b]! - size[a]! || a - b);
  const hue = Int8Array.from(garden.regions, ({ colour }) => (colour < HUES ? colour : NEUTRAL));
  return { hue, size, order };
}

/** Colour of each node, by its region. */
export function nodeHues(garden: Garden): Int8Array {
  const { hue } = regionHues(garden);
  return Int8Array.from(garden.region, (region) => (region < 0 ? NEUTRAL : hue[region]!));
}
