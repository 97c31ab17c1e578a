/** What the syntax rules of one note share with each other and with the parser, through markdown-it's `env`. */
import { Positions } from '../common/positions.ts';

export interface Formula {
  /** As MathJax would see it. */
  readonly tex: string;
  readonly display: boolean;
  /** UTF-16 offset in the prepared text. */
  readonly offset: number;
}

export interface SeenLink {
  readonly kind: 'wikilink' | 'embed' | 'markdown' | 'permalink';
  readonly argument: string;
  readonly offset: number;
}

export interface RefusedAddress {
  /** In lower case, without its colon. */
  readonly scheme: string;
  readonly offset: number;
}

export interface NoteEnv {
  readonly prefix: string;
  /** The blog's own address, whose pages are notes too. */
  readonly baseURL: string | null;
  /** Of the prepared text. */
  readonly positions: Positions;
  /** How many holes of references are taken before `links`. */
  readonly firstLink: number;
  readonly links: SeenLink[];
  /** Links that no page may have. */
  readonly refused: RefusedAddress[];
  /** Offsets in the prepared text, of comments that are never closed and hide what follows. */
  readonly openComments: number[];
  readonly formulas: Formula[];
  readonly codes: { code: string; language: string }[];
  /** Tags in the text, each time that one stands there. */
  readonly tags: string[];
  /** Of a Logseq graph: names in lower case, and values. */
  readonly properties: (readonly [name: string, value: string])[];
  readonly assets: { argument: string; offset: number }[];
  /** Plain text of the blocks of our own making that have some, by their index. */
  readonly blockTexts: ReadonlyMap<number, string>;
  /** Where all of the text stands, if it is no part of the prepared text. */
  readonly fixedPlace: number | undefined;
  /** A text with the shortcodes that stood in it, for what is shown as it is written. */
  readonly asWritten: (text: string) => string;
  /** Whether quotes and lists nest so deep that some of the text is lost. */
  tooDeep: boolean;
  /** Offset in the prepared text, of a position in the inline text that is being parsed. */
  place: (source: string, position: number) => number;
  /** markdown-it's plugins keep their own here. */
  [plugin: string | number | symbol]: unknown;
}

export function createEnv(given: Partial<NoteEnv> = {}): NoteEnv {
  return {
    prefix: 'HM0000000000000000',
    baseURL: null,
    positions: new Positions(''),
    firstLink: 0,
    links: [],
    refused: [],
    openComments: [],
    formulas: [],
    codes: [],
    tags: [],
    properties: [],
    assets: [],
    blockTexts: new Map(),
    fixedPlace: undefined,
    asWritten: (text) => text,
    tooDeep: false,
    place: () => 0,
    ...given,
  };
}

/** markdown-it hands its environment on without knowing what is in it. */
export function noteEnv(env: unknown): NoteEnv {
  return env as NoteEnv;
}
