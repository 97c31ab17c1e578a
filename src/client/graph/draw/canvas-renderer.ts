/** The map by Canvas 2D: one path a colour, so that a frame is some thirty drawing calls however many nodes there are. */
import { DIM, FOCUS, HIDDEN, LIT, NEAR, PLAIN, SELECTED } from '../garden/emphasis.ts';
import { isGhost } from '../garden/neighbourhood.ts';
import { COLOURS, NEUTRAL } from '../garden/region-hues.ts';
import type { Size } from './camera.ts';
import { colourReader } from './css-colour.ts';
import { regionShapes, shapeStrength, type RegionShapes } from './region-shapes.ts';
import type { Frame, MapStyle, Renderer } from './renderer.ts';
import { arrowLength, screenRadius, type Scene } from './scene.ts';

export function canvasRenderer(canvas: HTMLCanvasElement): Renderer {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser offers no 2D drawing.');
  let ratio = 1;
  const readColour = colourReader();
  let shapes: {
    x: Float32Array;
    shown: Uint8Array | null;
    links: Scene['links'];
    style: MapStyle;
    land: RegionShapes | null;
    picture: HTMLCanvasElement;
  } | null = null;

  function paintShapes(scene: Scene, frame: Frame, style: MapStyle): void {
    const strength = shapeStrength(frame);
    if (strength < 0.004) return;
    if (
      (shapes?.x !== frame.x ||
        shapes.links !== scene.links ||
        shapes.shown !== frame.shown ||
        shapes.style !== style) &&
      !frame.moving
    ) {
      const land = regionShapes(scene, frame, style.hues.map(readColour));
      shapes = { x: frame.x, shown: frame.shown, links: scene.links, style, land, picture: pictureOf(land) };
    }
    if (shapes === null || shapes.land === null) return;
    const { left, top, width, height } = shapes.land;
    const { x, y, scale } = frame.camera;
    context!.globalAlpha = strength;
    context!.drawImage(
      shapes.picture,
      (left - x) * scale + frame.size.width / 2,
      (top - y) * scale + frame.size.height / 2,
      width * scale,
      height * scale,
    );
    context!.globalAlpha = 1;
  }

  return {
    resize(size: Size, newRatio: number) {
      ratio = newRatio;
      canvas.width = Math.round(size.width * ratio);
      canvas.height = Math.round(size.height * ratio);
    },
    paint(scene, frame, style) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.globalAlpha = 1;
      context.fillStyle = style.background;
      // Beyond the pane: through a last row that is painted in part only, black would shine.
      context.fillRect(0, 0, frame.size.width + 2, frame.size.height + 2);
      paintShapes(scene, frame, style);
      const points = project(frame);
      paintLinks(context, scene, frame, points, style);
      paintNodes(context, scene, frame, points, style);
    },
  };
}

function pictureOf(land: RegionShapes | null): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  if (land === null) return picture;
  picture.width = land.columns;
  picture.height = land.rows;
  const cells = land.cells.slice();
  // A canvas takes colours that aren't multiplied yet.
  for (let i = 0; i < cells.length; i += 4) {
    const alpha = land.cells[i + 3]! / 255;
    for (let channel = 0; channel < 3; channel++)
      cells[i + channel] = land.cells[i + channel]! / (alpha || 1);
  }
  picture.getContext('2d')?.putImageData(new ImageData(cells, land.columns), 0, 0);
  return picture;
}

interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function project({ x, y, camera, size }: Frame): Points {
  const px = new Float32Array(x.length);
  const py = new Float32Array(y.length);
  for (let i = 0; i < x.length; i++) {
    px[i] = (x[i]! - camera.x) * camera.scale + size.width / 2;
    py[i] = (y[i]! - camera.y) * camera.scale + size.height / 2;
  }
  return { x: px, y: py };
}

function colour(style: MapStyle, hue: number): string {
  return style.hues[hue] ?? style.neutral;
}

function paintLinks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  points: Points,
  style: MapStyle,
): void {
  const { from, to } = scene.garden;
  const { levels, size, centre } = frame;
  const line = (a: number, b: number): void => {
    context.moveTo(points.x[a]!, points.y[a]!);
    context.lineTo(points.x[b]!, points.y[b]!);
  };
  const outside = (a: number, b: number): boolean =>
    Math.max(points.x[a]!, points.x[b]!) < 0 ||
    Math.min(points.x[a]!, points.x[b]!) > size.width ||
    Math.max(points.y[a]!, points.y[b]!) < 0 ||
    Math.min(points.y[a]!, points.y[b]!) > size.height;

  const length = arrowLength(frame);
  /** An arrow's head that ends at the target's rim. */
  const head = (a: number, b: number): void => {
    const dx = points.x[b]! - points.x[a]!;
    const dy = points.y[b]! - points.y[a]!;
    const far = Math.hypot(dx, dy);
    if (far < 4 * length) return;
    const reach = screenRadius(scene.radius[b]!, frame.camera.scale) + 1.5;
    const x = points.x[b]! - (dx / far) * reach;
    const y = points.y[b]! - (dy / far) * reach;
    const [backX, backY] = [(dx / far) * length, (dy / far) * length];
    context.moveTo(x, y);
    context.lineTo(x - backX - backY * 0.42, y - backY + backX * 0.42);
    context.lineTo(x - backX + backY * 0.42, y - backY - backX * 0.42);
  };

  // No wider than a pixel: others take the processor five times as long.
  context.lineWidth = Math.min(1, 0.7 + frame.camera.scale * 0.25) * frame.look.width;
  scene.links.forEach((list, slot) => {
    const hue = slot - 1;
    context.beginPath();
    for (const link of list) {
      const a = from[link]!;
      const b = to[link]!;
      if (levels[a] === HIDDEN || levels[b] === HIDDEN || a === centre || b === centre || outside(a, b))
        continue;
      line(a, b);
    }
    context.strokeStyle = colour(style, hue);
    const strength = (hue === NEUTRAL ? 0.2 : 0.28) * (frame.dimmed ? 0.35 : frame.subdued ? 0.6 : 1);
    context.globalAlpha = strength;
    context.stroke();
    if (length === 0) return;
    context.beginPath();
    for (const link of list) {
      const a = from[link]!;
      const b = to[link]!;
      if (levels[a] !== HIDDEN && levels[b] !== HIDDEN && !outside(a, b)) head(a, b);
    }
    context.fillStyle = colour(style, hue);
    context.globalAlpha = Math.min(1, 1.5 * strength);
    context.fill();
  });

  if (centre >= 0 && levels[centre] !== HIDDEN) {
    const { offsets, neighbours } = scene.garden;
    context.beginPath();
    for (let k = offsets[centre]!; k < offsets[centre + 1]!; k++) {
      if (levels[neighbours[k]!] !== HIDDEN) line(centre, neighbours[k]!);
    }
    context.strokeStyle = style.accent;
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    context.stroke();
  }
  const marked = frame.marked === null ? frame.trail : [frame.marked, ...frame.trail];
  if (marked.length > 0) {
    context.beginPath();
    for (const [a, b] of marked) if (levels[a] !== HIDDEN && levels[b] !== HIDDEN) line(a, b);
    context.strokeStyle = style.accent;
    context.globalAlpha = 1;
    context.lineWidth = 2.5;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintNodes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  points: Points,
  style: MapStyle,
): void {
  const { garden, hue, radius, order } = scene;
  const { levels, size } = frame;
  const scale = frame.camera.scale;
  const ghosts: number[] = [];
  /** Buckets of visible nodes by level and colour. */
  const buckets = new Map<number, number[]>();
  for (const i of order) {
    const level = levels[i]!;
    if (level === HIDDEN) continue;
    const r = screenRadius(radius[i]!, scale) + 8;
    const x = points.x[i]!;
    const y = points.y[i]!;
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
    if (isGhost(garden, i)) {
      ghosts.push(i);
      continue;
    }
    const key = level * (COLOURS + 1) + hue[i]! + 1;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [i]);
    else bucket.push(i);
  }
  const disc = (i: number, extra = 0): void => {
    const r = screenRadius(radius[i]!, scale) + extra;
    context.moveTo(points.x[i]! + r, points.y[i]!);
    context.arc(points.x[i]!, points.y[i]!, r, 0, 2 * Math.PI);
  };
  const paintLevel = (level: number): void => {
    for (let h = NEUTRAL; h < COLOURS; h++) {
      const bucket = buckets.get(level * (COLOURS + 1) + h + 1);
      if (bucket === undefined) continue;
      context.beginPath();
      for (const i of bucket) disc(i, level === LIT ? 1 : 0);
      // A rim of paper keeps discs apart where they crowd; the smallest would drown in it.
      if (level !== DIM && scale > 0.55) {
        context.strokeStyle = style.background;
        context.lineWidth = level === LIT ? 2.5 : 1.2;
        context.stroke();
      }
      context.globalAlpha = level === DIM ? 0.2 : level === PLAIN && frame.subdued ? 0.5 : 1;
      context.fillStyle = colour(style, h);
      context.fill();
      context.globalAlpha = 1;
    }
    for (const i of ghosts) {
      if (levels[i] !== level) continue;
      context.beginPath();
      disc(i);
      context.globalAlpha = level === DIM ? 0.25 : level === PLAIN && frame.subdued ? 0.6 : 1;
      context.fillStyle = style.background;
      context.fill();
      context.strokeStyle = level >= FOCUS ? style.accent : style.neutral;
      context.lineWidth = 1.3;
      context.stroke();
      context.globalAlpha = 1;
    }
  };
  const ring = (i: number, gap: number, width: number, stroke: string): void => {
    context.beginPath();
    disc(i, gap);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  };
  for (const level of [DIM, PLAIN, LIT, NEAR, FOCUS, SELECTED]) paintLevel(level);
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] === FOCUS) {
      ring(i, 3, 2, style.ink);
    } else if (levels[i] === SELECTED) {
      if (!isGhost(garden, i)) {
        context.beginPath();
        disc(i, 1);
        context.fillStyle = style.accent;
        context.fill();
      }
      ring(i, 2, 2, style.background);
      ring(i, 4, 2, style.accent);
    }
  }
}
