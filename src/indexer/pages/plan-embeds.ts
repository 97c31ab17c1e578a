/**
 * What a page shows of other notes within its own text: which of its embeds are filled with what, and which stay links,
 * since a text would never end or be too long.
 */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import { hole, holesIn } from '../common/holes.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { cutNote } from './cut-note.ts';

/** Embeds within each other. */
export const MAX_EMBED_DEPTH = 5;
/** Of a page. */
export const MAX_EMBEDS = 100;
/** Characters of HTML that they bring to a page. */
const MAX_EMBEDDED = 1_000_000;

export interface Embed {
  readonly note: number;
  readonly anchor: string | null;
  /** Of the note's own HTML, its holes still open. */
  readonly html: string;
  /** From 1; another one for each embed of a page. */
  readonly number: number;
  readonly inner: Embeds;
}

/** By index of the reference in the text that they stand in. */
export type Embeds = ReadonlyMap<number, Embed>;

export interface EmbedPlan {
  readonly embeds: Embeds;
  /** The notes that a page shows something of, each once. */
  readonly sources: readonly number[];
  /** One at the most. */
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: EmbedPlan = { embeds: new Map(), sources: [], diagnostics: [] };

export function planEmbeds(id: number, notes: readonly ResolvedNote[]): EmbedPlan {
  const { note, resolutions } = notes[id]!;
  const embedsNote = ({ kind }: { kind: string }, index: number): boolean =>
    kind === 'embed' && resolutions[index]?.kind === 'note';
  return note.references.some(embedsNote) ? new Planning(id, notes).plan() : NONE;
}

class Planning {
  readonly #notes: readonly ResolvedNote[];
  readonly #id: number;
  readonly #sources = new Set<number>();
  readonly #diagnostics: Diagnostic[] = [];
  /** The embeds that are being filled, from the outermost one on, as they stand in their texts. */
  readonly #open: string[] = [];
  /** Index in the page's own text, of the outermost. */
  #outermost = 0;
  #count = 0;
  #characters = 0;

  constructor(id: number, notes: readonly ResolvedNote[]) {
    this.#id = id;
    this.#notes = notes;
  }

  plan(): EmbedPlan {
    const embeds = this.#fill(this.#id, this.#notes[this.#id]!.note.html);
    return { embeds, sources: [...this.#sources], diagnostics: this.#diagnostics };
  }

  #fill(from: number, html: string): Embeds {
    const { note, resolutions } = this.#notes[from]!;
    const embeds = new Map<number, Embed>();
    for (const { kind, index, end } of holesIn(html, note.hole)) {
      if (kind !== 'r' || !html.startsWith('?embed"', end) || embeds.has(index)) continue;
      const found = resolutions[index]!;
      if (found.kind !== 'note' || found.anchorExists === false) continue;
      const cut = cutNote(this.#notes[found.to]!.note, found.anchor);
      const own = `${hole(note.hole, 'r', index)}?embed`;
      // A text that holds the very embed which shows it has no end.
      if (cut === null || [...this.#open, own].some((open) => cut.includes(open))) continue;
      if (this.#open.length === 0) this.#outermost = index;
      if (this.#isTooMuch(cut)) continue;
      this.#count += 1;
      this.#characters += cut.length;
      this.#sources.add(found.to);
      const number = this.#count;
      this.#open.push(own);
      const inner = this.#fill(found.to, cut);
      this.#open.pop();
      embeds.set(index, { note: found.to, anchor: found.anchor, html: cut, number, inner });
    }
    return embeds;
  }

  #isTooMuch(cut: string): boolean {
    const reason =
      this.#open.length >= MAX_EMBED_DEPTH
        ? `embeds of embeds stand more than ${MAX_EMBED_DEPTH} deep here`
        : this.#count >= MAX_EMBEDS
          ? `more than ${MAX_EMBEDS} embeds stand in this page`
          : this.#characters + cut.length > MAX_EMBEDDED
            ? `embeds bring more than ${MAX_EMBEDDED / 1_000_000} million characters to this page`
            : null;
    if (reason !== null && this.#diagnostics.length === 0) {
      const { note } = this.#notes[this.#id]!;
      const place = note.references[this.#outermost]!;
      const message = `${reason}; the rest are links`;
      const suggestion = 'Link to some of the notes instead: [[…]] without the exclamation mark.';
      this.#diagnostics.push(diagnose('too-many-embeds', note.path, place, message, suggestion));
    }
    return reason !== null;
  }
}
