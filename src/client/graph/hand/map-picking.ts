/**
 * What lies under a point of the map. Made when it is first asked of a placement, a slice at a time; loaded when the
 * pointer is first on the map, whose first picture does without.
 */
import type { Point } from '../draw/camera.ts';
import { REACH, screenRadius, type Scene } from '../draw/scene.ts';
import type { Attention } from '../garden/emphasis.ts';
import { inSlices, oneSlice, type Work } from '../garden/in-slices.ts';
import type { Places } from '../place/dragging.ts';
import { pickingEdges, type Link, type PickingEdges } from './picking-edges.ts';
import { pickingGrid, type PickingGrid } from './picking-grid.ts';

/** Pixels beside a link that is drawn strongly, and beside any other: these lie everywhere. */
const STRONG_REACH = 4;
const REACH_OF_OTHERS = 2;
/** Milliseconds on a faint link until it answers: it is hardly seen, and whoever presses there at once means the map. */
const REST = 250;

export class MapPicking {
  /** Until it is resolved nothing is found; null from then on. */
  coming: Promise<void> | null = null;
  /** Until it is resolved the faint link that was asked for last doesn't answer; null from then on. */
  resting: Promise<void> | null = null;
  #faint: Link | null = null;
  readonly #scene: Scene;
  readonly #places: Places;
  readonly #shown: Uint8Array | null;
  #grid: PickingGrid | null = null;
  #edges: PickingEdges | null = null;

  constructor(scene: Scene, places: Places, shown: Uint8Array | null) {
    this.#scene = scene;
    this.#places = places;
    this.#shown = shown;
    const work = this.#make();
    if (oneSlice(work) === null) this.coming = inSlices(work).then(() => void (this.coming = null));
  }

  /** The node at a point of the layout, or -1. */
  node(at: Point, scale: number): number {
    const { radius, largest } = this.#scene;
    const reach = (id: number): number => screenRadius(radius[id]!, scale) / scale;
    return this.#grid?.nearest(at.x, at.y, REACH / scale, reach, screenRadius(largest, scale) / scale) ?? -1;
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

  /**
   * The link at a point of the layout, as its two nodes, or null. While a note is selected, links of others than that
   * are faint, and answer once the pointer has rested on them.
   */
  link({ x, y }: Point, scale: number, { selected, trail }: Attention): Link | null {
    const isStrong = ([from, to]: Link): boolean =>
      from === selected ||
      to === selected ||
      trail?.links.some(([a, b]) => (a === from && b === to) || (a === to && b === from)) === true;
    const strong = this.#edges?.nearest(x, y, STRONG_REACH / scale, isStrong) ?? null;
    const link = strong ?? this.#edges?.nearest(x, y, REACH_OF_OTHERS / scale) ?? null;
    const faint = strong === null && selected !== null ? link : null;
    if (faint?.join() !== this.#faint?.join()) {
      this.#faint = faint;
      this.resting = faint === null ? null : this.#rest(faint);
    }
    return faint !== null && this.resting !== null ? null : link;
  }

  async #rest(faint: Link): Promise<void> {
    await new Promise((done) => setTimeout(done, REST));
    if (this.#faint === faint) this.resting = null;
  }

  *#make(): Work<true> {
    const { x, y } = this.#places;
    this.#grid = yield* pickingGrid(x, y, this.#shown);
    this.#edges = yield* pickingEdges(this.#scene.garden, x, y, this.#shown);
    return true;
  }
}
