/** The garden as the map draws it: there may be nodes behind its own. */
import type { Garden } from '../../../contract/map.ts';

export interface MapGarden extends Garden {
  readonly extras?: Extras;
}

/** Tags and attachments as nodes. They follow the notes and ghosts, so that these keep their numbers. */
export interface Extras {
  /** The garden without them. */
  readonly base: Garden;
  /** Colours of all nodes, from those of the base. */
  hues(own: Int8Array): Int8Array;
  /** What a node is; null for a note or a ghost. */
  kindOf(node: number): 'tag' | 'attachment' | null;
  /** A node in a sentence: "#physics, a tag of 12 notes"; null for a note or a ghost. */
  describe(node: number): string | null;
  /** Where a node leads, from the site's root; null for a note or a ghost. */
  addressOf(node: number): string | null;
}
