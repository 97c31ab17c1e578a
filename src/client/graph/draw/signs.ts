/** Signs at nodes of the local map: how many neighbours could come, or that they can go again. */
import { HIDDEN } from '../garden/emphasis.ts';
import type { Point } from './camera.ts';
import type { Box, Label } from './labels.ts';
import { marks, type Marks } from './marks.ts';
import type { Picture } from './picture.ts';
import type { Frame, MapStyle } from './renderer.ts';
import { screenRadius, type Scene } from './scene.ts';

export interface Signs extends Marks {
  /** The node whose sign lies at a point, or -1. */
  at(point: Point, { scene, frame, labels }: Picture): number;
}

/** Pixels of a sign's text, of a letter of it, and around it. */
const FONT = 10;
const LETTER = 6;
const PAD = 3;
/** Pixels beside a sign that still press it. */
const REACH = 3;
/** Pixels from one sign to the next, and to a label. */
const AIR = 1;
/** Discs with a smaller radius, in pixels, go without: seen from afar, signs would hide the map. */
const SMALLEST = 3;

/**
 * The usual marks with signs. Those of the nodes in focus or open, and of those that have grown, are always there; others
 * give way to labels and to the signs of larger discs.
 * @param more how many neighbours of a node could come onto the map: they are told by a sign, which brings them
 * @param grown nodes that have a sign which takes theirs away
 */
export function withSigns(more: ReadonlyMap<number, number> | null, grown: ReadonlySet<number>): Signs {
  const texts = new Map<number, string>();
  for (const [node, count] of more ?? []) texts.set(node, `+${count}`);
  for (const node of grown) texts.set(node, '−');

  /** Those out of sight too, so that where the map is moved to decides nothing. */
  function signsOn(scene: Scene, frame: Frame, labels: readonly Label[]): Sign[] {
    const signs: Sign[] = [];
    const taken = labels.map(labelBox);
    const sure = new Set([...frame.strong, ...grown]);
    for (const node of new Set([...sure, ...scene.order])) {
      const text = texts.get(node);
      if (text === undefined || frame.levels[node] === HIDDEN) continue;
      const radius = screenRadius(scene.radius[node]!, frame.camera.scale);
      const box = signBox(text, node, radius, frame);
      const isSure = sure.has(node);
      if (!isSure && (radius < SMALLEST || taken.some((other) => touch(box, other, AIR)))) continue;
      taken.push(box);
      signs.push({ node, text, box, isSure });
    }
    return signs;
  }

  return {
    paint(context, scene, frame, style, labels) {
      marks.paint(context, scene, frame, style, labels);
      for (const sign of signsOn(scene, frame, labels)) paintSign(context, sign, frame, style);
      context.globalAlpha = 1;
    },
    at({ x, y }, { scene, frame, labels }) {
      const point = { left: x, top: y, right: x, bottom: y };
      return signsOn(scene, frame, labels).find(({ box }) => touch(box, point, REACH))?.node ?? -1;
    },
    boxes: (scene, frame, sure) =>
      signsOn(scene, frame, []).flatMap(({ box, isSure }) => (isSure === sure ? box : [])),
  };
}

interface Sign {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
  /** Stands whatever is in its way. */
  readonly isSure: boolean;
}

/** At the upper right of its disc. */
function signBox(text: string, node: number, radius: number, { camera, size, x, y }: Frame): Box {
  const left = (x[node]! - camera.x) * camera.scale + size.width / 2 + radius * 0.75;
  const bottom = (y[node]! - camera.y) * camera.scale + size.height / 2 - radius * 0.75 + PAD;
  const width = Math.max(FONT + PAD, text.length * LETTER + 2 * PAD);
  return { left, bottom, right: left + width, top: bottom - FONT - PAD };
}

function labelBox({ textX, textY, width, fontSize }: Label): Box {
  const [aside, up] = [width / 2, fontSize * 0.6];
  return { left: textX - aside, right: textX + aside, top: textY - up, bottom: textY + up };
}

function touch(a: Box, b: Box, air: number): boolean {
  return a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;
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
