/**
 * Walks a note's tokens once: what links where, in which sentence, and the plain text by section, in which formulas are marked.
 */
import { decodeHTML } from 'entities';
import type { Token } from 'markdown-it';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText, hole, holesIn, replaceHoles, withoutHoles } from '../common/holes.ts';
import { placeOf } from '../common/place-of.ts';
import { sentenceAround, type Sentence } from '../common/sentence.ts';
import type { Heading, OpeningBlock, ParsedNote } from '../common/types.ts';
import { FORMULA_MARK, readableAround, readableText, withoutMarks } from '../math/readable-tex.ts';
import { EXTERNAL_REL } from '../sanitise/sanitise-rules.ts';
import type { Formula, NoteEnv } from '../syntax/env.ts';
import { unknownScheme } from '../syntax/refused-address.ts';
import { anchorTag, htmlPieces, isShown } from './html-anchors.ts';
import { Opening } from './opening.ts';

export interface Collected {
  readonly headings: readonly Heading[];
  readonly sections: ParsedNote['sections'];
  /** How the note begins, where the sections' texts don't say it. */
  readonly opening: readonly OpeningBlock[] | null;
  /** By index of reference. */
  readonly contexts: ReadonlyMap<number, Sentence>;
  /** References that Hugo never runs: they stand in the info string of a fence. */
  readonly neverRun: ReadonlySet<number>;
  /** Whether any of it is HTML that the author wrote, such comments as exporters write aside. */
  readonly hasHtml: boolean;
  /** The greatest number of elements open at once, those within the author's HTML aside. */
  readonly depth: number;
}

interface Collecting {
  readonly env: NoteEnv;
  readonly contexts: Map<number, Sentence>;
  /** Footnotes that the text before refers to, by number. */
  readonly cited: Set<number>;
  hasHtml: boolean;
  depth: number;
}

/** Reads the tokens, and puts holes for addresses into their links and pictures. */
export function collect(tokens: readonly Token[], env: NoteEnv): Collected {
  const headings: Heading[] = [];
  const sections: { id: string; heading: string; text: string }[] = [{ id: '', heading: '', text: '' }];
  const neverRun = new Set<number>();
  const collecting: Collecting = { env, contexts: new Map(), cited: new Set(), hasHtml: false, depth: 0 };

  const opening = new Opening(env.prefix);

  /** A footnote stands at the note's end and belongs where it is referred to. */
  const sectionOf = new Map<number, (typeof sections)[number]>();
  let footnote: number | null = null;

  tokens.forEach((token, index) => {
    const section = (footnote === null ? undefined : sectionOf.get(footnote)) ?? sections.at(-1)!;
    if (token.type === 'footnote_open') footnote = (token.meta as { id: number }).id;
    else if (token.type === 'footnote_close') footnote = null;
    collecting.depth = Math.max(collecting.depth, token.level + 1);
    let shown = '';
    if (token.type === 'inline') {
      const text = inlineText(token, collecting);
      const open = tokens[index - 1];
      if (open?.type === 'heading_open') {
        const id = String(open.attrGet('id') ?? '');
        const heading = readableText(text);
        const written = /\[\[|[$\\_*]/.test(token.content) ? { written: token.content } : {};
        headings.push({ level: Number(open.tag.slice(1)), id, text: heading, ...written });
        sections.push({ id, heading, text: '' });
      } else {
        shown = text;
        section.text += section.text === '' ? text : `\n${text}`;
      }
      for (const id of collecting.cited) if (!sectionOf.has(id)) sectionOf.set(id, sections.at(-1)!);
      collecting.cited.clear();
    } else if (token.type === 'fence' || token.type === 'code_block') {
      shown = withoutMarks(withoutHoles(token.content, env.prefix));
      section.text += `\n${shown}`;
      for (const reference of referencesIn(token.info, env.prefix)) neverRun.add(reference);
    } else if (token.type === 'html_block' && !/^<!--[\w-]*-->\s*$/.test(token.content)) {
      collecting.hasHtml = true;
      shown = htmlText(token, collecting);
      if (shown !== '') section.text += section.text === '' ? shown : `\n${shown}`;
    }
    if (!opening.isFull) opening.see(token, shown);
  });
  const { contexts, hasHtml, depth } = collecting;
  return { headings, sections, opening: opening.blocks(), contexts, neverRun, hasHtml, depth };
}

/** Most texts have none. */
const MORE_THAN_SPACES = /[^\S ]| {2}/;

function inlineText({ level, children }: Token, collecting: Collecting): string {
  const { env, contexts } = collecting;
  let text = '';
  const open: Open[] = [];
  const openAnchors: Open[] = [];
  const spans: Span[] = [];
  const inTags: Span[] = [];

  for (const token of children ?? []) {
    collecting.depth = Math.max(collecting.depth, level + token.level + 1);
    if (token.type === 'link_open') {
      open.push({ reference: addressLink(token, env), start: text.length });
    } else if (token.type === 'link_close') {
      const link = open.pop();
      if (link !== undefined && link.reference >= 0) spans.push({ ...link, end: text.length });
    } else if (token.type === 'image') {
      addressImage(token, env);
      text += plainText(withoutMarks(token.content), env);
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      text += ' ';
    } else if (token.type === 'footnote_ref') {
      collecting.cited.add((token.meta as { id: number }).id);
    } else if (token.type === 'math') {
      const { tex, display } = token.meta as Pick<Formula, 'tex' | 'display'>;
      const formula = FORMULA_MARK + withoutMarks(tex).trim() + FORMULA_MARK;
      text += display ? ` ${formula} ` : formula;
    } else {
      const own = token.type === 'html_inline' ? inTags : spans;
      for (const reference of referencesIn(token.content, env.prefix)) {
        own.push({ reference, start: text.length, end: text.length });
      }
      if (token.type === 'html_inline') {
        collecting.hasHtml = true;
        const offset = (token.meta as { offset?: number } | null)?.offset;
        token.content = readTag(token.content, () => offset, { env, openAnchors, spans, at: text.length });
      } else {
        text += plainText(withoutMarks(token.content), env);
      }
    }
  }
  keepContexts(text, [...spans, ...inTags], contexts);
  return (MORE_THAN_SPACES.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

interface Open {
  readonly reference: number;
  readonly start: number;
}

interface Span extends Open {
  readonly end: number;
}

function keepContexts(text: string, spans: readonly Span[], contexts: Map<number, Sentence>): void {
  for (const { reference, start, end } of spans) {
    if (contexts.has(reference)) continue;
    const said = readableAround(text, start, end);
    contexts.set(reference, sentenceAround(said.text, said.start, said.end));
  }
}

/** The text of a block of the author's HTML, whose links get holes. */
function htmlText(token: Token, { env, contexts }: Collecting): string {
  const openAnchors: Open[] = [];
  const spans: Span[] = [];
  const inTags: Span[] = [];
  const offsetOf = placesInBlock(token, env);
  let text = '';
  let html = '';
  for (const { tag, source, at } of htmlPieces(token.content)) {
    const own = tag ? inTags : spans;
    for (const reference of isShown(source) ? referencesIn(source, env.prefix) : []) {
      own.push({ reference, start: text.length, end: text.length });
    }
    if (tag) {
      html += readTag(source, () => offsetOf(at, source), { env, openAnchors, spans, at: text.length });
    } else {
      html += source;
      text += plainText(withoutMarks(decodeHTML(source)), env).replace(/\s+/g, ' ');
    }
  }
  token.content = html;
  keepContexts(text, [...spans, ...inTags], contexts);
  return text.trim();
}

/**
 * Says where a piece of a block of HTML stands: the lines of a block in a list or quote are cut. Asked in the order of the
 * pieces: a table may have ten thousand of them, and its lines are counted once.
 */
function placesInBlock(
  { content, map }: Token,
  { positions, fixedPlace }: NoteEnv,
): (at: number, source: string) => number {
  let line = map?.[0] ?? 0;
  let start = 0;
  let end = content.indexOf('\n');
  return (at, source) => {
    if (fixedPlace !== undefined) return fixedPlace;
    for (; end >= 0 && end < at; end = content.indexOf('\n', start)) {
      start = end + 1;
      line++;
    }
    const column = at - start;
    const found = positions.textOf(line).indexOf(source.split('\n', 1)[0]!, column);
    return positions.startOf(line) + (found < 0 ? column : found);
  };
}

interface Reading {
  readonly env: NoteEnv;
  readonly openAnchors: Open[];
  readonly spans: Span[];
  /** How much text there is before. */
  readonly at: number;
}

/** A tag of the author's HTML, with a hole in it where it is a link to a note or file. @param offsetOf tells where it stands */
function readTag(
  source: string,
  offsetOf: () => number | undefined,
  { env, openAnchors, spans, at }: Reading,
): string {
  const tag = anchorTag(source);
  if (tag === null) return source;
  if (tag.kind === 'close') {
    const link = openAnchors.pop();
    if (link !== undefined && link.reference >= 0) spans.push({ ...link, end: at });
    return source;
  }
  const offset = offsetOf();
  const refused = unknownScheme(tag.href);
  if (refused !== null && offset !== undefined) env.refused.push({ scheme: refused, offset });
  // Upwards, to what is no note, goes who knows where the page lies: in another site than that of the notes' own files.
  const isOwn = !tag.href.startsWith('../') || addressKind(tag.href, env.baseURL) !== 'asset';
  const { reference, address } = isOwn ? addressOf(tag.href, offset, env) : { reference: -1, address: null };
  openAnchors.push({ reference, start: at });
  return address === null ? source : tag.to(address);
}

/** Indices of the references whose holes a text has. */
function referencesIn(text: string, prefix: string): number[] {
  const found: number[] = [];
  for (const { kind, index } of holesIn(text, prefix)) if (kind === 'r') found.push(index);
  return found;
}

/** A block of our own gives its caption, and a shortcode its code; other holes give nothing. */
function plainText(content: string, { prefix, blockTexts, codes }: NoteEnv): string {
  return replaceHoles(content, prefix, ({ kind, index }) => {
    if (kind === 'b') return blockTexts.get(index) ?? '';
    return kind === 'c' ? withoutMarks(withoutHoles(codes[index]!.code, prefix)) : '';
  });
}

/** Index of the reference that a link is, or -1; a link that may be one gets a hole for its address. */
function addressLink(token: Token, env: NoteEnv): number {
  const offset = (token.meta as { offset?: number } | null)?.offset;
  const { reference, address } = addressOf(String(token.attrGet('href') ?? ''), offset, env);
  if (address !== null) token.attrSet('href', address);
  return reference;
}

/** The tag that opens a link of our own making, as the author's are: with a hole where it leads to a note or file. */
export function linkTag(written: string, offset: number, env: NoteEnv): { tag: string; reference: number } {
  const { href, kind } = placeOf(written);
  const refused = unknownScheme(href);
  if (refused !== null) {
    env.refused.push({ scheme: refused, offset });
    return { reference: -1, tag: '<a>' };
  }
  const { reference, address } = addressOf(href, offset, env);
  if (address !== null) return { reference, tag: `<a href="${address}">` };
  const start = kind === 'host' ? `<a class="${PAGE_CLASS.external}" rel="${EXTERNAL_REL}"` : '<a';
  return { reference, tag: `${start} href="${escapeText(href)}">` };
}

/** Index of the reference that an address makes, or -1, and the hole that takes its place, or null where it stays. */
function addressOf(
  href: string,
  offset: number | undefined,
  env: NoteEnv,
): { reference: number; address: string | null } {
  if (href.includes(env.prefix)) return { reference: referencesIn(href, env.prefix)[0] ?? -1, address: null };
  const kind = addressKind(href, env.baseURL);
  if (kind === 'other' || offset === undefined) return { reference: -1, address: null };
  const argument = decoded(href);
  if (kind === 'asset') {
    return { reference: -1, address: hole(env.prefix, 'a', env.assets.push({ argument, offset }) - 1) };
  }
  const reference = env.firstLink + env.links.push({ kind, argument, offset }) - 1;
  return { reference, address: hole(env.prefix, 'r', reference) };
}

function addressImage(token: Token, env: NoteEnv): void {
  const source = String(token.attrGet('src') ?? '');
  const offset = (token.meta as { offset?: number } | null)?.offset ?? 0;
  token.attrSet('loading', 'lazy');
  if (source === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source) || source.includes(env.prefix)) return;
  const argument = decoded(source);
  token.attrSet('src', hole(env.prefix, 'a', env.assets.push({ argument, offset }) - 1));
}

/** Files of a blog that Hugo makes beside its pages: feeds, lists in other formats, and what machines ask for. */
const MADE_FILE = /^\/(?:[^]*\/)?(?:index\.(?:xml|json|txt|ics)|sitemap\.xml|robots\.txt)$/i;

function addressKind(href: string, baseURL: string | null): 'markdown' | 'permalink' | 'asset' | 'other' {
  // Browsers take these two for the page's top.
  if (href === '' || /^#(top)?$/i.test(href)) return 'other';
  if (href.startsWith('#')) return 'markdown';
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) {
    return baseURL !== null && isWithin(href, baseURL) ? 'permalink' : 'other';
  }
  const path = href.replace(/[?#].*$/, '');
  if (/\.(md|markdown)$/i.test(path)) return 'markdown';
  if (baseURL !== null && MADE_FILE.test(path)) return 'permalink';
  return /\.(?!html?$)\w{1,5}$/i.test(path) ? 'asset' : 'permalink';
}

/** Not so "https://ex.organic/" within "https://ex.org". */
function isWithin(href: string, baseURL: string): boolean {
  const base = baseURL.replace(/\/+$/, '');
  return href.startsWith(base) && /^([/?#]|$)/.test(href.slice(base.length));
}

function decoded(address: string): string {
  try {
    return decodeURI(address).toWellFormed();
  } catch {
    return address;
  }
}
