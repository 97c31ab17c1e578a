import type { Point, Size } from '../graph/draw/camera.ts';

/** Pixels between a note and its card, and between the card and the rim. */
const GAP = 18;
const RIM = 8;

/**
 * Where a card's upper left corner stands: beside the note, on the side that faces away from the middle, where the map's own
 * note is; where no side has room, within the rim all the same. Without a place, in the upper right corner.
 */
export function placeCard(at: Point | null, card: Size, pane: Size): Point {
  const within = ({ x, y }: Point): Point => ({
    x: Math.max(RIM, Math.min(x, pane.width - card.width - RIM)),
    y: Math.max(RIM, Math.min(y, pane.height - card.height - RIM)),
  });
  if (at === null) return within({ x: pane.width, y: 0 });
  const [left, top] = [at.x - card.width / 2, at.y - card.height / 2];
  const places = [
    within({ x: left, y: at.y + GAP }),
    within({ x: left, y: at.y - GAP - card.height }),
    within({ x: at.x + GAP, y: top }),
    within({ x: at.x - GAP - card.width, y: top }),
  ];
  const covers = ({ x, y }: Point): boolean =>
    at.x > x - 6 && at.x < x + card.width + 6 && at.y > y - 6 && at.y < y + card.height + 6;
  const far = ({ x, y }: Point): number =>
    Math.hypot(x + card.width / 2 - pane.width / 2, y + card.height / 2 - pane.height / 2);
  const free = places.filter((place) => !covers(place));
  return (free.length > 0 ? free : places).reduce((best, place) => (far(place) > far(best) ? place : best));
}
