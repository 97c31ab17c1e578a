/**
 * The map as a machine: holds scene, camera and attention, and paints when one of them changed. At rest nothing runs.
 */
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
} from './camera.ts';
import type { ColourBy, Colouring } from './colouring.ts';
import { emphasis, type Attention } from './emphasis.ts';
import type { LabelPainter } from './label-painter.ts';
import { discBoxes, labelWishes, regionPlaces, type RegionPlace } from './label-wishes.ts';
import { placeLabels, type Box } from './labels.ts';
import type { Link } from './picking-edges.ts';
import { MapPicking } from './map-picking.ts';
import { scaleOfNeighbours } from './near-scale.ts';
import type { Frame, MapStyle, Renderer } from './renderer.ts';
import { onTheWay, type Picture, type Placement } from './picture.ts';
import { makeScene, type Scene } from './scene.ts';

export interface MapViewOptions {
  readonly renderer: Renderer;
  readonly labels: Pick<LabelPainter, 'setStyle' | 'resize' | 'measure' | 'paint'>;
  readonly still: () => boolean;
  /** Told when the camera came to rest. */
  readonly onRest: (camera: Camera) => void;
}

const FLIGHT = 320;
/** Doublings of the whole map's scale until regions have given way to notes. */
const FAR = 2;
const MARGIN = 36;
/** Pixels a unit at most, where a few nodes are brought into view. */
const CLOSE = 2.4;
const MOST_LABELS = 110;
/** Discs that labels try to leave open. */
const MOST_DISCS = 200;
const NOTHING: Attention = { shown: null, selected: null, hover: null, hoverDims: true, hits: null };

export class MapView {
  readonly #options: MapViewOptions;
  #style: MapStyle | null = null;
  #scene: Scene | null = null;
  #by: ColourBy = 'region';
  #placement: Placement | null = null;
  #regions: readonly RegionPlace[] = [];
  #shownCount = 0;
  #bounds: Bounds | null = null;
  #picking: MapPicking | null = null;
  #attention: Attention = NOTHING;
  #levels: Uint8Array = new Uint8Array();
  #ranked: readonly number[] = [];
  #obstacles: readonly Box[] = [];
  #size: Size = { width: 0, height: 0 };
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  /** The view of the whole map follows the pane's size until the reader moves. */
  #whole = true;
  /** Likewise the view of a few nodes. */
  #few: readonly number[] | null = null;
  #flight: { from: Camera; to: Camera; start: number } | null = null;
  #move: { from: Placement; to: Placement; start: number } | null = null;
  #request = 0;
  #drawn = false;
  /** Whether nodes are in a hand. */
  #loose = false;
  #last: Picture | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MapViewOptions) {
    this.#options = options;
  }

  get camera(): Camera {
    return this.#flight?.to ?? this.#camera;
  }

  get isWhole(): boolean {
    return this.#whole;
  }

  setStyle(style: MapStyle): void {
    this.#style = style;
    this.#options.labels.setStyle(style);
    this.#draw();
  }

  /** @param groups of this garden, or null */
  setColours(by: ColourBy, groups: Colouring | null = null): void {
    this.#by = by;
    if (this.#scene !== null) this.#scene = makeScene(this.#scene.garden, by, groups);
    this.#draw();
  }

  setGarden(garden: Garden): void {
    this.#scene = makeScene(garden, this.#by);
    this.#placement = null;
    this.#few = null;
    this.#move = null;
    this.#levels = new Uint8Array(garden.nodeCount);
  }

  /** Shows these nodes there; those that stay on the map walk to their new places. */
  setPlacement(placement: Placement): void {
    const scene = this.#scene;
    if (scene === null) return;
    const before = this.#placement;
    const moves = before !== null && (before.x !== placement.x || before.y !== placement.y);
    this.#placement = placement;
    this.#picking = null;
    this.#bounds = boundsOf(placement.x, placement.y, placement.shown);
    this.#regions = regionPlaces(scene, placement.x, placement.y, placement.shown);
    this.#shownCount =
      placement.shown === null ? scene.garden.nodeCount : placement.shown.reduce((sum, one) => sum + one, 0);
    this.#move =
      moves && !this.#options.still()
        ? { from: this.#present(before), to: placement, start: performance.now() }
        : null;
    this.setAttention(this.#attention, this.#ranked);
  }

  /** Nodes stand there at once: under a hand nothing walks. `settlePlaces` is called when they are at rest. */
  setPlaces({ x, y }: { x: Float32Array; y: Float32Array }): void {
    if (this.#placement === null) return;
    this.#placement = { ...this.#placement, x, y };
    this.#picking = null;
    this.#move = null;
    this.#loose = true;
    this.#draw();
  }

  settlePlaces(): void {
    this.#loose = false;
    if (this.#placement !== null) this.setPlacement(this.#placement);
  }

  /** Where nodes stand. */
  get placement(): Placement | null {
    return this.#placement;
  }

  worldAt(at: Point): Point {
    return toWorld(this.#camera, this.#size, at);
  }

  /** @param ranked hits, best first, for their labels. */
  setAttention(attention: Attention, ranked: readonly number[]): void {
    this.#attention = { ...attention, shown: this.#placement?.shown ?? null };
    this.#ranked = ranked;
    if (this.#scene !== null) this.#levels = emphasis(this.#scene.garden, this.#attention);
    this.#draw();
  }

  resize(size: Size, ratio: number): void {
    const had = this.#size.width > 0;
    this.#size = size;
    this.#options.renderer.resize(size, ratio);
    this.#options.labels.resize(size, ratio);
    if (this.#whole || this.#few !== null || !had) this.#jump(this.#kept());
    // A resized canvas is empty: painted now, it never shows so.
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#paint(performance.now());
  }

  /** Controls that lie on the map. */
  setObstacles(obstacles: readonly Box[]): void {
    this.#obstacles = obstacles;
    this.#draw();
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
    this.#free();
    this.#fly(zoomAt(this.camera, this.#size, middle, factor, this.#limits()));
  }

  /** Follows the fingers: no flight. */
  panBy(dx: number, dy: number): void {
    this.#free();
    this.#jump(pan(this.#camera, dx, dy));
  }

  zoomAt(at: Point, factor: number): void {
    this.#free();
    this.#jump(zoomAt(this.#camera, this.#size, at, factor, this.#limits()));
  }

  /** Brings a node to the middle. `near` comes close enough to see its neighbours, and never goes further away. */
  centreOn(node: number, near: boolean): void {
    const { x, y } = this.#placement ?? {};
    if (x === undefined || y === undefined || x[node] === undefined) return;
    this.#free();
    const scale = near ? Math.max(this.camera.scale, this.#nearScale(node)) : this.camera.scale;
    this.#fly({ x: x[node], y: y[node]!, scale });
  }

  /** Moves as little as brings the node well inside. */
  reveal(node: number): void {
    const { x, y } = this.#placement ?? {};
    if (x === undefined || y === undefined) return;
    const camera = this.camera;
    const { width, height } = this.#size;
    const point = toScreen(camera, this.#size, { x: x[node]!, y: y[node]! });
    const inside = point.x > 60 && point.y > 60 && point.x < width - 60 && point.y < height - 60;
    if (!inside) this.centreOn(node, false);
  }

  /** Brings these nodes into view, all together; where they are `unlessSeen`, nothing moves if they are already. */
  showNodes(nodes: readonly number[], unlessSeen = false): void {
    const { x, y } = this.#placement ?? {};
    if (x === undefined || y === undefined || nodes.length === 0) return;
    const { width, height } = this.#size;
    const seen = nodes.every((node) => {
      const at = toScreen(this.camera, this.#size, { x: x[node]!, y: y[node]! });
      return at.x > MARGIN && at.y > MARGIN && at.x < width - MARGIN && at.y < height - MARGIN;
    });
    if (unlessSeen && seen) return;
    this.#free();
    this.#few = nodes;
    this.#fly(this.#kept());
  }

  /** The link at a point of the screen, as its two nodes; null where a node lies there or there is none. */
  pickLink(at: Point): Link | null {
    if (this.pick(at) >= 0) return null;
    return this.#under()?.link(this.worldAt(at), this.#camera.scale) ?? null;
  }

  /** The node at a point of the screen, or -1. */
  pick(at: Point): number {
    return this.#under()?.node(this.worldAt(at), this.#camera.scale) ?? -1;
  }

  #under(): MapPicking | null {
    if (this.#scene === null || this.#placement === null) return null;
    return (this.#picking ??= new MapPicking(this.#scene, this.#placement, this.#placement.shown));
  }

  /** What is on the screen, or null before the first picture. */
  get picture(): Picture | null {
    return this.#last;
  }

  destroy(): void {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#resting);
    this.#request = -1;
  }

  /** The reader moves: no view is kept. */
  #free(): void {
    this.#whole = false;
    this.#few = null;
  }

  /** The camera of the view that follows the pane's size; the present one where none does. */
  #kept(): Camera {
    if (this.#whole) return this.#wholeCamera();
    const { x, y } = this.#placement ?? {};
    if (this.#few === null || x === undefined || y === undefined) return this.#camera;
    const pick = (axis: Float32Array): Float32Array => Float32Array.from(this.#few!, (node) => axis[node]!);
    const margin = Math.min(2 * MARGIN, this.#size.width / 6, this.#size.height / 6);
    return fit(boundsOf(pick(x), pick(y), null)!, this.#size, margin, CLOSE);
  }

  #limits(): ReturnType<typeof scaleLimits> {
    return scaleLimits(this.#wholeCamera());
  }

  #wholeCamera(): Camera {
    if (this.#bounds === null) return { x: 0, y: 0, scale: 1 };
    return fit(this.#bounds, this.#size, Math.min(MARGIN, this.#size.width / 8), 3.2);
  }

  #nearScale(node: number): number {
    return scaleOfNeighbours(
      this.#scene!.garden,
      this.#placement!,
      node,
      this.#size,
      this.#wholeCamera().scale,
    );
  }

  #jump(camera: Camera): void {
    this.#flight = null;
    this.#camera = camera;
    this.#rest();
    this.#draw();
  }

  #fly(to: Camera): void {
    // Before the first picture there is nowhere to fly from.
    if (this.#options.still() || this.#size.width === 0 || !this.#drawn) {
      this.#jump(to);
      return;
    }
    clearTimeout(this.#resting);
    this.#flight = { from: this.#camera, to, start: performance.now() };
    this.#draw();
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#options.onRest(this.#camera), 120);
  }

  #draw(): void {
    if (this.#request === 0) this.#request = requestAnimationFrame((now) => this.#paint(now));
  }

  #paint(now: number): void {
    this.#request = 0;
    const scene = this.#scene;
    const placement = this.#placement;
    const { width, height } = this.#size;
    if (scene === null || placement === null || this.#style === null || width < 2 || height < 2) return;
    this.#step(now);
    const { selected, hover, hoverDims, hits, trail = null } = this.#attention;
    const trailing = trail?.dims === true;
    const places = this.#present(placement);
    const zoom = this.#camera.scale / this.#wholeCamera().scale;
    const frame: Frame = {
      camera: this.#camera,
      size: this.#size,
      x: places.x,
      y: places.y,
      levels: this.#levels,
      centre: trailing ? -1 : ((hoverDims ? hover : null) ?? (hits === null ? selected : null) ?? -1),
      marked:
        !trailing && hover !== null && selected !== null && this.#linked(hover, selected)
          ? [selected, hover]
          : null,
      trail: trail?.links ?? [],
      strong: [hover, selected].filter((node) => node !== null),
      lit: trail?.nodes ?? [],
      subdued: selected !== null,
      dimmed: trailing || hits !== null || (hover !== null && hoverDims),
      moving: this.#move !== null || this.#loose,
      shown: placement.shown,
      far: !placement.local ? Math.min(1, Math.max(0, 1 - Math.log2(zoom) / FAR)) : 0,
    };
    this.#options.renderer.paint(scene, frame, this.#style);
    if (!this.#drawn) performance.mark('hearthmap:map-drawn');
    this.#drawn = true;
    const wishes = labelWishes(scene, frame, this.#regions, zoom, this.#ranked, this.#shownCount);
    const { labels } = this.#options;
    const placed = placeLabels(wishes, labels.measure, this.#size, MOST_LABELS, {
      obstacles: this.#obstacles,
      discs: discBoxes(scene, frame, MOST_DISCS),
    });
    labels.paint(placed, this.#size);
    this.#last = { scene, frame, labels: placed, style: this.#style };
    if (this.#flight !== null || this.#move !== null) this.#draw();
  }

  /** Moves flight and nodes on to this moment. */
  #step(now: number): void {
    if (this.#flight !== null) {
      const { from, to, start } = this.#flight;
      const t = Math.min(1, (now - start) / FLIGHT);
      this.#camera = between(from, to, easeOut(Math.max(0, t)));
      if (t >= 1) {
        this.#flight = null;
        this.#rest();
      }
    }
    if (this.#move !== null && now - this.#move.start >= FLIGHT) this.#move = null;
  }

  /** Where nodes are drawn at this moment of their walk. */
  #present(placement: Placement): Placement {
    if (this.#move === null) return placement;
    const { from, to, start } = this.#move;
    const t = easeOut(Math.min(1, Math.max(0, (performance.now() - start) / FLIGHT)));
    return onTheWay(from, to, t);
  }

  #linked(a: number, b: number): boolean {
    const { offsets, neighbours } = this.#scene!.garden;
    return neighbours.subarray(offsets[a], offsets[a + 1]).includes(b);
  }
}
