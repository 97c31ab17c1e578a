/** What pointers and wheel mean on the map: a press opens, or asks about a link; a drag moves the map or a note. */
import type { Point } from './camera.ts';
import type { GestureHandlers } from './gestures.ts';
import type { Hand } from './hand.svelte.ts';
import { linkFinder } from './map-picking.ts';
import type { MapView } from './map-view.ts';
import type { Link } from './picking-edges.ts';

export interface MapGestureOptions {
  readonly view: MapView;
  readonly hand: Hand;
  /** The node is pointed at, or none being -1; else the link is, if any. */
  readonly onPointed: (node: number, link: Link | null) => void;
  readonly onOpen: (node: number, apart: boolean) => void;
  readonly onAsk: (link: Link) => void;
  readonly onHold: (holding: boolean) => void;
  readonly takesWheel: (event: WheelEvent) => boolean;
}

export function mapGestures(options: MapGestureOptions): GestureHandlers {
  const { view, hand, onPointed } = options;
  const { camera } = view;
  /** Where the pointer is, for when what finds links has come. */
  let pointed: Point | null = null;
  return {
    onPan: (dx, dy) => camera.panBy(dx, dy),
    onZoom: (at, factor) => camera.zoomAt(at, factor),
    onPoint(at) {
      pointed = at;
      const look = (): void =>
        at === null ? onPointed(-1, null) : onPointed(view.pick(at), view.pickLink(at));
      look();
      void linkFinder()?.then(() => pointed === at && look());
    },
    onPress(at, apart) {
      const node = view.pick(at);
      const ask = (): void => {
        const link = view.pickLink(at);
        if (link !== null) options.onAsk(link);
      };
      const coming = linkFinder();
      if (node >= 0) options.onOpen(node, apart);
      else if (coming === null) ask();
      else void coming.then(ask);
    },
    onGrab(at) {
      const node = view.pick(at);
      if (node >= 0) hand.grab(node, camera.worldAt(at));
      return node >= 0;
    },
    onDraw: (at) => hand.draw(camera.worldAt(at)),
    onDrop: () => hand.drop(),
    onHold(holding) {
      options.onHold(holding);
      if (holding) onPointed(-1, null);
    },
    takesWheel: options.takesWheel,
  };
}
