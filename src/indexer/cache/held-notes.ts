/** Notes that can't be read while somebody types in their front matter stay as they were read last: where a build is asked to hold them. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { ParsedNote, Source } from '../common/types.ts';
import type { ParseOutcome } from '../parse/parse.ts';

/**
 * A note that is held is as good as any other in all that follows: it has its slug and its place on the map, and others link to
 * it, are linked from it and are named in it, by the text that was read last.
 */
export class HeldNotes {
  #last: ReadonlyMap<string, ParsedNote> = new Map();

  /**
   * @param outcomes those of the sources, in their order
   * @returns the same with the last note where there is none now, and what is wrong with those
   */
  hold(
    sources: readonly Source[],
    outcomes: readonly ParseOutcome[],
  ): { readonly outcomes: readonly ParseOutcome[]; readonly wrong: readonly Diagnostic[] } {
    const wrong: Diagnostic[] = [];
    const held = outcomes.map((outcome, index): ParseOutcome => {
      const note = outcome.note ?? this.#last.get(sources[index]!.path);
      if (outcome.note !== null || note === undefined) return outcome;
      const diagnostics = outcome.diagnostics.map((found) =>
        found.severity === 'error'
          ? { ...found, suggestion: 'Its last text is shown until this is mended.' }
          : found,
      );
      wrong.push(...diagnostics.filter(({ severity }) => severity === 'error'));
      return { note, diagnostics };
    });
    this.#last = new Map(held.flatMap(({ note }) => (note === null ? [] : [[note.path, note]])));
    return { outcomes: held, wrong };
  }
}
