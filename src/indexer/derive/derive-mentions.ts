/** Unlinked mentions: notes that say the name of another and don't link to it. */
import { memo } from '../common/memo.ts';
import { sentenceAround } from '../common/sentence.ts';
import type { ParsedNote } from '../common/types.ts';
import { readableAround } from '../math/readable-tex.ts';
import { nameKey, placeOf, type Said } from './names-said.ts';
import type { Nearness } from './nearness.ts';
import type { Words } from './words.ts';

export interface Mention {
  readonly from: number;
  /** Plain. */
  readonly sentence: string;
  /** UTF-16 offset of the name in the sentence; -1 where it can't be told. */
  readonly at: number;
  readonly text: string;
}

export interface Mentions {
  /** Nearest first. */
  readonly list: readonly Mention[];
  /** Notes beyond those. */
  readonly more: number;
}

/** Notes that are told of each. */
const MOST = 10;
/** A single word that so large a part of many notes has is a word of the language: to say it isn't to mean the note. */
const COMMON = 0.15;
const MANY = 60;
/** Of a name that more notes have than this, nobody knows which is meant. */
const MOST_NAMESAKES = 3;

const NONE: Mentions = { list: [], more: 0 };

/** By note: who says its title or alias. */
export function findMentions(notes: readonly ParsedNote[], words: Words, nearness: Nearness): Mentions[] {
  const named = notesByName(notes, commonWords(notes, words));
  const found = notes.map((): { from: number; said: Said }[] => []);
  notes.forEach((note, from) => {
    for (const said of words.of(note).said) {
      for (const to of named.get(said.name) ?? []) {
        // A note that says two names of another is told once.
        const isTold = found[to]!.at(-1)?.from === from;
        if (to !== from && !isTold && !nearness.isLinked(from, to)) found[to]!.push({ from, said });
      }
    }
  });
  return found.map((all, to) => {
    if (all.length === 0) return NONE;
    const ranked = all
      .map((one) => ({ ...one, near: nearness.shared(one.from, to) }))
      .sort((a, b) => b.near - a.near || a.from - b.from);
    const list = ranked.slice(0, MOST).map(({ from, said }) => ({ from, ...sentenceOf(said) }));
    return { list, more: ranked.length - list.length };
  });
}

const sentenceOf = memo((said: Said): Omit<Mention, 'from'> => {
  const place = placeOf(said);
  const { text, start, end } = readableAround(said.line, place?.start ?? 0, place?.end ?? 0);
  const sentence = sentenceAround(text, start, end);
  return place === null ? { ...sentence, at: -1 } : sentence;
});

function notesByName(notes: readonly ParsedNote[], common: ReadonlySet<string>): Map<string, number[]> {
  const named = new Map<string, number[]>();
  notes.forEach((note, id) => {
    for (const key of keysOf(note)) {
      if (common.has(key)) continue;
      const list = named.get(key);
      if (list === undefined) named.set(key, [id]);
      else list.push(id);
    }
  });
  for (const [key, list] of named) if (list.length > MOST_NAMESAKES) named.delete(key);
  return named;
}

const keysOf = memo(
  ({ title, frontMatter }: ParsedNote) =>
    new Set([title, ...frontMatter.aliases].flatMap((name) => nameKey(name) ?? [])),
);

function commonWords(notes: readonly ParsedNote[], words: Words): Set<string> {
  const most = Math.max(MANY, COMMON * notes.length);
  const counts = new Map<string, number>();
  for (const note of notes) {
    for (const { name } of words.of(note).said) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([name, count]) => count > most && !name.includes(' ')).map(([name]) => name),
  );
}
