/** What stands around each note without a link of its author's: who says its name, and what is like it. Kept between builds. */
import { readKept, writeKept } from '../cache/cache.ts';
import { keepSame } from '../common/same-value.ts';
import type { Stages } from '../common/stages.ts';
import type { ParsedNote } from '../common/types.ts';
import { findMentions, type Mentions } from './derive-mentions.ts';
import { keepRelated, type Related, type RelatedMemory } from './derive-related.ts';
import type { Nearness } from './nearness.ts';
import type { Words } from './words.ts';

/** By note. */
export interface Around {
  readonly mentions: readonly Mentions[];
  readonly related: readonly (readonly Related[])[];
}

export interface AroundInput {
  readonly notes: readonly ParsedNote[];
  readonly nearness: Nearness;
  /** Stands for all texts, titles and links. */
  readonly key: string;
  readonly words: Words;
  /** Folder for what outlives the program, or null. */
  readonly cache: string | null;
  readonly stages: Stages;
}

export interface AroundMemory {
  around?: { readonly key: string; readonly around: Around };
  readonly related: RelatedMemory;
}

const NAME = 'around';

export async function findAround(input: AroundInput, memory: AroundMemory): Promise<Around> {
  const { notes, nearness, key, words, cache, stages } = input;
  if (memory.around?.key === key) return memory.around.around;
  const isFirst = memory.around === undefined;
  let around = isFirst && cache !== null ? (readKept(cache, NAME, key) as Around | null) : null;
  if (around === null) {
    await readWords(words, notes, stages);
    const before = memory.around?.around;
    around = {
      mentions: keepSame(before?.mentions, findMentions(notes, words, nearness)),
      related: keepSame(before?.related, keepRelated(notes, words, nearness, memory.related)),
    };
    // A server that stays has it in memory; it writes it down once.
    if (isFirst && cache !== null) await writeKept(cache, NAME, key, around);
  }
  memory.around = { key, around };
  return around;
}

/** Reads the words of those notes that aren't read yet. */
export function readWords(words: Words, notes: readonly ParsedNote[], stages: Stages): Promise<void> {
  return stages.run('Indexing words', notes.length, (tell) => words.update(notes, tell));
}
