/** What pointers and wheel mean on the map: a press opens, or asks about a link; a drag moves the map or a note. */
import type { Point } from './draw/camera.ts';
import type { GestureHandlers } from './hand/gestures.ts';
import type { Hand } from './hand/hand.svelte.ts';
import type { Link } from './hand/picking-edges.ts';
import type { MapProps } from './map-props.ts';
import type { MapView } from './map-view.ts';

export interface MapGestureOptions {
  readonly view: MapView;
  /** Does it with the hand, now or once that has come; in order. */
  readonly withHand: (act: (hand: Hand) => void) => void;
  /** The node is pointed at, or none being -1; else the link is, if any. */
  readonly onPointed: (node: number, link: Link | null) => void;
  /** What the reader has selected. */
  readonly picks: () => readonly number[];
  /** Whether anything can be selected. */
  readonly canPick: () => boolean;
  readonly withWork: MapProps['withWork'];
  /** The node whose sign lies at a point, or -1. */
  readonly signAt: (at: Point) => number;
  readonly onSign: (node: number) => void;
  /** A finger is on a node, or on none; whether that was all it meant. */
  readonly onTap: (node: number | null) => boolean;
  readonly onBox: (box: readonly [Point, Point] | null) => void;
  readonly onOpen: (node: number, apart: boolean) => void;
  readonly onAsk: (link: Link) => void;
  readonly onHold: (holding: boolean) => void;
  readonly takesFinger: () => boolean;
  readonly takesWheel: (event: WheelEvent) => boolean;
}

export function mapGestures(options: MapGestureOptions): GestureHandlers {
  const { view, withHand, onPointed } = options;
  const { camera } = view;
  let pointed: Point | null = null;
  /** Once it is known what lies where. */
  function found(act: () => void): void {
    const coming = view.finding();
    if (coming === null) act();
    else void coming.then(() => found(act));
  }
  /** Again as soon as more can be found there. */
  function look(at: Point): void {
    const sign = options.signAt(at);
    onPointed(sign < 0 ? view.pick(at) : sign, view.pickLink(at));
    void (view.finding() ?? view.resting())?.then(() => pointed === at && look(at));
  }
  return {
    onPan: (dx, dy) => camera.panBy(dx, dy),
    onZoom: (at, factor) => camera.zoomAt(at, factor),
    onPoint(at) {
      pointed = at;
      if (at === null) onPointed(-1, null);
      else look(at);
    },
    onPress(at, press) {
      const sign = options.signAt(at);
      if (sign >= 0) {
        options.onSign(sign);
        return;
      }
      found(() => {
        const node = view.pick(at);
        if (press === 'tap' && options.onTap(node < 0 ? null : node)) return;
        if (press === 'pick' && options.canPick()) {
          if (node >= 0) void options.withWork(({ picking }) => picking.toggle(node));
          return;
        }
        const link = view.pickLink(at);
        if (node >= 0) options.onOpen(node, press === 'apart' || press === 'pick');
        else if (link !== null) options.onAsk(link);
      });
    },
    onGrab(at) {
      const node = view.pick(at);
      if (node < 0) return false;
      const [place, along] = [camera.worldAt(at), drawnAlong(options.picks(), node)];
      withHand((hand) => hand.grab(node, place, along));
      return true;
    },
    onDraw(at) {
      const place = camera.worldAt(at);
      withHand((hand) => hand.draw(place));
    },
    onDrop: () => withHand((hand) => hand.drop()),
    onBox: (box) => options.onBox(options.canPick() ? box : null),
    onBoxed: (box) =>
      found(() => {
        if (options.canPick()) void options.withWork(({ picking }) => picking.add(view.pickBox(box)));
      }),
    onHold(holding) {
      options.onHold(holding);
      if (!holding) return;
      pointed = null;
      onPointed(-1, null);
    },
    takesWheel: options.takesWheel,
    takesFinger: options.takesFinger,
  };
}

/** Whoever takes one of the selected nodes takes all of them. */
export function drawnAlong(picks: readonly number[], node: number): number[] {
  return picks.includes(node) ? picks.filter((other) => other !== node) : [];
}
