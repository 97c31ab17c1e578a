/** What can be chosen for the map, by the names that addresses and configurations give it. */

/** What a node's colour says. */
export const COLOURINGS = ['region', 'folder', 'tag', 'links', 'groups', 'age', 'changed'] as const;

export type ColourBy = (typeof COLOURINGS)[number];

/** Whether the colours tell when notes were written, or changed last. */
export function isAge(by: ColourBy): boolean {
  return by === 'age' || by === 'changed';
}

/** Which links a local map follows from its note: those that lead out of notes, those that lead into them, or both. */
export const DIRECTIONS = ['both', 'out', 'in'] as const;

/** How many links a local map reaches. */
export const MIN_DEPTH = 1;
export const MAX_DEPTH = 5;

/** Of neighbours that can be asked for at least. */
export const MOST_LINKS = 1_000;

/** Colours that a group of notes may have, in the order of the map's hues. Each has a shade for light and one for dark that can be told from the paper. */
export const GROUP_COLOURS = [
  'blue',
  'green',
  'violet',
  'ochre',
  'teal',
  'rose',
  'olive',
  'indigo',
  'copper',
  'cyan',
  'plum',
  'jade',
] as const;

/** More of them nobody can tell apart. */
export const MOST_GROUPS = 24;
