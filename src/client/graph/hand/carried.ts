/** Nodes and their places on one map, found again on another: of another build, or with tags and attachments. */
import type { Garden } from '../../../contract/map.ts';
import type { Places } from '../place/dragging.ts';
import { pinName } from './pins.ts';

/** Nodes by the names of their pins. */
export function placeByName(garden: Garden): ReadonlyMap<string, number> {
  return new Map(garden.titles.map((_, node) => [pinName(garden, node), node]));
}

/** Places on one map for the same nodes of another; nodes that only the other has are where it has them. */
export function carried(places: Places, before: Garden, now: Garden): Places {
  const known = placeByName(before);
  const [x, y] = [now.x.slice(), now.y.slice()];
  for (const node of now.titles.keys()) {
    const was = known.get(pinName(now, node));
    if (was === undefined) continue;
    x[node] = places.x[was]!;
    y[node] = places.y[was]!;
  }
  return { x, y };
}
