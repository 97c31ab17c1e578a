/** What lies under a point of the map. Made when it is first asked of a placement. */
import type { Point } from './camera.ts';
import type { Places } from './dragging.ts';
import type { Link, PickingEdges } from './picking-edges.ts';
import { pickingGrid, type PickingGrid } from './picking-grid.ts';
import { screenRadius, type Scene } from './scene.ts';

/** Pixels around a disc that still pick it. */
const REACH = 7;
/** Pixels beside a link. */
const LINK_REACH = 4;

/** Loaded when the pointer is first on the map: its first picture does without. */
let finder: typeof import('./picking-edges.ts') | null = null;

/** Until it is resolved no link is found; null from then on. */
export function linkFinder(): Promise<void> | null {
  return finder === null ? import('./picking-edges.ts').then((found) => void (finder = found)) : null;
}

export class MapPicking {
  readonly #scene: Scene;
  readonly #places: Places;
  readonly #shown: Uint8Array | null;
  #grid: PickingGrid | null = null;
  #edges: PickingEdges | null = null;

  constructor(scene: Scene, places: Places, shown: Uint8Array | null) {
    this.#scene = scene;
    this.#places = places;
    this.#shown = shown;
  }

  /** The node at a point of the layout, or -1. */
  node(at: Point, scale: number): number {
    const { radius, largest } = this.#scene;
    this.#grid ??= pickingGrid(this.#places.x, this.#places.y, this.#shown);
    const reach = (id: number): number => screenRadius(radius[id]!, scale) / scale;
    return this.#grid.nearest(at.x, at.y, REACH / scale, reach, screenRadius(largest, scale) / scale);
  }

  /** The nodes between two corners, in layout units. */
  within(a: Point, b: Point): number[] {
    const { x, y } = this.#places;
    const isBetween = (value: number, one: number, other: number): boolean =>
      value >= Math.min(one, other) && value <= Math.max(one, other);
    return [...this.#scene.order].filter(
      (node) => this.#shown?.[node] !== 0 && isBetween(x[node]!, a.x, b.x) && isBetween(y[node]!, a.y, b.y),
    );
  }

  /** The link at a point of the layout, as its two nodes, or null. */
  link(at: Point, scale: number): Link | null {
    if (finder === null) return null;
    this.#edges ??= finder.pickingEdges(this.#scene.garden, this.#places.x, this.#places.y, this.#shown);
    return this.#edges.nearest(at.x, at.y, LINK_REACH / scale);
  }
}
