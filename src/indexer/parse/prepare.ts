/** Takes shortcodes and names of emoji out of a note's text before Markdown sees it, as Hugo does, and remembers where everything stood. */
import { escapeText, hole } from '../common/holes.ts';
import { lineOptions } from '../syntax/code-lines.ts';
import { NO_EMOJI, scanEmoji, type Emoji } from './emoji.ts';
import { figure, type FigureMakers } from './shortcode-figure.ts';
import { mediaLink } from './shortcode-media.ts';
import { enclosing, formulaOf, languageOf, type Encloses } from './shortcode-enclosed.ts';
import { pairShortcodes } from './shortcode-pairs.ts';
import type { BrokenShortcode, Shortcode } from './shortcode.ts';
import { MAX_SEEN, scanShortcodes } from './shortcode.ts';

export interface PreparedReference {
  readonly kind: 'ref' | 'relref';
  readonly argument: string;
  /** What `lang=` says; '' for the note's own. */
  readonly language: string;
  /** Of a page as readers see it: no feed of it, or the like. */
  readonly isHtml: boolean;
  /** UTF-16 offset in the whole file. */
  readonly offset: number;
}

export interface Caption {
  readonly text: string;
  /** Index in `blocks`. */
  readonly block: number;
  /** UTF-16 offset of the shortcode in the whole file. */
  readonly offset: number;
}

export interface FigureLink {
  readonly href: string;
  /** What it says; '' where that is the caption. */
  readonly words: string;
  /** Index in `blocks`. */
  readonly block: number;
  /** UTF-16 offset of the shortcode in the whole file. */
  readonly offset: number;
}

export interface Prepared {
  /** The note's text with holes; offsets in it are told by `original`. */
  readonly text: string;
  readonly references: readonly PreparedReference[];
  readonly codes: readonly { readonly code: string; readonly language: string }[];
  /** HTML of our own making, all of it escaped, still with holes for addresses. */
  readonly blocks: readonly string[];
  readonly assets: readonly { readonly argument: string; readonly offset: number }[];
  /** Markdown that stands in a block: a figure's caption. */
  readonly captions: readonly Caption[];
  /** Of figures. */
  readonly figureLinks: readonly FigureLink[];
  readonly unknown: readonly Shortcode[];
  readonly broken: readonly BrokenShortcode[];
  /** By hole of a shortcode: the shortcode as it is written. */
  readonly written: ReadonlyMap<string, string>;
  /** Offset in the whole file, of an offset in `text`. */
  readonly original: (offset: number) => number;
}

/** Of a shortcode within lists; what it encloses is as far in. */
const MAX_INDENT = 40;

/** An argument of `ref`, whose names may be in any case. @param name in lower case */
function namedAnyhow({ named, positional }: Shortcode, name: string, position = -1): string {
  const key = [...named.keys()].find((one) => one.toLowerCase() === name);
  return (key === undefined ? positional[position] : named.get(key)) ?? '';
}

function aloneIn(body: string, { role, name, start, end }: Shortcode): BrokenShortcode {
  const seen = body.slice(start, Math.min(end, start + MAX_SEEN));
  return role === 'close'
    ? {
        start,
        seen,
        message: `the shortcode "${name}" is closed here and not open`,
        suggestion: 'Open it, take this away, or escape it to show it; a mark stands in its place.',
      }
    : {
        start,
        seen,
        message: `the shortcode "${name}" is opened here and never closed`,
        suggestion: `Close it with {{< /${name} >}}; until then it encloses nothing.`,
      };
}

function inOrder(shortcodes: readonly Shortcode[], emoji: readonly Emoji[]): readonly (Shortcode | Emoji)[] {
  if (emoji.length === 0) return shortcodes;
  return [...shortcodes, ...emoji].sort((one, other) => one.start - other.start);
}

/** What stands in the place of a shortcode that can't be shown. */
function mark(text: string): string {
  return `<span class="hm-shortcode">${escapeText(text)}</span>`;
}

/** What of a folder's settings is heeded here. */
export interface PrepareSettings {
  /** Of emoji that are named. */
  readonly signs: ReadonlyMap<string, string>;
  /** Whether lines of code in a language have numbers. */
  readonly lineNumbers: boolean;
  /** By a shortcode's name. */
  readonly enclosing: ReadonlyMap<string, Encloses>;
  /** Whether Markdown's escapes are undone in formulas. */
  readonly isEscaped: boolean;
}

const PREPARE_DEFAULTS: PrepareSettings = {
  signs: NO_EMOJI,
  lineNumbers: false,
  enclosing: enclosing(),
  isEscaped: true,
};

/** @param start where the note's text begins in the file, behind its front matter */
export function prepare(
  file: string,
  start: number,
  prefix: string,
  settings: Partial<PrepareSettings> = {},
): Prepared {
  const { signs, lineNumbers, enclosing, isEscaped } = { ...PREPARE_DEFAULTS, ...settings };
  const body = file.slice(start);
  const { shortcodes, broken } = scanShortcodes(body);
  const replaced = inOrder(shortcodes, scanEmoji(body, signs));
  const references: PreparedReference[] = [];
  const codes: { code: string; language: string }[] = [];
  const blocks: string[] = [];
  const assets: { argument: string; offset: number }[] = [];
  const captions: Caption[] = [];
  const figureLinks: FigureLink[] = [];
  const unknown: Shortcode[] = [];

  const block = (html: string): string => hole(prefix, 'b', blocks.push(html) - 1);
  const makersAt = (offset: number): FigureMakers => ({
    asset: (argument) => hole(prefix, 'a', assets.push({ argument, offset }) - 1),
    caption: (text) => hole(prefix, 't', captions.push({ text, block: blocks.length, offset }) - 1),
    link: (href, words) =>
      hole(prefix, 'l', figureLinks.push({ href, words, block: blocks.length, offset }) - 1),
  });

  const { closes, alone } = pairShortcodes(shortcodes, enclosing);
  /** Where what a shortcode encloses ends, and where it ends itself. It encloses nothing where it is never closed. */
  const enclosed = (code: Shortcode): { until: number; end: number } => {
    const close = closes.get(code);
    return { until: close?.start ?? code.end, end: close?.end ?? code.end };
  };
  const asCode = (found: Shortcode | Emoji): string => {
    if ('sign' in found) return found.sign;
    return found.role === 'comment' ? found.shown : body.slice(found.start, found.end);
  };
  /** Code between two places. Calls that aren't escaped stay as they are. @param next index in `replaced` */
  const codeBetween = (from: number, until: number, next: number): string => {
    let inner = '';
    let last = from;
    for (let found = replaced[next]; found !== undefined && found.start < until; found = replaced[++next]) {
      if (found.start < last) continue;
      inner += body.slice(last, found.start) + asCode(found);
      last = found.end;
    }
    return inner + body.slice(last, until);
  };

  /** Whether a shortcode is called before a place. @param next index in `replaced` */
  const callsBetween = (until: number, next: number): boolean => {
    for (let found = replaced[next]; found !== undefined && found.start < until; found = replaced[++next])
      if (!('sign' in found) && found.role !== 'comment') return true;
    return false;
  };

  const asBlock = (
    code: Shortcode,
    index: number,
    language: string,
    options: string,
  ): { text: string; end: number } => {
    const { until, end } = enclosed(code);
    const inner = codeBetween(code.end, until, index + 1);
    const indent = /(?:^|\n)([ \t]*)$/.exec(
      body.slice(Math.max(0, code.start - MAX_INDENT), code.start),
    )?.[1];
    const written = indent ? inner.replaceAll(`\n${indent}`, '\n') : inner;
    codes.push({
      code: written.replace(/^\n/, '').trimEnd(),
      language: language + lineOptions(options, lineNumbers && language !== ''),
    });
    return { text: hole(prefix, 'c', codes.length - 1), end };
  };

  const replace = (code: Shortcode, index: number): { text: string; end: number } => {
    const { name, end } = code;
    if (code.role === 'comment') return { text: code.shown, end };
    if (code.role === 'nameless') return { text: block(mark(code.shown || 'shortcode')), end };
    if (code.role === 'close' && alone.has(code)) return { text: block(mark(`/${name}`)), end };
    if (code.role === 'close') return { text: name === 'details' ? '\n\n</details>\n' : '', end };
    const argument = (key: string, position: number): string =>
      code.named.get(key) ?? code.positional[position] ?? '';

    if (name === 'relref' || name === 'ref') {
      const given = (key: string, position?: number): string => namedAnyhow(code, key, position);
      references.push({
        kind: name,
        argument: given('path', 0),
        language: given('lang'),
        isHtml: /^(?:html)?$/i.test(given('outputformat', 1)),
        offset: start + code.start,
      });
      return { text: hole(prefix, 'r', references.length - 1), end };
    }
    if (name === 'figure') return { text: block(figure(code, makersAt(start + code.start))), end };
    if (name === 'highlight') return asBlock(code, index, argument('lang', 0), argument('options', 1));
    // Our own, for the blog: here the map stands beside the note.
    if (name === 'hearth-map') return { text: '', end };
    // Hugo shows nothing of it.
    if (name === 'comment') return { text: '', end: enclosed(code).end };
    if (name === 'details') {
      const summary = escapeText(argument('summary', 0) || 'Details');
      const open = argument('open', 1) === 'true' ? ' open' : '';
      const rest = alone.has(code) ? '</details>\n\n' : '';
      return { text: `<details${open}><summary>${summary}</summary>\n\n${rest}`, end };
    }
    const media = mediaLink(code);
    if (media !== null) return { text: block(media), end };
    const kind = closes.has(code) ? enclosing.get(name) : undefined;
    if (kind === 'code') return asBlock(code, index, languageOf(code), '');
    if (kind === 'math') {
      const { until, end: last } = enclosed(code);
      const formula = callsBetween(until, index + 1)
        ? null
        : formulaOf(code, codeBetween(end, until, index + 1), isEscaped);
      // What isn't one formula is read as all else is.
      return formula === null ? { text: '', end } : { text: formula, end: last };
    }
    unknown.push(code);
    return { text: block(mark(name)), end };
  };

  const written = new Map<string, string>();
  let text = '';
  let last = 0;
  const pieces: { at: number; from: number }[] = [{ at: 0, from: start }];
  for (const [index, found] of replaced.entries()) {
    // Within what is replaced already, such as a shortcode's arguments.
    if (found.start < last) continue;
    text += body.slice(last, found.start);
    pieces.push({ at: text.length, from: start + found.start });
    const { text: replacement, end } =
      'sign' in found ? { ...found, text: found.sign } : replace(found, index);
    text += replacement;
    if (replacement.includes(prefix)) written.set(replacement.trim(), body.slice(found.start, end));
    pieces.push({ at: text.length, from: start + end });
    last = end;
  }
  text += body.slice(last);

  const original = (offset: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    const { at, from } = pieces[low]!;
    // Inside a replacement every offset stands for the shortcode's beginning.
    const limit = pieces[low + 1]?.from ?? Infinity;
    return low % 2 === 1 ? from : Math.min(from + offset - at, limit);
  };

  const faults = [...broken, ...[...alone].map((code) => aloneIn(body, code))];
  const moved = faults.map((entry) => ({ ...entry, start: entry.start + start }));
  const unknownMoved = unknown.map((code) => ({ ...code, start: code.start + start }));
  return {
    text,
    references,
    codes,
    blocks,
    assets,
    captions,
    figureLinks,
    unknown: unknownMoved,
    broken: moved,
    written,
    original,
  };
}
