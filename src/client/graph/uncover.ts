import type { CameraDriver } from './camera-driver.ts';
import type { Box } from './draw/labels.ts';

/** Moves the map so far that a node stands above what covers it on the screen. */
export type Uncover = (camera: CameraDriver, node: number) => void;

/** Pixels from a node to what stands over the map. */
const MARGIN = 36;

export function uncover({ left, top, right, bottom }: Box): Uncover {
  return (camera, node) => {
    const { x, y } = camera.onScreen(node);
    const { aim } = camera;
    const isCovered = x > left - MARGIN && y > top - MARGIN && x < right + MARGIN && y < bottom + MARGIN;
    if (isCovered) camera.show({ ...aim, y: aim.y + (y - top + 2 * MARGIN) / aim.scale });
  };
}
