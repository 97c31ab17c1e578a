/** What the map shows over its nodes to some readers only. Loaded when there is any of it. */
import { HIDDEN } from '../garden/emphasis.ts';
import type { Box, Label } from './labels.ts';
import type { Frame, MapStyle } from './renderer.ts';
import { screenRadius, type Scene } from './scene.ts';

export interface Marks {
  /** @param labels that are written above */
  paint(
    context: CanvasRenderingContext2D,
    scene: Scene,
    frame: Frame,
    style: MapStyle,
    labels: readonly Label[],
  ): void;
  /** What labels must leave open, where `sure`; else what they had better leave open. */
  boxes(scene: Scene, frame: Frame, sure: boolean): Box[];
}

/** Pixels between a disc and its ring, and the least radius of a ring: the smallest discs would be lost in it. */
const GAP = 3;
const LEAST = 4.5;
/** From this radius on a ring is as strong as it gets, and stands off from what lies under it. */
const LARGE = 8;

export const marks: Marks = {
  paint(context, scene, frame, style) {
    for (const { x, y, radius } of pickRings(scene, frame)) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      const isLarge = radius >= LARGE;
      if (isLarge) {
        context.strokeStyle = style.background;
        context.lineWidth = 4;
        context.stroke();
      }
      context.strokeStyle = style.ink;
      context.lineWidth = isLarge ? 2 : 1.25;
      context.stroke();
    }
  },
  boxes: () => [],
};

/** Rings around the selected nodes in sight, in CSS pixels. */
function pickRings(
  { radius }: Scene,
  { picks, levels, camera, size, x, y }: Frame,
): { readonly x: number; readonly y: number; readonly radius: number }[] {
  return picks.flatMap((node) => {
    if (levels[node] === HIDDEN) return [];
    const ring = {
      x: (x[node]! - camera.x) * camera.scale + size.width / 2,
      y: (y[node]! - camera.y) * camera.scale + size.height / 2,
      radius: Math.max(LEAST, screenRadius(radius[node]!, camera.scale) + GAP),
    };
    const isIn =
      ring.x > -ring.radius &&
      ring.y > -ring.radius &&
      ring.x < size.width + ring.radius &&
      ring.y < size.height + ring.radius;
    return isIn ? [ring] : [];
  });
}
