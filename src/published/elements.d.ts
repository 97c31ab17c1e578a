/** `import type {} from 'hearthmap/elements'` makes TypeScript know `<hearth-map>` and `<hearth-search>`. */
import type { EmbedNote, Opens, Scheme } from '../contract/embed.ts';

/** What `hearth-select` tells: the note, and where the press would lead. */
export interface HearthSelect extends EmbedNote {
  readonly href: string | null;
}

/** Properties mirror the attributes of the same name. */
export interface HearthMapElement extends HTMLElement {
  /** The page's address without `notes/` in front. Null: the note whose page on the blog this is. */
  note: string | null;
  /** A page of the blog, whose note it is about instead. */
  about: string | null;
  depth: number | null;
  /** `in`, `out` or `both`. */
  direction: string | null;
  /** `local`, `whole`, or the id of a view that the author named. */
  view: string | null;
  query: string | null;
  theme: Scheme | 'auto' | null;
  /** Pixels. */
  height: number | null;
  open: Opens | null;
  src: string | null;
  /** `inline` draws in the page itself instead of a frame, where page and site have one origin. */
  mode: 'inline' | null;
  /** Makes the map anew, as where the site was published again, or did not come. */
  reload(): void;
}

/** Properties mirror the attributes of the same name. */
export interface HearthSearchElement extends HTMLElement {
  src: string | null;
  /** Of the element's own box: its name, and what stands in it while it is empty. */
  label: string | null;
  placeholder: string | null;
  open: Opens | null;
  theme: Scheme | 'auto' | null;
  /** Shown at most. */
  hits: number | null;
}

export interface HearthEventMap {
  /** A note is pressed. Prevented, it leads nowhere. */
  'hearth-select': CustomEvent<HearthSelect>;
  /** Null where nothing is pointed at any more. */
  'hearth-hover': CustomEvent<EmbedNote | null>;
  'hearth-ready': CustomEvent<{ readonly note: EmbedNote | null; readonly notes: number }>;
  'hearth-error': CustomEvent<{ readonly message: string }>;
}

/** What JSX may say of an element: its properties, and listeners by the events' names. */
type Said<Element extends HTMLElement> = Partial<Omit<Element, keyof HTMLElement | 'reload'>> & {
  [Name in keyof HearthEventMap as `on${Name}`]?: (event: HearthEventMap[Name]) => void;
};
export type HearthMapAttributes = Said<HearthMapElement>;
export type HearthSearchAttributes = Said<HearthSearchElement>;

/* eslint-disable @typescript-eslint/no-empty-object-type -- the only way to add to a table of events */
declare global {
  interface HTMLElementTagNameMap {
    'hearth-map': HearthMapElement;
    'hearth-search': HearthSearchElement;
  }
  interface HTMLElementEventMap extends HearthEventMap {}
  // They bubble.
  interface DocumentEventMap extends HearthEventMap {}
  interface WindowEventMap extends HearthEventMap {}
}
