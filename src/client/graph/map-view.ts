/**
 * The map as a machine: holds scene, camera and attention, and paints when one of them changed. At rest nothing runs.
 */
import type { ColourBy } from '../../contract/choice.ts';
import { CameraDriver, FLIGHT } from './camera-driver.ts';
import { easeOut, type Camera, type Point, type Size } from './draw/camera.ts';
import type { LabelPainter } from './draw/label-painter.ts';
import { discBoxes, labelWishes, regionPlaces, type RegionPlace } from './draw/label-wishes.ts';
import { placeLabels, type Box, type Label } from './draw/labels.ts';
import type { Marks } from './draw/marks.ts';
import { onTheWay, type Picture, type Placement } from './draw/picture.ts';
import type { Frame, MapStyle, Renderer } from './draw/renderer.ts';
import { scanNodes } from './draw/scan-nodes.ts';
import { makeScene, withSize, type Scene } from './draw/scene.ts';
import type { Colouring } from './garden/colouring.ts';
import { countNotes } from './garden/count-notes.ts';
import { emphasis, type Attention } from './garden/emphasis.ts';
import { LOOK_KNOBS, usual, type Look } from './garden/knobs.ts';
import type { MapGarden } from './garden/map-garden.ts';
import type { MapPicking } from './hand/map-picking.ts';
import type { Link } from './hand/picking-edges.ts';
import { mapFrame } from './map-frame.ts';
import type { Places } from './place/dragging.ts';

export interface MapViewOptions {
  readonly renderer: Renderer;
  readonly labels: Pick<LabelPainter, 'setStyle' | 'resize' | 'measure' | 'paint'>;
  readonly still: () => boolean;
  /** Whether something else must be drawn first. */
  readonly waits?: () => boolean;
  /** Told when the camera came to rest. */
  readonly onRest: (camera: Camera) => void;
}

const MOST_LABELS = 110;
/** Discs that labels try to leave open. */
const MOST_DISCS = 200;
/** Loaded when the pointer is first on the map. */
let Picking: typeof MapPicking | null = null;
const NOTHING: Attention = { shown: null, selected: null, hover: null, hoverDims: true, hits: null };

export class MapView {
  /** Where it is looked at from; every motion of the camera is asked here. */
  readonly camera: CameraDriver;
  readonly #options: MapViewOptions;
  #style: MapStyle | null = null;
  #scene: Scene | null = null;
  #colours: readonly [ColourBy, Colouring | null] = ['region', null];
  #placement: Placement | null = null;
  #regions: readonly RegionPlace[] = [];
  #shownCount = 0;
  #picking: MapPicking | null = null;
  #attention: Attention = NOTHING;
  #levels: Uint8Array = new Uint8Array();
  #ranked: readonly number[] = [];
  #obstacles: readonly Box[] = [];
  #marks: Marks | null = null;
  #move: { from: Placement; to: Placement; start: number } | null = null;
  #look: Look = usual(LOOK_KNOBS);
  #request = 0;
  /** Since when it waits. */
  #held: number | null = null;
  #drawn = false;
  /** Whether nodes are in a hand, or adrift: under forces that move them all. */
  #loose: 'hand' | 'adrift' | null = null;
  #last: Picture | null = null;

  constructor(options: MapViewOptions) {
    this.#options = options;
    const { still, onRest } = options;
    this.camera = new CameraDriver({ still, onRest, onChange: () => this.#draw() });
  }

  setStyle(style: MapStyle): void {
    this.#style = style;
    this.#options.labels.setStyle(style);
    this.#draw();
  }

  /** @param given null while it isn't known, or where the colours are those of regions */
  setColours(by: ColourBy, given: Colouring | null = null): void {
    this.#colours = [by, given];
    if (this.#scene !== null) this.#scene = this.#makeScene(this.#scene.garden);
    this.#draw();
  }

  setLook(look: Look): void {
    const isSized = look.size !== this.#look.size;
    this.#look = look;
    if (isSized && this.#scene !== null) {
      this.#scene = withSize(this.#scene, look.size);
      this.#picking = null;
    }
    this.#draw();
  }

  #makeScene(garden: MapGarden): Scene {
    const scene = makeScene(garden, ...this.#colours);
    return this.#look.size === 1 ? scene : withSize(scene, this.#look.size);
  }

  setGarden(garden: MapGarden): void {
    this.#scene = this.#makeScene(garden);
    this.#placement = null;
    this.#move = null;
    this.#levels = new Uint8Array(garden.nodeCount);
    this.camera.setPlacement(garden, null);
  }

  /** Shows these nodes there; those that stay on the map walk to their new places. */
  setPlacement(placement: Placement): void {
    const scene = this.#scene;
    if (scene === null) return;
    const before = this.#placement;
    const moves = before !== null && (before.x !== placement.x || before.y !== placement.y);
    this.#placement = placement;
    this.#picking = null;
    this.#loose = null;
    this.camera.setPlacement(scene.garden, placement);
    const { x, y, shown, ever } = placement;
    this.#regions = regionPlaces(scene, x, y, shown, ever);
    this.#shownCount =
      placement.shown === null ? scene.garden.nodeCount : placement.shown.reduce((sum, one) => sum + one, 0);
    this.#move =
      moves && !this.#options.still()
        ? { from: this.#present(before), to: placement, start: performance.now() }
        : null;
    this.setAttention(this.#attention, this.#ranked);
  }

  /**
   * Nodes stand there at once: under a hand nothing walks. All move where they are `adrift`, and the camera follows.
   * `settlePlaces` or `setPlacement` is called when they are at rest.
   */
  setPlaces({ x, y }: Places, adrift = false): void {
    if (this.#placement === null || this.#scene === null) return;
    this.#placement = { ...this.#placement, x, y };
    this.#picking = null;
    this.#move = null;
    this.#loose = adrift ? 'adrift' : 'hand';
    this.camera.setPlaces(this.#placement, adrift);
    const { shown, ever } = this.#placement;
    if (adrift) this.#regions = regionPlaces(this.#scene, x, y, shown, ever);
    this.#draw();
  }

  settlePlaces(): void {
    if (this.#placement !== null) this.setPlacement(this.#placement);
  }

  /** Where nodes stand. */
  get placement(): Placement | null {
    return this.#placement;
  }

  /** @param ranked hits, best first, for their labels. */
  setAttention(attention: Attention, ranked: readonly number[]): void {
    this.#attention = { ...attention, shown: this.#placement?.shown ?? null };
    this.#ranked = ranked;
    if (this.#scene !== null) this.#levels = emphasis(this.#scene.garden, this.#attention);
    this.#draw();
  }

  resize(size: Size, ratio: number): void {
    this.#options.renderer.resize(size, ratio);
    this.#options.labels.resize(size, ratio);
    this.camera.resize(size);
    // A resized canvas is empty: painted now, it never shows so.
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#paint(performance.now());
  }

  /** Controls that lie on the map. */
  setObstacles(obstacles: readonly Box[]): void {
    this.#obstacles = obstacles;
    this.camera.setCovered(obstacles);
    this.#draw();
  }

  /** Draws over the nodes, below the labels. */
  setMarks(marks: Marks | null): void {
    this.#marks = marks;
    this.#draw();
  }

  /** Until it is resolved no link is found under a point, and it must be asked for again; null where all is found. */
  finding(): Promise<void> | null {
    if (Picking === null)
      return import('./hand/map-picking.ts').then((found) => void (Picking = found.MapPicking));
    if (this.#scene === null || this.#placement === null) return null;
    this.#picking ??= new Picking(this.#scene, this.#placement, this.#placement.shown);
    return this.#picking.coming;
  }

  /**
   * The link at a point of the screen, as its two nodes; null where a node lies there or there is none that answers
   * yet.
   */
  pickLink(at: Point): Link | null {
    if (this.pick(at) >= 0) return null;
    return this.#picking?.link(this.camera.worldAt(at), this.camera.now.scale, this.#attention) ?? null;
  }

  /** Until it is resolved a link that was asked for does not answer; null where all do. */
  resting(): Promise<void> | null {
    return this.#picking?.resting ?? null;
  }

  /** The node at a point of the screen, or -1. */
  pick(at: Point): number {
    void this.finding();
    const { now } = this.camera;
    const world = this.camera.worldAt(at);
    if (this.#picking?.coming === null) return this.#picking.node(world, now.scale);
    // Until then at the cost of a look at every node.
    if (this.#scene === null || this.#placement === null) return -1;
    return scanNodes(this.#scene, this.#placement, world, now.scale);
  }

  /** The nodes between two corners on the screen. */
  pickBox([a, b]: readonly [Point, Point]): number[] {
    void this.finding();
    return this.#picking?.within(this.camera.worldAt(a), this.camera.worldAt(b)) ?? [];
  }

  /** What is on the screen, or null before the first picture. */
  get picture(): Picture | null {
    return this.#last;
  }

  destroy(): void {
    cancelAnimationFrame(this.#request);
    this.camera.destroy();
    this.#request = -1;
  }

  #draw(): void {
    if (this.#request === 0) this.#request = requestAnimationFrame((now) => this.#next(now));
  }

  #next(now: number): void {
    this.#request = 0;
    if (this.#options.waits?.() === true) {
      this.#held ??= now;
      this.#draw();
      return;
    }
    // What moves goes on from where it was.
    const held = now - (this.#held ?? now);
    this.#held = null;
    this.camera.delay(held);
    if (this.#move !== null) this.#move.start += held;
    this.#paint(now);
  }

  #paint(now: number): void {
    const scene = this.#scene;
    const placement = this.#placement;
    const style = this.#style;
    const { width, height } = this.camera.size;
    if (scene === null || placement === null || style === null || width < 2 || height < 2) return;
    this.camera.step(now);
    if (this.#move !== null && now - this.#move.start >= FLIGHT) this.#move = null;
    const frame = mapFrame({
      garden: scene.garden,
      placement,
      places: this.#present(placement),
      moving: this.#move !== null || this.#loose !== null,
      adrift: this.#loose === 'adrift',
      look: this.#look,
      attention: this.#attention,
      levels: this.#levels,
      camera: this.camera,
    });
    this.#options.renderer.paint(scene, frame, style);
    const write = (): void => {
      this.#last = { scene, frame, labels: this.#paintLabels(scene, frame), style };
    };
    if (this.#drawn) write();
    else {
      performance.mark('hearthmap:map-drawn', { detail: countNotes(scene.garden, placement.shown) });
      // The first labels set up their fonts, as long as all the rest takes: they wait until the picture without them is on its way.
      requestAnimationFrame(() => setTimeout(() => this.#request === 0 && write()));
    }
    this.#drawn = true;
    if (this.camera.isFlying || this.#move !== null) this.#draw();
  }

  #paintLabels(scene: Scene, frame: Frame): Label[] {
    const { labels } = this.#options;
    const marks = this.#marks;
    const style = this.#style!;
    const wishes = labelWishes(
      scene,
      frame,
      this.#regions,
      this.camera.zoom * 2 ** this.#look.fade,
      this.#ranked,
      this.#shownCount,
    );
    const placed = placeLabels(wishes, labels.measure, frame.size, MOST_LABELS, {
      obstacles: this.#obstacles.concat(marks?.boxes(scene, frame, true) ?? []),
      discs: discBoxes(scene, frame, MOST_DISCS).concat(marks?.boxes(scene, frame, false) ?? []),
    });
    labels.paint(placed, frame.size, (context) => marks?.paint(context, scene, frame, style, placed));
    return placed;
  }

  /** Where nodes are drawn at this moment of their walk. */
  #present(placement: Placement): Placement {
    if (this.#move === null) return placement;
    const { from, to, start } = this.#move;
    const t = easeOut(Math.min(1, Math.max(0, (performance.now() - start) / FLIGHT)));
    return onTheWay(from, to, t);
  }
}
