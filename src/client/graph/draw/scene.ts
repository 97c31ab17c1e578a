/** What there is to draw, apart from where it is looked at from. Made once a garden. */
import type { ColourBy } from '../../../contract/choice.ts';
import { nodeRadius } from '../../../layout/radius.ts';
import type { Colouring } from '../garden/colouring.ts';
import type { MapGarden } from '../garden/map-garden.ts';
import { degree } from '../garden/neighbourhood.ts';
import { COLOURS, NEUTRAL, nodeHues, regionHues } from '../garden/region-hues.ts';
import type { Frame } from './renderer.ts';

/** Pixels around a disc that still pick it. */
export const REACH = 7;

export interface Scene {
  readonly garden: MapGarden;
  /** Layout units. */
  readonly radius: Float32Array;
  readonly largest: number;
  /** Colour of each node: 0 to COLOURS - 1, or NEUTRAL. */
  readonly hue: Int8Array;
  /** Whether colours are those of regions, so that they have shapes. */
  readonly hasShapes: boolean;
  /** Colour of each region's name. */
  readonly regionHue: Int8Array;
  /** Nodes, the most linked first. */
  readonly order: Uint32Array;
  /** Links by colour: `links[hue + 1]` holds indices into `from` and `to`; links between two colours are neutral. */
  readonly links: readonly Uint32Array[];
}

/** @param given the colours where they aren't those of regions; null while they aren't known */
export function makeScene(garden: MapGarden, by: ColourBy = 'region', given: Colouring | null = null): Scene {
  const radius = Float32Array.from(garden.titles, (_, id) => nodeRadius(degree(garden, id)));
  const hasShapes = by === 'region';
  const own = hasShapes ? nodeHues(garden) : (given?.hue ?? new Int8Array(garden.nodeCount).fill(NEUTRAL));
  const hue = garden.extras?.hues(own) ?? own;
  const regionHue = hasShapes ? regionHues(garden).hue : new Int8Array(garden.regions.length).fill(NEUTRAL);

  const order = Uint32Array.from(garden.titles.keys());
  order.sort((a, b) => radius[b]! - radius[a]! || a - b);

  const links: number[][] = Array.from({ length: COLOURS + 1 }, () => []);
  for (let i = 0; i < garden.from.length; i++) {
    const one = hue[garden.from[i]!]!;
    links[(one === hue[garden.to[i]!] ? one : NEUTRAL) + 1]!.push(i);
  }
  return {
    garden,
    radius,
    largest: radius[order[0] ?? 0] ?? 0,
    hue,
    hasShapes,
    regionHue,
    order,
    links: links.map((list) => Uint32Array.from(list)),
  };
}

/** The scene with discs so many times as large. */
export function withSize(scene: Scene, times: number): Scene {
  const { garden, order } = scene;
  const radius = Float32Array.from(garden.titles, (_, id) => times * nodeRadius(degree(garden, id)));
  return { ...scene, radius, largest: radius[order[0] ?? 0] ?? 0 };
}

/** Pixels of an arrow's head on a link; 0 while the map is too far for them, or without any. */
export function arrowLength({ camera: { scale }, look }: Pick<Frame, 'camera' | 'look'>): number {
  return scale < 2.2 || look.arrows === 0 ? 0 : Math.min(9, 3 * scale);
}

/** Pixels of a disc: true to the layout when far, growing slower than the distances when near. */
export function screenRadius(radius: number, scale: number): number {
  return Math.max(1.2, radius * (scale < 1 ? scale : Math.sqrt(scale)));
}
