/** The reader's hand on the map: what it moved in this visit, and what it pinned for the next ones. */
import type { Garden } from '../../contract/map.ts';
import type { Point } from './camera.ts';
import { Dragging, type Places } from './dragging.ts';
import { pinName, pinnedPlaces, withPin, type Pins } from './pins.ts';

export interface HandOptions {
  readonly garden: () => Garden;
  readonly shown: () => Uint8Array | null;
  /** Where nodes stand on the screen now. */
  readonly places: () => Places;
  readonly pins: () => Pins;
  readonly onPins: (pins: Pins) => void;
  /** Nodes are elsewhere, in this very frame. */
  readonly onPlaces: (places: Places) => void;
  /** They have come to rest. */
  readonly onRest: () => void;
}

export class Hand {
  /** The node that was moved last, until the reader has said what becomes of it. */
  moved = $state<number | null>(null);
  /** Where the nodes of the whole map were left in this visit; null where the map has them. */
  left = $state.raw<Places | null>(null);
  readonly #options: HandOptions;
  #dragging: Dragging | null = null;
  #offset: Point = { x: 0, y: 0 };
  #last: Places | null = null;

  constructor(options: HandOptions) {
    this.#options = options;
  }

  /** @param at in layout units, as all of them: a disc is not always taken by its middle. */
  grab(node: number, at: Point): void {
    // What still moved stays where it is.
    this.close();
    const { garden, shown, places, onPlaces } = this.#options;
    const now = places();
    this.#offset = { x: now.x[node]! - at.x, y: now.y[node]! - at.y };
    this.#dragging = new Dragging(garden(), now, shown(), node, (found) => {
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
    this.moved = dragging.node;
    dragging.end(() => {
      if (this.#dragging === dragging) this.#rest();
    });
    if (this.isPinned(dragging.node)) this.pin();
  }

  isPinned(node: number): boolean {
    return this.#options.pins().has(pinName(this.#options.garden(), node));
  }

  /** The moved node stays where it is, for the next visits too. */
  pin(): void {
    const node = this.moved;
    const { x, y } = this.#last ?? this.#options.places();
    if (node !== null) this.#keep(node, { x: x[node]!, y: y[node]! });
  }

  /** The moved node, and all that yielded to it in this visit, go back to where the map has them. */
  putBack(): void {
    this.#rest();
    if (this.moved !== null) this.#keep(this.moved, null);
    this.left = null;
    this.moved = null;
  }

  /** Where the whole map has its nodes. */
  get places(): Places {
    return this.left ?? pinnedPlaces(this.#options.garden(), this.#options.pins());
  }

  close(): void {
    this.#dragging?.close();
    this.#dragging = null;
  }

  #rest(): void {
    if (this.#dragging === null) return;
    this.close();
    this.left = this.#last;
    this.#options.onRest();
  }

  #keep(node: number, at: Point | null): void {
    const { garden, pins, onPins } = this.#options;
    onPins(withPin(pins(), pinName(garden(), node), at));
  }
}
