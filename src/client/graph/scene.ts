/** What there is to draw, apart from where it is looked at from. Made once a garden. */
import type { Garden } from '../../contract/map.ts';
import { nodeRadius } from '../../layout/radius.ts';
import { degree } from './neighbourhood.ts';
import { HUES, NEUTRAL, regionHues } from './region-hues.ts';

export interface Scene {
  readonly garden: Garden;
  /** Layout units. */
  readonly radius: Float32Array;
  readonly largest: number;
  /** Colour of each node: 0 to HUES - 1, or NEUTRAL. */
  readonly hue: Int8Array;
  /** Colour of each region. */
  readonly regionHue: Int8Array;
  /** Nodes, the most linked first. */
  readonly order: Uint32Array;
  /** Links by colour: `links[hue + 1]` holds indices into `from` and `to`; links between two colours are neutral. */
  readonly links: readonly Uint32Array[];
}

export function makeScene(garden: Garden): Scene {
  const radius = Float32Array.from(garden.titles, (_, id) => nodeRadius(degree(garden, id)));
  const regionHue = regionHues(garden).hue;
  const hue = Int8Array.from(garden.region, (region) => (region < 0 ? NEUTRAL : regionHue[region]!));

  const order = Uint32Array.from(garden.titles.keys());
  order.sort((a, b) => radius[b]! - radius[a]! || a - b);

  const links: number[][] = Array.from({ length: HUES + 1 }, () => []);
  for (let i = 0; i < garden.from.length; i++) {
    const one = hue[garden.from[i]!]!;
    links[(one === hue[garden.to[i]!] ? one : NEUTRAL) + 1]!.push(i);
  }
  return {
    garden,
    radius,
    largest: radius[order[0] ?? 0] ?? 0,
    hue,
    regionHue,
    order,
    links: links.map((list) => Uint32Array.from(list)),
  };
}

/** Pixels of an arrow's head on a link; 0 while the map is too far for them. */
export function arrowLength(scale: number): number {
  return scale < 2.2 ? 0 : Math.min(9, 3 * scale);
}

/** Pixels of a disc: true to the layout when far, growing slower than the distances when near. */
export function screenRadius(radius: number, scale: number): number {
  return Math.max(1.2, radius * (scale < 1 ? scale : Math.sqrt(scale)));
}
