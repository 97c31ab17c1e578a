/** Colours that a group of notes may have, by the names that addresses and configurations give them. */

/** In the order of the map's hues; each has a shade for light and one for dark that can be told from the paper. */
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
