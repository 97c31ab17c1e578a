/**
 * Walking the map by keys. Left and right go round the neighbours of a centre, the most linked first; down makes the
 * neighbour the new centre, up goes back to the one before.
 */
export interface Walk {
  /** Centres so far, the present one last. Never empty. */
  readonly centres: readonly number[];
  /** Index into the neighbours of the centre, or -1 on the centre itself. */
  readonly index: number;
}

export type Step = 'next' | 'previous' | 'into' | 'back';

/** Neighbours of a node in the order of the walk. */
export type Neighbours = (node: number) => readonly number[];

export function startWalk(node: number): Walk {
  return { centres: [node], index: -1 };
}

/** The node that the walk stands on. */
export function standsOn(walk: Walk, neighbours: Neighbours): number {
  const centre = walk.centres.at(-1)!;
  return walk.index === -1 ? centre : neighbours(centre)[walk.index]!;
}

export function walkOn(walk: Walk, step: Step, neighbours: Neighbours): Walk {
  const count = neighbours(walk.centres.at(-1)!).length;
  switch (step) {
    case 'next':
      return count === 0 ? walk : { ...walk, index: (walk.index + 1) % count };
    case 'previous':
      return count === 0 ? walk : { ...walk, index: walk.index <= 0 ? count - 1 : walk.index - 1 };
    case 'into': {
      if (walk.index === -1) return walkOn(walk, 'next', neighbours);
      return { centres: [...walk.centres, standsOn(walk, neighbours)], index: -1 };
    }
    case 'back':
      if (walk.index !== -1) return { ...walk, index: -1 };
      return walk.centres.length === 1 ? walk : { centres: walk.centres.slice(0, -1), index: -1 };
  }
}
