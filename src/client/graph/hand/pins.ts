/** Notes that the reader has put somewhere for good, by name: the next build has other ids. */
import { ghostName, type Garden } from '../../../contract/map.ts';
import type { Point } from '../draw/camera.ts';
import type { Places } from '../place/dragging.ts';

/** By slug, or by name and a mark for a ghost: where it stands, in layout units. */
export type Pins = ReadonlyMap<string, Point>;

/** A slug can't begin with it. */
const GHOST = '?';

export function pinName(garden: Garden, node: number): string {
  return garden.slugs[node] ?? GHOST + ghostName(garden, node);
}

/** Reads what was kept; anything else is left out. */
export function readPins(value: unknown): Pins {
  if (!Array.isArray(value)) return new Map();
  const entries = value.flatMap((entry: unknown): [string, Point][] => {
    if (!Array.isArray(entry)) return [];
    const [name, x, y] = entry as unknown[];
    return typeof name === 'string' && isPlace(x) && isPlace(y) ? [[name, { x, y }]] : [];
  });
  return new Map(entries);
}

export function keepPins(pins: Pins): unknown {
  return pins.size === 0
    ? null
    : Array.from(pins, ([name, { x, y }]) => [name, Math.round(x), Math.round(y)]);
}

export function withPin(pins: Pins, name: string, at: Point | null): Pins {
  const next = new Map(pins);
  if (at === null) next.delete(name);
  else next.set(name, at);
  return next;
}

/** The garden's places with the pinned notes in theirs; the very same object where none is. */
export function pinnedPlaces(garden: Garden, pins: Pins): Places {
  const found = [...garden.titles.keys()].filter((node) => pins.has(pinName(garden, node)));
  if (pins.size === 0 || found.length === 0) return garden;
  const [x, y] = [garden.x.slice(), garden.y.slice()];
  for (const node of found) {
    const at = pins.get(pinName(garden, node))!;
    x[node] = at.x;
    y[node] = at.y;
  }
  return { x, y };
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e7;
}
