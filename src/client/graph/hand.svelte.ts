/** The reader's hand on the map: what it moved in this visit, and what it pinned for the next ones. */
import type { Garden } from '../../contract/map.ts';
import type { Point } from './camera.ts';
import { Dragging, type Places } from './dragging.ts';
import { pinName, withPin, type Pins } from './pins.ts';

export interface HandOptions {
  readonly garden: () => Garden;
  /** Marks the nodes that stand on the map now; null where all do. */
  readonly standing: () => Uint8Array | null;
  /** Whether the map is a local one: its places are its own, and nothing of them is kept. */
  readonly local: () => boolean;
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

export class Hand {
  /** The nodes that were moved last, until the reader has said what becomes of them. */
  moved = $state.raw<readonly number[]>([]);
  /** Where the nodes of the whole map were left in this visit; null where the map has them. */
  left = $state.raw<Places | null>(null);
  readonly #options: HandOptions;
  #dragging: Dragging | null = null;
  #offset: Point = { x: 0, y: 0 };
  #last: Places | null = null;

  constructor(options: HandOptions) {
    this.#options = options;
  }

  /**
   * @param at in layout units, as all of them: a disc is not always taken by its middle.
   * @param along nodes that are taken with it
   */
  grab(node: number, at: Point, along: readonly number[] = []): void {
    // What still moved stays where it is.
    this.close();
    this.#options.onGrab();
    const { garden, standing, places, onPlaces } = this.#options;
    const now = places();
    this.#offset = { x: now.x[node]! - at.x, y: now.y[node]! - at.y };
    this.#dragging = new Dragging(garden(), now, standing(), node, along, (found) => {
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
    if (this.#options.local()) return;
    this.moved = dragging.grabbed;
    if (this.isPinned) this.pin();
  }

  /** Whether all that were moved stay there, for the next visits too. */
  get isPinned(): boolean {
    const [pins, garden] = [this.#options.pins(), this.#options.garden()];
    return this.moved.every((node) => pins.has(pinName(garden, node)));
  }

  /** The moved nodes stay where they are, for the next visits too. */
  pin(): void {
    const { x, y } = this.#last ?? this.#options.places();
    this.#keep((node) => ({ x: x[node]!, y: y[node]! }));
  }

  /** The moved nodes, and all that yielded to them in this visit, go back to where the map has them. */
  putBack(): void {
    this.#rest();
    this.#keep(() => null);
    this.left = null;
    this.moved = [];
  }

  close(): void {
    this.#dragging?.close();
    this.#dragging = null;
  }

  #rest(): void {
    if (this.#dragging === null) return;
    this.close();
    if (!this.#options.local()) this.left = this.#last;
    this.#options.onRest();
  }

  #keep(place: (node: number) => Point | null): void {
    const { garden, pins, onPins } = this.#options;
    const own = garden();
    onPins(this.moved.reduce((kept, node) => withPin(kept, pinName(own, node), place(node)), pins()));
  }
}
