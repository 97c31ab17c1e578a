/** Radius of a node's disc in layout units, for both who places and who draws. `degree` counts links in and out. */
export function nodeRadius(degree: number): number {
  return 2.4 + 0.9 * Math.sqrt(degree);
}
