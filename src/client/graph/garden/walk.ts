/**
 * Walking the map by keys. Left and right go round the neighbours of a centre, the most linked first; down makes the
 * neighbour the new centre, up goes back to the one before.
 */
export interface Walk {
  /** Centres so far, the present one last. Never empty. */
  readonly centres: readonly number[];
  /** The neighbour of the centre, -1 on the centre itself. By itself: neighbours come and go meanwhile. */
  readonly at: number;
}

export type Step = 'next' | 'previous' | 'into' | 'back';

/** Neighbours of a node in the order of the walk. */
export type Neighbours = (node: number) => readonly number[];

export function startWalk(node: number): Walk {
  return { centres: [node], at: -1 };
}

/** Its place among the neighbours of the centre, -1 on the centre itself: there too where the neighbour is gone. */
export function placeOf(walk: Walk, neighbours: Neighbours): number {
  return neighbours(walk.centres.at(-1)!).indexOf(walk.at);
}

/** The node that the walk stands on. */
export function standsOn(walk: Walk, neighbours: Neighbours): number {
  return placeOf(walk, neighbours) < 0 ? walk.centres.at(-1)! : walk.at;
}

export function walkOn(walk: Walk, step: Step, neighbours: Neighbours): Walk {
  const around = neighbours(walk.centres.at(-1)!);
  const place = placeOf(walk, neighbours);
  switch (step) {
    case 'next':
      return { ...walk, at: around.at((place + 1) % around.length) ?? -1 };
    case 'previous':
      return { ...walk, at: around.at(Math.max(0, place) - 1) ?? -1 };
    case 'into':
      if (place < 0) return walkOn(walk, 'next', neighbours);
      return { centres: [...walk.centres, walk.at], at: -1 };
    case 'back':
      if (place >= 0) return { ...walk, at: -1 };
      return walk.centres.length < 2 ? walk : { centres: walk.centres.slice(0, -1), at: -1 };
  }
}
