/** Where the map is looked at from. World units are layout units, screen units CSS pixels from the top left. */
export interface Camera {
  /** World point in the middle of the screen. */
  readonly x: number;
  readonly y: number;
  /** Pixels per world unit. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function toScreen(camera: Camera, size: Size, point: Point): Point {
  return {
    x: (point.x - camera.x) * camera.scale + size.width / 2,
    y: (point.y - camera.y) * camera.scale + size.height / 2,
  };
}

export function toWorld(camera: Camera, size: Size, point: Point): Point {
  return {
    x: (point.x - size.width / 2) / camera.scale + camera.x,
    y: (point.y - size.height / 2) / camera.scale + camera.y,
  };
}

/** Moves with a finger: what was under it stays under it. `dx`, `dy` in pixels. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Zooms by a factor; the world point under `at` stays where it is. */
export function zoomAt(camera: Camera, size: Size, at: Point, factor: number, limits: ScaleLimits): Camera {
  const scale = clamp(camera.scale * factor, limits.least, limits.most);
  const fixed = toWorld(camera, size, at);
  return {
    x: fixed.x - (at.x - size.width / 2) / scale,
    y: fixed.y - (at.y - size.height / 2) / scale,
    scale,
  };
}

export interface ScaleLimits {
  readonly least: number;
  readonly most: number;
}

/** From half of what shows the whole map to close enough to tell any two notes apart. */
export function scaleLimits(whole: Camera): ScaleLimits {
  return { least: Math.min(whole.scale, CLOSEST) / 2, most: CLOSEST };
}

const CLOSEST = 8;

/** The largest view of all of `bounds`, `margin` pixels from each edge. Never closer than `most` pixels a unit. */
export function fit(bounds: Bounds, size: Size, margin: number, most: number): Camera {
  const width = Math.max(1, size.width - 2 * margin);
  const height = Math.max(1, size.height - 2 * margin);
  const scale = Math.min(
    width / Math.max(bounds.right - bounds.left, 1e-6),
    height / Math.max(bounds.bottom - bounds.top, 1e-6),
    most,
  );
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2, scale };
}

/** Bounds of the nodes that `shown` marks (all without it), or null where there is none. */
export function boundsOf(x: Float32Array, y: Float32Array, shown: Uint8Array | null): Bounds | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (shown !== null && shown[i] === 0) continue;
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  return left <= right ? { left, top, right, bottom } : null;
}

/**
 * The camera at `t` (0 to 1) of a flight. Scale moves by ratio, and the centre with it, so that the eye sees one even
 * motion instead of a swing.
 */
export function between(from: Camera, to: Camera, t: number): Camera {
  if (t >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** t;
  const zooming = Math.abs(to.scale / from.scale - 1) > 1e-3;
  // With even zoom, a point moves on a straight line on the screen when the centre goes with 1 / scale.
  const way = zooming ? (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale) : t;
  return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
}

/** Fast away, slow to arrive. */
export function easeOut(t: number): number {
  return 1 - (1 - t) ** 3;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
