/** What the map shows over its nodes to some readers only. Loaded when there is any of it. */
import type { Point } from './camera.ts';
import { HIDDEN } from './emphasis.ts';
import type { Box } from './labels.ts';
import type { Frame, MapStyle } from './renderer.ts';
import { screenRadius, type Scene } from './scene.ts';

export interface Marks {
  paint(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, style: MapStyle): void;
  /** The node whose sign lies at a point, or -1. */
  at(point: Point, scene: Scene, frame: Frame): number;
  /** Where signs are; labels had better leave them open. */
  boxes(scene: Scene, frame: Frame): Box[];
}

/** Pixels between a disc and its ring, and the least radius of a ring: the smallest discs would be lost in it. */
const GAP = 3;
const LEAST = 4.5;
/** From this radius on a ring is as strong as it gets, and stands off from what lies under it. */
const LARGE = 8;
/** Pixels of a sign's text, of a letter of it, and around it. */
const FONT = 10;
const LETTER = 6;
const PAD = 3;
/** Pixels beside a sign that still press it. */
const REACH = 3;

/**
 * @param more how many neighbours of a node could come onto the map: they are told by a sign, which brings them.
 * @param grown nodes that have a sign which takes theirs away.
 */
export function marksOf(more: ReadonlyMap<number, number> | null, grown: ReadonlySet<number>): Marks {
  const signs = (scene: Scene, frame: Frame): Sign[] => signsOf(more, grown, scene, frame);
  return {
    paint(context, scene, frame, style) {
      paintRings(context, scene, frame, style);
      for (const sign of signs(scene, frame)) paintSign(context, sign, frame, style);
      context.globalAlpha = 1;
    },
    at(point, scene, frame) {
      const found = signs(scene, frame).find(
        ({ box }) =>
          point.x > box.left - REACH &&
          point.x < box.right + REACH &&
          point.y > box.top - REACH &&
          point.y < box.bottom + REACH,
      );
      return found?.node ?? -1;
    },
    boxes: (scene, frame) => signs(scene, frame).map(({ box }) => box),
  };
}

interface Sign {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
}

/** Signs in sight, at the upper right of their discs. */
function signsOf(
  more: ReadonlyMap<number, number> | null,
  grown: ReadonlySet<number>,
  { radius }: Scene,
  { levels, camera, size, x, y }: Frame,
): Sign[] {
  const texts = new Map<number, string>();
  for (const [node, count] of more ?? []) texts.set(node, `+${count}`);
  for (const node of grown) texts.set(node, '−');
  return [...texts].flatMap(([node, text]): Sign[] => {
    if (levels[node] === HIDDEN) return [];
    const off = screenRadius(radius[node]!, camera.scale) * 0.75;
    const left = (x[node]! - camera.x) * camera.scale + size.width / 2 + off;
    const bottom = (y[node]! - camera.y) * camera.scale + size.height / 2 - off + PAD;
    const width = Math.max(FONT + PAD, text.length * LETTER + 2 * PAD);
    const box = { left, bottom, right: left + width, top: bottom - FONT - PAD };
    const isIn = box.right > 0 && box.bottom > 0 && box.left < size.width && box.top < size.height;
    return isIn ? [{ node, text, box }] : [];
  });
}

function paintSign(
  context: CanvasRenderingContext2D,
  { node, text, box }: Sign,
  frame: Frame,
  style: MapStyle,
): void {
  const isStrong = frame.strong.includes(node);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  context.globalAlpha = frame.dimmed && !isStrong ? 0.6 : 1;
  context.beginPath();
  context.roundRect(box.left, box.top, width, height, height / 2);
  context.fillStyle = style.background;
  context.fill();
  context.strokeStyle = isStrong ? style.accent : style.neutral;
  context.lineWidth = 1;
  context.stroke();
  context.font = `500 ${FONT}px ${style.nameFont}`;
  context.fillStyle = isStrong ? style.ink : style.muted;
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5);
}

function paintRings(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, style: MapStyle): void {
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
}

/** Rings around the selected nodes in sight, in CSS pixels. */
export function pickRings(
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
