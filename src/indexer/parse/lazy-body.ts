import type { ParsedNote } from '../common/types.ts';
import type { ParseOutcome } from './parse.ts';

/** A note's outcome without what is the greater part of it, and needed only where its page or the search index is made. */
export interface BareOutcome {
  readonly note: Omit<ParsedNote, 'html' | 'sections'> | null;
  readonly diagnostics: ParseOutcome['diagnostics'];
}

/** Reads the rest, each time it is asked for. */
export interface LazyBody {
  readonly html: () => string;
  readonly sections: () => ParsedNote['sections'];
}

export function withBody({ note, diagnostics }: BareOutcome, { html, sections }: LazyBody): ParseOutcome {
  if (note === null) return { note, diagnostics };
  const whole = Object.defineProperties(
    { ...note },
    { html: { get: html, enumerable: true }, sections: { get: sections, enumerable: true } },
  );
  return { note: whole as unknown as ParsedNote, diagnostics };
}

/** Takes the HTML out as UTF-8: outside the heap, half the room, and handed between threads without a copy. */
export function withoutBody({ note, diagnostics }: ParseOutcome): {
  bare: BareOutcome;
  html: Uint8Array;
  sections: ParsedNote['sections'];
} {
  if (note === null) return { bare: { note, diagnostics }, html: new Uint8Array(), sections: [] };
  const { html, sections, ...bare } = note;
  return { bare: { note: bare, diagnostics }, html: new TextEncoder().encode(html), sections };
}
