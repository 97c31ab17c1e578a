import type { Box } from '../graph/draw/labels.ts';
import type { Size } from '../graph/draw/camera.ts';

/** All in pixels. Room between the panel and the window's edges, and between it and its box. */
const MARGIN = 12;
const GAP = 6;
const WIDEST = 560;
const WIDE = 420;
const NARROWEST = 280;
const HIGHEST = 560;
const LOWEST = 200;

export interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
}

/**
 * Where answers stand: beneath their box, from where its writing begins, as wide as it may be, and never out of the window.
 * @param box and the place count from the window's corner
 * @param isFromRight writing begins at the right
 */
export function placePanel(
  box: Pick<Box, 'left' | 'right' | 'bottom'>,
  { width: across, height }: Size,
  isFromRight: boolean,
): PanelPlace {
  const room = across - 2 * MARGIN;
  const end = MARGIN + room;
  const wanted = Math.min(WIDEST, Math.max(box.right - box.left, WIDE));
  const width = Math.min(room, Math.max(NARROWEST, wanted));
  const fits = !isFromRight && box.left + width <= end;
  const top = box.bottom + GAP;
  return {
    left: Math.max(MARGIN, fits ? box.left : Math.min(box.right, end) - width),
    top,
    width,
    maxHeight: Math.max(LOWEST, Math.min(HIGHEST, height - top - MARGIN)),
  };
}
