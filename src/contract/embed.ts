/**
 * What `<hearth-map>` and the page in its frame agree on: the address that asks for a map, and what they say to each
 * other. Whoever receives a message checks origin and source as well.
 */

/** A folder with a page, from the site's root: an address that stays. Of a `.html`, some hosts lead to another address first. */
export const EMBED_PAGE = 'embed/';

export const EMBED_VERSION = 1;

/** Where a press on a note leads: its page on the author's blog, its page in the explorer, or nowhere. */
export const OPENS = ['blog', 'explorer', 'event'] as const;
export type Opens = (typeof OPENS)[number];

/** What the frame's colours are to be. */
export type Scheme = 'light' | 'dark';

/** Colours and a font that a page may give its map; each is the value of `--hearth-map-<name>`. */
export const LOOKS = ['background', 'ink', 'accent', 'font'] as const;
export type EmbedLook = Readonly<Partial<Record<(typeof LOOKS)[number], string>>>;

/** A note that somebody points at or presses. */
export interface EmbedNote {
  /** Its page's address without `notes/` in front; null for a name that nobody has written yet. */
  readonly note: string | null;
  readonly title: string;
  /** Whole addresses of its pages; null where it has none. */
  readonly blog: string | null;
  readonly explorer: string | null;
}

export type FrameMessage =
  /** The frame listens. */
  | { readonly kind: 'hello' }
  /** The map is there, around this note, or around none. */
  | { readonly kind: 'ready'; readonly note: EmbedNote | null; readonly notes: number }
  | { readonly kind: 'select'; readonly note: EmbedNote }
  /** Null where nothing is pointed at any more. */
  | { readonly kind: 'hover'; readonly note: EmbedNote | null }
  /** There will be no map. The message is for the author. */
  | { readonly kind: 'error'; readonly message: string };

export interface HostMessage {
  readonly kind: 'host';
  readonly scheme: Scheme;
  readonly look: EmbedLook;
}

/** The message with what tells it from everybody else's. */
export function sealed<M extends FrameMessage | HostMessage>(
  message: M,
): M & { readonly hearthmap: typeof EMBED_VERSION } {
  return { hearthmap: EMBED_VERSION, ...message };
}

/** Of whatever was said; what is no object has none. */
type Fields = Record<string, unknown>;

/** Null for what is no message of a frame, or of another version. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const { hearthmap, kind, note, notes, message } = Object(data) as Fields;
  const isNote = isEmbedNote(note);
  const isNoteOrNone = isNote || note === null;
  const isKnown =
    kind === 'hello' ||
    (kind === 'ready' && typeof notes === 'number' && isNoteOrNone) ||
    (kind === 'select' && isNote) ||
    (kind === 'hover' && isNoteOrNone) ||
    (kind === 'error' && typeof message === 'string');
  return hearthmap === EMBED_VERSION && isKnown ? (data as FrameMessage) : null;
}

/** Null for what is no message of the element, or of another version. */
export function readHostMessage(data: unknown): HostMessage | null {
  const { hearthmap, kind, scheme, look } = Object(data) as Fields;
  const isKnown =
    kind === 'host' && (scheme === 'light' || scheme === 'dark') && typeof look === 'object' && look !== null;
  return hearthmap === EMBED_VERSION && isKnown ? (data as HostMessage) : null;
}

function isEmbedNote(value: unknown): boolean {
  const { note, title, blog, explorer } = Object(value) as Fields;
  return (
    typeof title === 'string' &&
    [note, blog, explorer].every((text) => text === null || typeof text === 'string')
  );
}
