/** Who would like a label, in the order of who should have one. */
import { DIM, FOCUS, HIDDEN, LIT, NEAR, PLAIN, SELECTED } from '../garden/emphasis.ts';
import type { Camera, Size } from './camera.ts';
import { shorten, type Box, type LabelWish } from './labels.ts';
import type { Frame } from './renderer.ts';
import { screenRadius, type Scene } from './scene.ts';

/** Regions with fewer shown nodes go without a name, however near. */
const SMALLEST_REGION = 5;
/** Part of the shown nodes that a region must have for a name when the whole map is shown; less with zoom. */
const NAMED_FROM = 0.03;
/** Up to this many nodes all may have a label, however far the map is. */
const FEW = 140;
/** Hubs in sight with a label when the whole map is shown; more with zoom. */
const HUBS = 12;
/** Neighbours of the open note with a label then; more with zoom. */
const NEIGHBOURS = 6;
const LONGEST_TITLE = 32;
/** Part of its strength below which a region's name isn't written. */
const FAINTEST = 0.25;
/** Pixels that the whole map must be wide for a region's words beside its name. */
const WORDS_FROM = 480;

/** Where a region's name stands: the median of its shown nodes, which no far leaf can pull away. Layout units. */
export interface RegionPlace {
  readonly region: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** @param ever the nodes that are there through all of time: among them the names stay where they are */
export function regionPlaces(
  scene: Scene,
  x: Float32Array,
  y: Float32Array,
  shown: Uint8Array | null,
  ever: Uint8Array | null = shown,
): RegionPlace[] {
  const members: number[][] = scene.garden.regions.map(() => []);
  const counts = new Uint32Array(members.length);
  scene.garden.region.forEach((region, node) => {
    if (region < 0) return;
    if (ever === null || ever[node] === 1) members[region]!.push(node);
    if (shown === null || shown[node] === 1) counts[region]!++;
  });
  const places = members.flatMap((nodes, region): RegionPlace[] =>
    counts[region]! < SMALLEST_REGION
      ? []
      : [{ region, x: median(nodes, x), y: median(nodes, y), count: counts[region]! }],
  );
  return places.sort((a, b) => b.count - a.count || a.region - b.region);
}

function median(nodes: readonly number[], axis: Float32Array): number {
  const values = new Float32Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) values[i] = axis[nodes[i]!]!;
  values.sort();
  return values[values.length >> 1]!;
}

/**
 * @param zoom how much closer than the whole map the camera is; 1 shows all of it.
 * @param ranked hits, best first.
 */
export function* labelWishes(
  scene: Scene,
  frame: Frame,
  regions: readonly RegionPlace[],
  zoom: number,
  ranked: readonly number[],
  shownCount: number,
): Generator<LabelWish> {
  const { garden, order } = scene;
  const { levels } = frame;
  const given = new Set<number>();
  /** Returns how many labels it asked for. */
  function* give(node: number, strong: boolean): Generator<LabelWish, number> {
    if (given.has(node)) return 0;
    given.add(node);
    const title = titleWish(scene, frame, node, strong);
    if (title === null) return 0;
    yield title;
    return 1;
  }

  for (const level of [FOCUS, SELECTED]) {
    for (const node of frame.strong) if (levels[node] === level) yield* give(node, true);
  }
  for (const node of frame.picks.slice(0, Math.ceil(NEIGHBOURS * zoom))) {
    if (levels[node] !== HIDDEN) yield* give(node, false);
  }
  const near = nearNodes(scene, frame);
  if (frame.dimmed) for (const node of near) yield* give(node, false);
  for (const node of ranked) if (levels[node] === LIT) yield* give(node, false);

  // Region names step back as the titles come, and leave them their room once they are hardly seen.
  const remaining = Math.min(1, (3.4 - zoom) / 0.8);
  const strength = remaining * (frame.dimmed ? 0.4 : 1);
  const named = new Set<string>();
  const words: LabelWish[] = [];
  // On a small screen names alone fill the whole map.
  const isWide = frame.size.width * zoom >= WORDS_FROM;
  if (remaining > FAINTEST && shownCount > FEW) {
    for (const place of regions) {
      const region = garden.regions[place.region]!;
      if (place.count * zoom * zoom < NAMED_FROM * shownCount || named.has(region.name)) continue;
      named.add(region.name);
      // The hub has its name on the map already.
      given.add(region.hub);
      const name: LabelWish = {
        text: shorten(region.name, 28).toUpperCase(),
        ...at(frame.camera, frame.size, place.x, place.y),
        reach: 0,
        // In few steps, as of all titles: to set up a size takes a browser as long as to write ten labels.
        fontSize: Math.min(12.5, Math.round(21 + Math.sqrt(place.count) / 4) / 2),
        kind: 'region',
        hue: scene.regionHue[place.region]!,
        strength,
      };
      yield name;
      if (isWide && region.words.length > 0) words.push(wordsWish(name, region.words));
    }
    // Every name before any words.
    yield* words;
  }
  if (frame.dimmed) return;
  if (frame.centre >= 0) {
    for (const node of near.slice(0, Math.ceil(NEIGHBOURS * zoom))) yield* give(node, false);
  }
  // Beside an open note, its neighbours' names are enough for a while.
  let left = shownCount <= FEW ? shownCount : HUBS * zoom ** 1.5 * (frame.subdued ? 0.25 : 1);
  const { camera, size, x, y } = frame;
  const [aside, up] = [size.width / 2 / camera.scale, size.height / 2 / camera.scale];
  for (const node of order) {
    if (left <= 0) break;
    // By itself: most of a large map are out of sight, and each frame goes through all of them.
    if (Math.abs(x[node]! - camera.x) > aside || Math.abs(y[node]! - camera.y) > up) continue;
    if (levels[node]! > DIM) left -= yield* give(node, false);
  }
}

/** The nodes that stand out for the one in focus or on a trail, the most linked first. */
function nearNodes({ garden, radius }: Scene, { centre, lit, levels }: Frame): number[] {
  const around =
    centre < 0 ? [] : garden.neighbours.subarray(garden.offsets[centre]!, garden.offsets[centre + 1]!);
  return [...new Set([...lit, ...around])]
    .filter((node) => levels[node] === NEAR)
    .sort((a, b) => radius[b]! - radius[a]! || a - b);
}

/** The largest discs in sight, as boxes; those too small to matter aside. */
export function discBoxes(scene: Scene, frame: Frame, most: number): Box[] {
  const boxes: Box[] = [];
  const { width, height } = frame.size;
  for (const node of scene.order) {
    const r = screenRadius(scene.radius[node]!, frame.camera.scale);
    if (boxes.length >= most || r < 3) break;
    if (frame.levels[node]! <= DIM) continue;
    const { x, y } = at(frame.camera, frame.size, frame.x[node]!, frame.y[node]!);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    boxes.push({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  }
  return boxes;
}

function wordsWish(name: LabelWish, words: readonly string[]): LabelWish {
  const text = words.map((word) => shorten(word, 18)).join(' · ');
  return {
    ...name,
    text,
    fontSize: name.fontSize - 0.5,
    kind: 'words',
    under: name,
  };
}

function titleWish(scene: Scene, frame: Frame, node: number, strong: boolean): LabelWish | null {
  const point = at(frame.camera, frame.size, frame.x[node]!, frame.y[node]!);
  const { width, height } = frame.size;
  if (point.x < 0 || point.y < 0 || point.x > width || point.y > height) return null;
  const reach = screenRadius(scene.radius[node]!, frame.camera.scale) + (strong ? 5 : 0);
  return {
    text: shorten(scene.garden.titles[node]!, strong ? 60 : LONGEST_TITLE),
    ...point,
    reach,
    fontSize: strong ? 15 : Math.min(14.5, Math.round(23 + reach * 0.36) / 2),
    kind: strong ? 'strong' : 'title',
    hue: scene.hue[node]!,
    // Beside an open note the others' names stand back with their discs.
    strength: frame.subdued && frame.levels[node] === PLAIN ? 0.7 : 1,
  };
}

function at(camera: Camera, size: Size, x: number, y: number): { x: number; y: number } {
  return {
    x: (x - camera.x) * camera.scale + size.width / 2,
    y: (y - camera.y) * camera.scale + size.height / 2,
  };
}
