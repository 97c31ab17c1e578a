/** Where the map is looked at from, as time goes: flights, views that follow the pane's size, and rest. */
import type { Garden } from '../../contract/map.ts';
import {
  between,
  boundsOf,
  easeOut,
  fit,
  pan,
  scaleLimits,
  toScreen,
  toWorld,
  zoomAt,
  type Bounds,
  type Camera,
  type Point,
  type Size,
} from './draw/camera.ts';
import type { Box } from './draw/labels.ts';
import type { Placement } from './draw/picture.ts';
import { scaleOfNeighbours } from './hand/near-scale.ts';

export interface CameraDriverOptions {
  readonly still: () => boolean;
  /** Told when the camera came to rest. */
  readonly onRest: (camera: Camera) => void;
  /** It is elsewhere, or on its way. */
  readonly onChange: () => void;
}

/** Milliseconds of a flight, and of nodes on their way. */
export const FLIGHT = 320;
/** Pixels. */
const MARGIN = 36;
/** Pixels a unit at most, where a few nodes are brought into view, and where all are. */
const CLOSE = 2.4;
const CLOSE_TO_ALL = 3.2;
/** Milliseconds without motion that are rest. */
const REST = 120;

export class CameraDriver {
  readonly #options: CameraDriverOptions;
  #garden: Garden | null = null;
  #placement: Placement | null = null;
  #bounds: Bounds | null = null;
  #size: Size = { width: 0, height: 0 };
  #now: Camera = { x: 0, y: 0, scale: 1 };
  /** The view of the whole map follows the pane's size until the reader moves. */
  #whole = true;
  /** Likewise the view of a few nodes. */
  #few: readonly number[] | null = null;
  /** Pixels that the rows of controls take at the top, where most of them lie; others fit into the margin. */
  #top = 0;
  #flight: { from: Camera; to: Camera; start: number } | null = null;
  /** A picture was painted. */
  #isSeen = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CameraDriverOptions) {
    this.#options = options;
  }

  /** Where it is at this moment. */
  get now(): Camera {
    return this.#now;
  }

  /** Where it is, or flies to. */
  get aim(): Camera {
    return this.#flight?.to ?? this.#now;
  }

  get size(): Size {
    return this.#size;
  }

  get isWhole(): boolean {
    return this.#whole;
  }

  get isFlying(): boolean {
    return this.#flight !== null;
  }

  /** How much closer than the whole map it is; 1 shows all of it. */
  get zoom(): number {
    return this.#now.scale / this.#wholeCamera().scale;
  }

  /** What there is to look at; nothing moves. Null before nodes have places. */
  setPlacement(garden: Garden, placement: Placement | null): void {
    if (garden !== this.#garden) this.#few = null;
    this.#garden = garden;
    this.#placement = placement;
    if (placement === null) return;
    const { x, y, shown, ever = shown } = placement;
    this.#bounds = boundsOf(x, y, ever);
  }

  /** Nodes are elsewhere for a moment. `follows` keeps all of them in view, where all were; in a hand they leave it as it is. */
  setPlaces(placement: Placement, follows: boolean): void {
    this.#placement = placement;
    if (!follows) return;
    const { x, y, shown, ever = shown } = placement;
    this.#bounds = boundsOf(x, y, ever);
    if (this.#keeps && this.#flight === null) this.#now = this.#kept();
  }

  /** Nodes have come to rest elsewhere: what was kept in view is, and a node that is looked at. */
  refit(node: number | null): void {
    if (this.#keeps) this.#fly(this.#kept());
    else if (node !== null) this.reveal(node);
  }

  resize(size: Size): void {
    const had = this.#size.width > 0;
    this.#size = size;
    if (this.#keeps || !had) this.#jump(this.#kept());
  }

  /** Controls lie there: a few nodes are brought into view below those at the top. */
  setCovered(boxes: readonly Box[]): void {
    const half = this.#size.height / 2;
    const top = Math.max(0, ...boxes.map(({ bottom }) => (bottom < half ? bottom : 0)));
    if (top === this.#top) return;
    this.#top = top;
    if (this.#few !== null) this.#fly(this.#kept());
  }

  /** Where a node of the map stands, or will once the camera is at rest. */
  onScreen(node: number): Point {
    const { x, y } = this.#placement!;
    return toScreen(this.aim, this.#size, { x: x[node]!, y: y[node]! });
  }

  worldAt(at: Point): Point {
    return toWorld(this.#now, this.#size, at);
  }

  showAll(): void {
    this.#few = null;
    this.#whole = true;
    this.#fly(this.#wholeCamera());
  }

  show(camera: Camera): void {
    this.#free();
    this.#fly(camera);
  }

  zoomBy(factor: number): void {
    const middle = { x: this.#size.width / 2, y: this.#size.height / 2 };
    this.show(zoomAt(this.aim, this.#size, middle, factor, this.#limits()));
  }

  /** Follows the fingers: no flight. */
  panBy(dx: number, dy: number): void {
    this.#free();
    this.#jump(pan(this.#now, dx, dy));
  }

  zoomAt(at: Point, factor: number): void {
    this.#free();
    this.#jump(zoomAt(this.#now, this.#size, at, factor, this.#limits()));
  }

  /** Brings a node to the middle. `near` comes close enough to see its neighbours, and never goes further away. */
  centreOn(node: number, near: boolean): void {
    const { x, y } = this.#placement ?? {};
    if (x === undefined || y === undefined || x[node] === undefined) return;
    const scale = near ? Math.max(this.aim.scale, this.#nearScale(node)) : this.aim.scale;
    this.show({ x: x[node], y: y[node]!, scale });
  }

  /** Moves as little as brings the node well inside. */
  reveal(node: number): void {
    if (this.#placement !== null && !this.#isInside(node)) this.centreOn(node, false);
  }

  /** Brings these nodes into view, all together; where they are `unlessSeen`, nothing moves if they are already. */
  showNodes(nodes: readonly number[], unlessSeen = false): void {
    if (this.#placement === null || nodes.length === 0) return;
    if (unlessSeen && nodes.every((node) => this.#isInside(node))) return;
    this.#free();
    this.#few = nodes;
    this.#fly(this.#kept());
  }

  /** Moves on to this moment, as a picture is painted. */
  step(now: number): void {
    this.#isSeen = true;
    if (this.#flight === null) return;
    const { from, to, start } = this.#flight;
    const t = Math.min(1, (now - start) / FLIGHT);
    this.#now = between(from, to, easeOut(Math.max(0, t)));
    if (t < 1) return;
    this.#flight = null;
    this.#rest();
  }

  /** What it flies begins so many milliseconds later. */
  delay(milliseconds: number): void {
    if (this.#flight !== null) this.#flight.start += milliseconds;
  }

  destroy(): void {
    clearTimeout(this.#resting);
  }

  #isInside(node: number): boolean {
    const { width, height } = this.#size;
    const at = this.onScreen(node);
    return at.x > MARGIN && at.y > MARGIN + this.#top && at.x < width - MARGIN && at.y < height - MARGIN;
  }

  /** The reader moves: no view is kept. */
  #free(): void {
    this.#whole = false;
    this.#few = null;
  }

  get #keeps(): boolean {
    return this.#whole || this.#few !== null;
  }

  /** The camera of the view that follows the pane's size; the present one where none does. */
  #kept(): Camera {
    if (this.#whole) return this.#wholeCamera();
    const { x, y } = this.#placement ?? {};
    if (this.#few === null || x === undefined || y === undefined) return this.#now;
    const pick = (axis: Float32Array): Float32Array => Float32Array.from(this.#few!, (node) => axis[node]!);
    const { width } = this.#size;
    const height = this.#size.height - this.#top;
    const margin = Math.min(2 * MARGIN, width / 6, height / 6);
    return pan(fit(boundsOf(pick(x), pick(y), null)!, { width, height }, margin, CLOSE), 0, this.#top / 2);
  }

  #limits(): ReturnType<typeof scaleLimits> {
    return scaleLimits(this.#wholeCamera());
  }

  #wholeCamera(): Camera {
    if (this.#bounds === null) return { x: 0, y: 0, scale: 1 };
    return fit(this.#bounds, this.#size, Math.min(MARGIN, this.#size.width / 8), CLOSE_TO_ALL);
  }

  #nearScale(node: number): number {
    return scaleOfNeighbours(this.#garden!, this.#placement!, node, this.#size, this.#wholeCamera().scale);
  }

  #jump(camera: Camera): void {
    this.#flight = null;
    this.#now = camera;
    this.#rest();
    this.#options.onChange();
  }

  #fly(to: Camera): void {
    // Before the first picture there is nowhere to fly from.
    if (this.#options.still() || this.#size.width === 0 || !this.#isSeen) {
      this.#jump(to);
      return;
    }
    clearTimeout(this.#resting);
    this.#flight = { from: this.#now, to, start: performance.now() };
    this.#options.onChange();
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#options.onRest(this.#now), REST);
  }
}
