/** What a query says, apart from how it was written. Names of fields are in `fields.ts`. */

export type Query = All | And | Or | Not | Term;

/** Nothing is asked: everything fits. It stands alone, never inside of another. */
export interface All {
  readonly kind: 'all';
}
/** Two at least, none of them of the same kind. */
export interface And {
  readonly kind: 'and';
  readonly of: readonly Query[];
}
export interface Or {
  readonly kind: 'or';
  readonly of: readonly Query[];
}
/** Never of a `not`. */
export interface Not {
  readonly kind: 'not';
  readonly of: Query;
}

export type Term = Words | Pattern | Tag | LinkTo | Is | Has | Dated | Count;

/** Words to be found: in any text, or in titles, paths or headings only. A phrase is found as it stands. */
export interface Words {
  readonly kind: 'words';
  readonly field: 'title' | 'path' | 'section' | null;
  readonly text: string;
  readonly phrase: boolean;
}
/** A regular expression that `compilePattern` takes. */
export interface Pattern {
  readonly kind: 'pattern';
  /** Null looks into titles and paths. */
  readonly field: 'title' | 'path' | 'tag' | null;
  readonly source: string;
}
/** Notes with this tag or one below it. */
export interface Tag {
  readonly kind: 'tag';
  readonly tag: string;
}
/** Notes that link to the note of this name. */
export interface LinkTo {
  readonly kind: 'link';
  readonly note: string;
}
export interface Is {
  readonly kind: 'is';
  readonly what: State;
}
export interface Has {
  readonly kind: 'has';
  readonly what: Feature;
}
/** `after` takes in the first day of what is named, `before` stops short of it: together they are a span without a gap. */
export interface Dated {
  readonly kind: 'date';
  readonly side: 'after' | 'before';
  /** `2024`, `2024-05` or `2024-05-17`. */
  readonly date: string;
}
/** Nodes with so many links; `most` may be Infinity. */
export interface Count {
  readonly kind: 'count';
  /** In and out, or in only. */
  readonly of: 'links' | 'backlinks';
  readonly least: number;
  readonly most: number;
}

export const STATES = ['orphan', 'ghost'] as const;
export type State = (typeof STATES)[number];

export const FEATURES = ['math', 'code', 'picture', 'table', 'task', 'footnote', 'tag'] as const;
export type Feature = (typeof FEATURES)[number];

/** Something in a query that can't be meant so. Offsets are UTF-16 units of what was typed. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  /** In words, for the reader. */
  readonly message: string;
  /** What could stand from `from` to `to` instead. */
  readonly instead?: string;
}

export const ALL: All = { kind: 'all' };

/** Joins parts into the one form that an `and` of them has. */
export function allOf(parts: readonly Query[]): Query {
  return joined('and', parts);
}

export function anyOf(parts: readonly Query[]): Query {
  return joined('or', parts);
}

export function notThis(query: Query): Query {
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : part.kind === 'all' ? [] : [part]));
  return of.length < 2 ? (of[0] ?? ALL) : { kind, of };
}

/** Every term of a query, in its order. */
export function termsOf(query: Query): Term[] {
  if (query.kind === 'all') return [];
  if (query.kind === 'not') return termsOf(query.of);
  return query.kind === 'and' || query.kind === 'or' ? query.of.flatMap(termsOf) : [query];
}

/** The terms of a query that a note may have: those that it must not have aside. */
export function wantedTermsOf(query: Query): Term[] {
  if (query.kind === 'all' || query.kind === 'not') return [];
  return query.kind === 'and' || query.kind === 'or' ? query.of.flatMap(wantedTermsOf) : [query];
}
