import type { ParsedNote } from '../common/types.ts';
import type { Resolution } from './resolve.ts';

/** A note with all that the other notes decide about it. */
export interface ResolvedNote {
  readonly note: ParsedNote;
  readonly slug: string;
  readonly permalink: string;
  /** One for each of the note's references, in their order. */
  readonly resolutions: readonly Resolution[];
}
