import type { ParseOutcome } from './parse.ts';
import type { ParsedNote } from './types.ts';

/** A note's outcome without its HTML, which is the greater part of it. */
export interface BareOutcome {
  readonly note: Omit<ParsedNote, 'html'> | null;
  readonly diagnostics: ParseOutcome['diagnostics'];
}

/** Puts HTML back that is read only when a page is made. */
export function withHtml({ note, diagnostics }: BareOutcome, read: () => string): ParseOutcome {
  if (note === null) return { note, diagnostics };
  const whole = Object.defineProperty({ ...note }, 'html', { get: read, enumerable: true });
  return { note: whole as unknown as ParsedNote, diagnostics };
}

/** Takes the HTML out as UTF-8: outside the heap, half the room, and handed between threads without a copy. */
export function withoutHtml({ note, diagnostics }: ParseOutcome): { bare: BareOutcome; html: Uint8Array } {
  if (note === null) return { bare: { note, diagnostics }, html: new Uint8Array() };
  const { html, ...bare } = note;
  return { bare: { note: bare, diagnostics }, html: new TextEncoder().encode(html) };
}
