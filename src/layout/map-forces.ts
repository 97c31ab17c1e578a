/** How strong the forces of a map are, for the build and for who changes them in the browser. */

/** Least distance between the edges of two discs. */
export const DISC_GAP = 1.5;

/** Layout units of a link at rest; d3's own. */
export const LINK_LENGTH = 30;

/** Pulls towards the middle, so that loose ends don't spread the picture; with the charge it sets the density. */
export const GRAVITY = 0.07;

/** Pulls towards the middle of a node's community. */
export const COHESION = 0.07;

/** Softer than d3's 1 / degree, which lets the links between hubs go slack and tears communities apart. */
export function linkStrength(degree: number, otherDegree: number): number {
  // The power 3/8, by roots alone.
  const fourth = Math.sqrt(Math.sqrt(Math.min(degree, otherDegree)));
  return 1 / (fourth * Math.sqrt(fourth));
}

/** Hubs need room for their many links. */
export function chargeOf(degree: number): number {
  return -10 - 20 * Math.sqrt(degree);
}

/** About two fifths of the finished map: farther ends need not push each other out. */
export function chargeReach(nodeCount: number): number {
  return 120 + 15 * Math.sqrt(nodeCount);
}
