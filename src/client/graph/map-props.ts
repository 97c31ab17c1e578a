/** What the map is given and what it tells: all that joins it to the rest. */
import type { Snippet } from 'svelte';
import type { Camera, Point } from './draw/camera.ts';
import type { Marks } from './draw/marks.ts';
import type { Picture, Placement } from './draw/picture.ts';
import type { Colouring } from './garden/colouring.ts';
import type { Trail } from './garden/emphasis.ts';
import type { MapChoice } from './garden/filter.ts';
import type { MapGarden } from './garden/map-garden.ts';
import type { Link } from './hand/picking-edges.ts';
import type { Pins } from './hand/pins.ts';
import type { MapView } from './map-view.ts';
import type { Uncover } from './uncover.ts';

/** What the reader selects beside the open note. */
export interface Picking {
  readonly nodes: readonly number[];
  toggle(node: number): void;
  add(nodes: readonly number[]): void;
  clear(): void;
}

/** Places of a local map. */
export interface Found {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Puts them on the map, where it only grew or shrank; left out where it is another one. */
  readonly enter?: (view: MapView, placement: Placement) => void;
}

/** Nodes with places, as they are put on the map. */
export interface Placed extends Placement, Pick<Found, 'enter'> {}

/** What the reader makes of the local map. */
export interface Growing {
  /** What keys do there, for those who can't see the signs. */
  readonly help: string;
  /** The node whose sign lies at a point of the map's last picture, or -1. */
  signAt(at: Point, picture: Picture | null): number;
  /** Goes back to what the map was around before, or to the place before; null where there is nothing. */
  readonly back: (() => void) | null;
  /**
   * @param standing what is on the map until then
   * @param isForced whether nodes stand elsewhere by the reader's forces
   */
  place(view: MapView, standing: Placement | null, isForced: boolean): Promise<Found>;
  /** Brings the neighbours of a node onto the map, or takes them away: what happened, in words. */
  toggle(node: number): string;
  /** Draws what only some readers see. */
  readonly marks: Marks;
}

/** What buttons move: the map, or a node. */
export interface Moving {
  /** Null where it is the map. */
  readonly node: number | null;
}

/** What the reader selects, grows and moves by buttons. */
export interface Work {
  moving: Moving | null;
  readonly picking: Picking;
  readonly growing: Growing;
}

export interface MapProps {
  garden: MapGarden;
  selected: number | null;
  hover: number | null;
  /** Whether the rest of the map steps back for the hovered node. */
  hoverDims: boolean;
  /** Hits of the query, best first; null while there is no query. */
  hits: readonly number[] | null;
  /** Nodes of the map; all where null. */
  shown: Uint8Array | null;
  /** The same through all of time: what is not shown of them is yet to come. */
  ever: Uint8Array | null;
  /** Whether the map is drawn around the selected note. */
  local: boolean;
  depth: number;
  /** What is let on the map, and how it is coloured. */
  choice: MapChoice;
  /** What the colours are where they aren't those of regions; null where that isn't known yet. */
  colours: Colouring | null;
  /** A place on the map to return to, null being all of it; a new object for each return. */
  returnTo: { readonly camera: Camera | null } | null;
  /** Changes when the colours do. */
  theme: string;
  /** Whether something else must be drawn first. */
  waits: () => boolean;
  /** No motion. */
  still: boolean;
  /** The wheel scrolls the page until the map has the focus, and nothing is selected or grown. */
  shy: boolean;
  /** Notes that the reader has put somewhere for good. */
  pins: Pins;
  onpins: (pins: Pins) => void;
  /** What the reader has selected. */
  picks: readonly number[];
  /** It comes when the map is worked on. */
  work: Work | null;
  /** Does it with that, now or once it has come. */
  withWork: (act: (work: Work) => void) => Promise<void>;
  /** A finger is on a node, or on none; whether that was all it meant. */
  ontap: (node: number | null) => boolean;
  /** Nodes to bring into view; a new object for each time. */
  look: { readonly nodes: readonly number[] } | null;
  /** A node, and how it comes out from under what stands over the map because of it; a new object for each time. */
  covered: { readonly node: number; readonly uncover: Uncover } | null;
  /** What is lit above all. */
  trail: Trail | null;
  /** The link that is pointed at. */
  link: Link | null;
  /** What is asked of the map now. */
  asked: 'why' | 'path' | null;
  /** Asks why a node is linked, or for a path from it; null where nothing can be asked. */
  onask: ((kind: 'why' | 'path' | null, from: number, to: number | null) => void) | null;
  onlink: (link: Link | null) => void;
  onopen: (node: number, apart: boolean) => void;
  onhover: (node: number | null) => void;
  onlocal: (local: boolean) => void;
  ondepth: (depth: number) => void;
  onchoice: (choice: MapChoice) => void;
  /** Whether time is looked at; null where no note has a date. */
  timing: boolean | null;
  ontiming: (timing: boolean) => void;
  /** The settings of the map: how they take the picture on the screen, are closed, and let forces act once more. */
  menu: Snippet<[() => Picture | null, () => void, () => void]>;
  oncamera: (camera: Camera | null) => void;
}
