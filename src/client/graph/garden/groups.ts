/** Rules that colour notes: the first whose query a note meets gives it its colour. */
import { GROUP_COLOURS, MOST_GROUPS } from '../../../contract/choice.ts';

export interface Group {
  /** Place in GROUP_COLOURS, and the hue on the map. */
  readonly hue: number;
  readonly query: string;
}

/** `blue:tag:physics`. Without a colour that is known, all of it is the query, and its place gives the colour. */
export function readGroups(texts: readonly string[]): Group[] {
  return texts.slice(0, MOST_GROUPS).map((text, place) => {
    const end = text.indexOf(':');
    const hue = (GROUP_COLOURS as readonly string[]).indexOf(text.slice(0, Math.max(0, end)));
    return hue < 0 ? { hue: place % GROUP_COLOURS.length, query: text } : { hue, query: text.slice(end + 1) };
  });
}

export function writeGroup({ hue, query }: Group): string {
  return `${GROUP_COLOURS[hue]!}:${query}`;
}
