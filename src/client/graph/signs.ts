/** Signs at nodes of the local map: how many neighbours could come, or that they can go again. */
import type { Point } from './camera.ts';
import { HIDDEN } from './emphasis.ts';
import type { Box } from './labels.ts';
import { marks, type Marks } from './marks.ts';
import type { Frame, MapStyle } from './renderer.ts';
import { screenRadius, type Scene } from './scene.ts';

export interface Signs extends Marks {
  /** The node whose sign lies at a point, or -1. */
  at(point: Point, scene: Scene, frame: Frame): number;
}

/** Pixels of a sign's text, of a letter of it, and around it. */
const FONT = 10;
const LETTER = 6;
const PAD = 3;
/** Pixels beside a sign that still press it. */
const REACH = 3;

/**
 * The usual marks with signs.
 * @param more how many neighbours of a node could come onto the map: they are told by a sign, which brings them
 * @param grown nodes that have a sign which takes theirs away
 */
export function withSigns(more: ReadonlyMap<number, number> | null, grown: ReadonlySet<number>): Signs {
  const texts = new Map<number, string>();
  for (const [node, count] of more ?? []) texts.set(node, `+${count}`);
  for (const node of grown) texts.set(node, '−');
  return {
    paint(context, scene, frame, style) {
      marks.paint(context, scene, frame, style);
      for (const sign of signsIn(texts, scene, frame)) paintSign(context, sign, frame, style);
      context.globalAlpha = 1;
    },
    at(point, scene, frame) {
      const found = signsIn(texts, scene, frame).find(
        ({ box }) =>
          point.x > box.left - REACH &&
          point.x < box.right + REACH &&
          point.y > box.top - REACH &&
          point.y < box.bottom + REACH,
      );
      return found?.node ?? -1;
    },
    boxes: (scene, frame) => signsIn(texts, scene, frame).map(({ box }) => box),
  };
}

interface Sign {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
}

/** Signs in sight, at the upper right of their discs. */
function signsIn(
  texts: ReadonlyMap<number, string>,
  { radius }: Scene,
  { levels, camera, size, x, y }: Frame,
): Sign[] {
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
  context.letterSpacing = '0px';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = isStrong ? style.ink : style.muted;
  context.fillText(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5);
}
