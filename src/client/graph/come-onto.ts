/** How newcomers come onto a local map that is there: all else stays, and the view with it, unless they are out of sight. */
import type { CameraDriver } from './camera-driver.ts';
import { toScreen } from './draw/camera.ts';
import type { Placement } from './draw/picture.ts';
import type { MapView } from './map-view.ts';

/** Pixels that a node is within the pane at least. */
const MARGIN = 36;

/** @param comers nodes that come, in order, and the node that each comes out of */
export function comeOnto(comers: ReadonlyMap<number, number>): (view: MapView, placement: Placement) => void {
  let isThere = false;
  return (view, placement) => {
    const now = view.placement;
    // What comes and goes with time brings nobody in anew.
    if (isThere || now === null) {
      view.setPlacement(placement);
      return;
    }
    isThere = true;
    const [x, y] = [now.x.slice(), now.y.slice()];
    for (const [node, parent] of comers) {
      x[node] = x[parent]!;
      y[node] = y[parent]!;
    }
    view.setPlaces({ x, y });
    // Under the reader's forces they set out from there.
    view.setPlacement(placement.x === now.x ? { ...placement, x, y } : placement);
    const nodes = [...comers.keys()];
    const { camera } = view;
    if (!camera.isWhole) camera.showNodes(nodes, true);
    else if (!areSeen(nodes, placement, camera)) camera.showAll();
  };
}

function areSeen(nodes: readonly number[], { x, y }: Placement, { aim, size }: CameraDriver): boolean {
  return nodes.every((node) => {
    const at = toScreen(aim, size, { x: x[node]!, y: y[node]! });
    return at.x > MARGIN && at.y > MARGIN && at.x < size.width - MARGIN && at.y < size.height - MARGIN;
  });
}
