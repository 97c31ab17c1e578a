/** What may stand before a colon, and what may stand behind it then. */
import { firstDay, tidyDate } from './dates.ts';
import { nearestOf } from './distance.ts';
import { compilePattern } from './pattern.ts';
import { FEATURES, STATES, type Count, type Term } from './query.ts';

/** In the order in which they are told to a reader. */
export const FIELDS = [
  'title',
  'tag',
  'path',
  'section',
  'link',
  'is',
  'has',
  'before',
  'after',
  'links',
  'backlinks',
] as const;
export type Field = (typeof FIELDS)[number];

/** A value as it stands in the query: a bare word, something in quotation marks, or an expression between slashes. */
export interface Value {
  readonly kind: 'bare' | 'quoted' | 'pattern';
  readonly text: string;
}

/** What is wrong with a value, and perhaps what could stand in its place. */
export interface Objection {
  readonly message: string;
  readonly instead?: string;
}

export const MAX_COUNT = 1_000_000;

export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

/** The term that a value makes under a field, or what is wrong with it. */
export function termOf(field: Field | null, value: Value): Term | Objection {
  if (value.kind === 'pattern') return patternOf(field, value.text);
  const { text } = value;
  switch (field) {
    case null:
    case 'title':
    case 'path':
    case 'section':
      return { kind: 'words', field, text, phrase: value.kind === 'quoted' };
    case 'tag': {
      const tag = text.replace(/^[#\s]+|[/\s]+$/g, '');
      return tag === '' ? { message: 'A tag has a name.' } : { kind: 'tag', tag };
    }
    case 'link':
      return { kind: 'link', note: text.trim() };
    case 'is':
      return named('is', STATES, text) ?? objection('is', STATES, text);
    case 'has':
      return named('has', FEATURES, text) ?? objection('has', FEATURES, text);
    case 'before':
    case 'after':
      if (firstDay(text) !== null) return { kind: 'date', side: field, date: tidyDate(text) };
      return { message: `“${clip(text)}” is no date. Write 2024, 2024-05 or 2024-05-17.` };
    case 'links':
    case 'backlinks':
      return countOf(field, text);
  }
}

function patternOf(field: Field | null, source: string): Term | Objection {
  if (field !== null && field !== 'title' && field !== 'path' && field !== 'tag') {
    return { message: `A regular expression goes with title:, path: and tag:, not with ${field}:.` };
  }
  const compiled = compilePattern(source);
  if (typeof compiled === 'string') return { message: `The regular expression ${compiled}.` };
  return { kind: 'pattern', field, source };
}

/** Other words for what a note is or has. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['formula', 'math'],
  ['tex', 'math'],
  ['image', 'picture'],
  ['figure', 'picture'],
  ['todo', 'task'],
]);

function named(kind: 'is' | 'has', names: readonly string[], text: string): Term | undefined {
  const lower = text.toLowerCase();
  const singular = lower.replace(/s$/, '');
  const found = [lower, singular, SYNONYMS.get(lower), SYNONYMS.get(singular)].find(
    (name) => name !== undefined && names.includes(name),
  );
  return found === undefined ? undefined : ({ kind, what: found } as Term);
}

function objection(kind: 'is' | 'has', names: readonly string[], text: string): Objection {
  const near = nearestOf(text.toLowerCase(), names);
  const known = listed(names.map((name) => `${kind}:${name}`));
  const asked = `I don't know “${kind}:${clip(text)}”`;
  return near === undefined
    ? { message: `${asked}. I know ${known}.` }
    : { message: `${asked}; did you mean “${kind}:${near}”?`, instead: near };
}

const COUNT = /^(?:(>=?|<=?|=)?(\d+)|(\d+)\.\.(\d+))$/;

function countOf(of: Count['of'], text: string): Term | Objection {
  const [all, sign = '=', single = '', from = '', to = ''] = COUNT.exec(text) ?? [];
  if (all === undefined) {
    return {
      message: `“${clip(text)}” is no number of links. Write ${of}:5, ${of}:>5, ${of}:<=5 or ${of}:2..5.`,
    };
  }
  const [one, least, most] = [single, from, to].map((number) => Math.min(MAX_COUNT, Number(number)));
  if (single === '') {
    if (least! > most!) return { message: `No number is ${least} at least and ${most} at most.` };
    return { kind: 'count', of, least: least!, most: most! };
  }
  if (sign === '<' && one === 0) return { message: 'No number of links is below 0.' };
  const range = {
    '=': [one!, one!],
    '>': [Math.min(MAX_COUNT, one! + 1), Infinity],
    '>=': [one!, Infinity],
    '<': [0, one! - 1],
    '<=': [0, one!],
  }[sign]!;
  return { kind: 'count', of, least: range[0]!, most: range[1]! };
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** What was typed, short enough for a message. */
export function clip(text: string): string {
  const letters = [...text];
  return letters.length <= 30 ? text : `${letters.slice(0, 29).join('')}…`;
}
