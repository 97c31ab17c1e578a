/** The reader's hand on the map: what it moved in this visit, and what it pinned for the next ones. */
import type { Garden } from '../../../contract/map.ts';
import type { Point } from '../draw/camera.ts';
import { Dragging, type Places } from '../place/dragging.ts';
import { carried, placeByName } from './carried.ts';
import { pinName, withPin, type Pins } from './pins.ts';

export interface HandOptions {
  readonly garden: () => Garden;
  /** Marks the nodes that stand on the map now; null where all do. */
  readonly standing: () => Uint8Array | null;
  /** Whether the map is a local one: its places are its own, and nothing of them is kept. */
  readonly local: () => boolean;
  /** The note that a local map is around. */
  readonly selected: () => number | null;
  /** Where nodes stand on the screen now. */
  readonly places: () => Places;
  readonly pins: () => Pins;
  readonly onPins: (pins: Pins) => void;
  /** Nodes are elsewhere, in this very frame. */
  readonly onPlaces: (places: Places) => void;
  /** The hand takes over: nothing else may move nodes. */
  readonly onGrab: () => void;
  /** They have come to rest. */
  readonly onRest: () => void;
}

/** The map that nodes are moved on: places on another one are others. */
interface Standing {
  readonly garden: Garden;
  /** The note that it is around, where it is a local one. */
  readonly centre: number | null;
  readonly local: boolean;
}

export class Hand {
  #moved = $state.raw<{ readonly garden: Garden; readonly nodes: readonly number[] } | null>(null);
  #left = $state.raw<{ readonly garden: Garden; readonly places: Places } | null>(null);
  /** The same for the garden of now. */
  #carried: { readonly garden: Garden; readonly places: Places } | null = null;
  readonly #options: HandOptions;
  #dragging: Dragging | null = null;
  #on: Standing | null = null;
  #offset: Point = { x: 0, y: 0 };
  #last: Places | null = null;

  constructor(options: HandOptions) {
    this.#options = options;
  }

  /** The nodes that were moved last, until the reader has said what becomes of them. */
  get moved(): readonly number[] {
    const [moved, garden] = [this.#moved, this.#options.garden()];
    if (moved === null || moved.garden === garden) return moved?.nodes ?? [];
    const now = placeByName(garden);
    return moved.nodes.flatMap((node) => now.get(pinName(moved.garden, node)) ?? []);
  }

  /** Where the nodes of the whole map were left in this visit; null where the map has them. */
  get left(): Places | null {
    const [left, garden] = [this.#left, this.#options.garden()];
    if (left === null || left.garden === garden) return left?.places ?? null;
    if (this.#carried?.garden !== garden)
      this.#carried = { garden, places: carried(left.places, left.garden, garden) };
    return this.#carried.places;
  }

  /** The reader has nothing to say of what was moved. */
  dismiss(): void {
    this.#moved = null;
  }

  /** All nodes go where the map has them. */
  forget(): void {
    this.#leave(null);
  }

  /**
   * @param at in layout units, as all of them: a disc is not always taken by its middle.
   * @param along nodes that are taken with it
   */
  grab(node: number, at: Point, along: readonly number[] = []): void {
    // What still moved stays where it is; on another map it is left there.
    if (!this.#isOnIt()) this.#rest();
    this.close();
    this.#options.onGrab();
    const { garden, standing, places, onPlaces } = this.#options;
    const now = places();
    this.#on = this.#standing();
    this.#last = null;
    this.#offset = { x: now.x[node]! - at.x, y: now.y[node]! - at.y };
    this.#dragging = new Dragging(garden(), now, standing(), node, along, (found) => {
      if (!this.#isOnIt()) {
        this.#rest();
        return;
      }
      this.#last = found;
      onPlaces(found);
    });
  }

  draw(at: Point): void {
    this.#dragging?.moveTo({ x: at.x + this.#offset.x, y: at.y + this.#offset.y });
  }

  /** Lets go; the neighbourhood comes to rest. */
  drop(): void {
    const dragging = this.#dragging;
    if (dragging === null) return;
    dragging.end(() => {
      if (this.#dragging === dragging) this.#rest();
    });
    const { garden, local } = this.#on!;
    if (local) return;
    this.#moved = { garden, nodes: dragging.grabbed };
    if (this.isPinned) this.pin();
  }

  /** Whether all that were moved stay there, for the next visits too. */
  get isPinned(): boolean {
    const [pins, garden] = [this.#options.pins(), this.#options.garden()];
    return this.moved.every((node) => pins.has(pinName(garden, node)));
  }

  /** The moved nodes stay where they are, for the next visits too. */
  pin(): void {
    const { x, y } = (this.#isOnIt() ? this.#last : this.left) ?? this.#options.places();
    this.#keep((node) => ({ x: x[node]!, y: y[node]! }));
  }

  /** The moved nodes, and all that yielded to them in this visit, go back to where the map has them. */
  putBack(): void {
    this.#rest();
    this.#keep(() => null);
    this.forget();
    this.dismiss();
  }

  close(): void {
    this.#dragging?.close();
    this.#dragging = null;
  }

  #standing(): Standing {
    const { garden, local, selected } = this.#options;
    const isLocal = local();
    return { garden: garden(), local: isLocal, centre: isLocal ? selected() : null };
  }

  /** Whether something is in the hand, and the map is still the one that it was taken on. */
  #isOnIt(): boolean {
    if (this.#dragging === null || this.#on === null) return false;
    const { garden, local, centre } = this.#standing();
    return this.#on.garden === garden && this.#on.local === local && this.#on.centre === centre;
  }

  #rest(): void {
    if (this.#dragging === null) return;
    const isOnIt = this.#isOnIt();
    this.close();
    const { garden, local } = this.#on!;
    if (!local && this.#last !== null) this.#leave({ garden, places: this.#last });
    if (isOnIt) this.#options.onRest();
  }

  #leave(left: { readonly garden: Garden; readonly places: Places } | null): void {
    this.#carried = null;
    this.#left = left;
  }

  #keep(place: (node: number) => Point | null): void {
    const { garden, pins, onPins } = this.#options;
    const own = garden();
    onPins(this.moved.reduce((kept, node) => withPin(kept, pinName(own, node), place(node)), pins()));
  }
}
