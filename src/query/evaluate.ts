/** Which nodes of a garden a query means. */
import type { Garden } from '../contract/map.ts';
import { fold, spelled } from '../contract/search.ts';
import { Automaton } from './automaton.ts';
import { firstDay } from './dates.ts';
import { NO_DATE, HAS, type Facts } from '../contract/facts.ts';
import { namesOf, needle } from './names.ts';
import { compilePattern } from './pattern.ts';
import type { Count, Dated, Has, Pattern, Query, Term, Words } from './query.ts';

/** What can be asked beside the garden. */
export interface Sources {
  /** Dates, features and headings of notes; without them, what asks for them is left open. */
  readonly facts?: Facts | null;
  /**
   * Notes whose text has the words; null where it can't tell, and unread where it could not read them all. Without it, titles
   * and paths are all that is looked into.
   */
  readonly find?: (words: Words) => Iterable<number> | 'unread' | null;
}

export interface Found {
  /** 1 for each node that is meant; null where all are. */
  readonly mask: Uint8Array | null;
  /** What could not be told, and was left out of the question. */
  readonly open: readonly Open[];
}

export interface Open {
  readonly term: Term;
  /** What is lacking: the facts, days in them, some of the texts, or the patience for an expression. */
  readonly lacks: 'facts' | 'days' | 'texts' | 'patience';
}

export function evaluate(query: Query, garden: Garden, sources: Sources = {}): Found {
  const open: Open[] = [];
  const mask = maskOf(query, garden, sources, open);
  return { mask, open };
}

/** Null is not known: it takes no part in the question. */
function maskOf(query: Query, garden: Garden, sources: Sources, open: Open[]): Uint8Array | null {
  if (query.kind === 'all') return null;
  if (query.kind === 'not') {
    const mask = maskOf(query.of, garden, sources, open);
    if (mask !== null) for (let node = 0; node < mask.length; node++) mask[node]! ^= 1;
    return mask;
  }
  if (query.kind !== 'and' && query.kind !== 'or') {
    const answer = answerOf(query, garden, sources);
    if (typeof answer !== 'string') return answer;
    open.push({ term: query, lacks: answer });
    return null;
  }
  let joined: Uint8Array | null = null;
  for (const part of query.of) {
    const mask = maskOf(part, garden, sources, open);
    if (mask === null) continue;
    if (joined === null) joined = mask;
    else if (query.kind === 'and')
      for (let node = 0; node < mask.length; node++) joined[node]! &= mask[node]!;
    else for (let node = 0; node < mask.length; node++) joined[node]! |= mask[node]!;
  }
  return joined;
}

/** A mask of its own, or what is lacking. */
function answerOf(term: Term, garden: Garden, sources: Sources): Uint8Array | Open['lacks'] {
  switch (term.kind) {
    case 'words':
      return term.field === 'section'
        ? sectionMask(term, garden, sources.facts ?? null)
        : wordsMask(term, garden, sources);
    case 'pattern':
      return patternMask(term, garden);
    case 'tag': {
      const tag = fold(term.tag);
      return tagMask(garden, (own) => own === tag || own.startsWith(`${tag}/`));
    }
    case 'link':
      return linkMask(term.note, garden);
    case 'is':
      return nodeMask(garden, (node) =>
        term.what === 'ghost'
          ? node >= garden.noteCount
          : garden.offsets[node] === garden.offsets[node + 1] && node < garden.noteCount,
      );
    case 'count':
      return countMask(term, garden);
    case 'has':
      return hasMask(term, garden, sources.facts ?? null);
    case 'date':
      return dateMask(term, garden, sources.facts ?? null);
  }
}

function nodeMask(garden: Garden, fits: (node: number) => boolean): Uint8Array {
  const mask = new Uint8Array(garden.nodeCount);
  for (let node = 0; node < mask.length; node++) if (fits(node)) mask[node] = 1;
  return mask;
}

function noteMask(garden: Garden, fits: (note: number) => boolean): Uint8Array {
  const mask = new Uint8Array(garden.nodeCount);
  for (let note = 0; note < garden.noteCount; note++) if (fits(note)) mask[note] = 1;
  return mask;
}

/** Words that follow each other in one heading. */
function sectionMask({ text, phrase }: Words, garden: Garden, facts: Facts | null): Uint8Array | 'facts' {
  const headings = facts?.headings;
  if (!headings) return 'facts';
  const wanted = needle(spelled(text), phrase);
  return noteMask(garden, (note) => wanted !== null && headings[note]!.includes(wanted));
}

function wordsMask(term: Words, garden: Garden, { find }: Sources): Uint8Array | 'texts' {
  const { field, text, phrase } = term;
  if (field === 'path') {
    const wanted = fold(text);
    return noteMask(garden, (note) => namesOf(garden).slugs[note]!.includes(wanted));
  }
  const found = field === 'title' ? null : (find?.(term) ?? null);
  if (found === 'unread') return 'texts';
  if (found !== null) {
    const mask = new Uint8Array(garden.nodeCount);
    for (const note of found) mask[note] = 1;
    return mask;
  }
  const wanted = needle(text, phrase);
  const { titles, wholeTitles } = namesOf(garden);
  if (wanted !== null) return nodeMask(garden, (node) => titles[node]!.includes(wanted));
  const signs = fold(text).trim();
  return nodeMask(garden, (node) => wholeTitles[node]!.includes(signs));
}

function patternMask({ field, source }: Pattern, garden: Garden): Uint8Array | Open['lacks'] {
  const program = compilePattern(source);
  if (typeof program === 'string') return 'patience';
  const automaton = new Automaton(program);
  const { wholeTitles, slugs, tags } = namesOf(garden);
  const finds = (text: string | undefined): boolean => text !== undefined && automaton.finds(text);
  const mask =
    field === 'tag'
      ? tagMask(garden, finds, tags)
      : nodeMask(
          garden,
          (node) =>
            (field !== 'path' && finds(wholeTitles[node])) || (field !== 'title' && finds(slugs[node])),
        );
  return automaton.isWorn ? 'patience' : mask;
}

function tagMask(garden: Garden, fits: (tag: string) => boolean, tags = namesOf(garden).tags): Uint8Array {
  const fitting = Uint8Array.from(tags, (tag) => (fits(tag) ? 1 : 0));
  return noteMask(garden, (note) => garden.noteTags[note]!.some((tag) => fitting[tag] === 1));
}

/** The note of this title, alias, path or last part of a path; where there is none, every note whose title has the words. */
function linkMask(name: string, garden: Garden): Uint8Array {
  const { wholeTitles, aliases, slugs } = namesOf(garden);
  const wanted = fold(name).replace(/^\/+|\/+$/g, '');
  let targets = nodeMask(garden, (node) => {
    const slug = slugs[node];
    return (
      wholeTitles[node] === wanted || (slug !== undefined && (slug === wanted || slug.endsWith(`/${wanted}`)))
    );
  });
  garden.aliasOf.forEach((note, index) => {
    if (aliases[index] === wanted) targets[note] = 1;
  });
  if (!targets.includes(1)) {
    const title: Words = { kind: 'words', field: 'title', text: name, phrase: false };
    targets = wordsMask(title, garden, {}) as Uint8Array;
  }
  const mask = new Uint8Array(garden.nodeCount);
  for (let link = 0; link < garden.from.length; link++)
    if (targets[garden.to[link]!] === 1) mask[garden.from[link]!] = 1;
  return mask;
}

function countMask({ of, least, most }: Count, { nodeCount, inDegree, outDegree }: Garden): Uint8Array {
  const mask = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const links = inDegree[node]! + (of === 'links' ? outDegree[node]! : 0);
    if (links >= least && links <= most) mask[node] = 1;
  }
  return mask;
}

function hasMask({ what }: Has, garden: Garden, facts: Facts | null): Uint8Array | Open['lacks'] {
  if (what === 'tag') return noteMask(garden, (note) => garden.noteTags[note]!.length > 0);
  if (facts === null) return 'facts';
  return noteMask(garden, (note) => (facts.has[note]! & HAS[what]) !== 0);
}

/** By the day on which a note was made or, where that is not known, changed last. */
function dateMask({ side, date }: Dated, garden: Garden, facts: Facts | null): Uint8Array | Open['lacks'] {
  if (facts === null) return 'facts';
  const isKnown = (day: number): boolean => day !== NO_DATE;
  if (!facts.created.some(isKnown) && !facts.modified.some(isKnown)) return 'days';
  const limit = firstDay(date)!;
  return noteMask(garden, (note) => {
    const made = facts.created[note]!;
    const day = made === NO_DATE ? facts.modified[note]! : made;
    return day !== NO_DATE && (side === 'after' ? day >= limit : day < limit);
  });
}
