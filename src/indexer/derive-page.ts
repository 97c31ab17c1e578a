/** One page a note: its text, outline, and what links here in which sentence. Whole without JavaScript. */
import { MAIN_ID, notePage, PAGE_CLASS } from '../contract/page.ts';
import { fillAddresses, type Address, type Addresses } from './address.ts';
import type { AssetAnswer } from './assets.ts';
import { fillSlots, openSlots } from './formula-slots.ts';
import { formulaKey, type Formulas } from './formulas.ts';
import { keyOf } from './key-of.ts';
import { noteName } from './permalink.ts';
import type { ResolvedNote } from './derive-graph.ts';
import { escapeText } from './holes.ts';
import { framePage, type Frame } from './page-frame.ts';
import type { Resolution } from './resolve.ts';
import type { Heading, ParsedNote } from './types.ts';

const WORDS_A_MINUTE = 230;
const MAX_SENTENCES = 3;
const OUTLINE_FROM = 3;

/** A note that links here, with the places where it does. */
export interface Backlink {
  readonly from: number;
  readonly references: readonly { readonly sentence: string; readonly at: number; readonly text: string }[];
}

export interface PageInput {
  readonly frame: Frame;
  readonly notes: readonly ResolvedNote[];
  /** By note: most links first. */
  readonly backlinks: readonly (readonly Backlink[])[];
  /** By note: one answer for each of its assets, in their order. */
  readonly assets: (id: number) => readonly AssetAnswer[];
  /** All of them set. */
  readonly formulas: Pick<Formulas, 'get'>;
  readonly contentAddress: (path: string) => string | null;
  readonly baseURL: string | null;
}

/** Finds for each note the others that link to it. */
export function findBacklinks(notes: readonly ResolvedNote[]): Backlink[][] {
  const found = notes.map((): Backlink[] => []);
  notes.forEach((resolved, from) => {
    for (const [to, { references }] of mentionsOf(resolved)) {
      if (to !== from) found[to]!.push({ from, references });
    }
  });
  for (const list of found) list.sort((a, b) => b.references.length - a.references.length || a.from - b.from);
  return found;
}

interface Mention {
  readonly references: Backlink['references'][number][];
  /** Differs where the references do. */
  readonly key: string;
}

const mentions = new WeakMap<readonly Resolution[], ReadonlyMap<number, Mention>>();

/** By note that it names: what a note says. A note whose links lead elsewhere, or whose text differs, has other resolutions. */
function mentionsOf({ note, resolutions }: ResolvedNote): ReadonlyMap<number, Mention> {
  const known = mentions.get(resolutions);
  if (known !== undefined) return known;
  const found = new Map<number, Backlink['references'][number][]>();
  resolutions.forEach((resolution, index) => {
    if (resolution.kind !== 'note') return;
    const { sentence, at, text } = note.references[index]!;
    const list = found.get(resolution.to);
    if (list === undefined) found.set(resolution.to, [{ sentence, at, text }]);
    else list.push({ sentence, at, text });
  });
  const keyed = Array.from(
    found,
    ([to, references]) => [to, { references, key: keyOf(references) }] as const,
  );
  const result = new Map(keyed);
  mentions.set(resolutions, result);
  return result;
}

/** All that `derivePage` reads, as a value that can be compared: a page is made again only where it differs. */
export function pageInputs(id: number, input: PageInput): unknown {
  const { note, permalink, resolutions } = input.notes[id]!;
  return [
    note.path,
    note.hash,
    permalink,
    resolutions.map((found) => (found.kind === 'note' ? [input.notes[found.to]!.slug, found.anchor] : found)),
    input.backlinks[id]!.map(({ from }) => {
      const { slug, note: own } = input.notes[from]!;
      return [slug, own.title, mentionsOf(input.notes[from]!).get(id)!.key];
    }),
    input.assets(id),
    input.baseURL,
  ];
}

/** The HTML of a note's page, at `notes/<slug>/index.html`. Any change of it is a change of the note or its neighbours. */
export function derivePage(id: number, input: PageInput): string | Uint8Array {
  const { note, slug, permalink } = input.notes[id]!;
  const root = '../'.repeat(slug.split('/').length + 1);
  const addressed = fillAddresses(note.html, note.hole, addressesOf(id, root, input));
  const filled = note.formulas.length > 0 ? openSlots(addressed, note.hole) : addressed;
  const { heading, body } = takeTitle(filled, note);
  const backlinks = input.backlinks[id]!;
  const published = input.baseURL !== null && permalink !== '';
  const original = published ? new URL(permalink, input.baseURL!).href : null;

  const article = [
    `<article class="${PAGE_CLASS.note}">`,
    `<header><p class="${PAGE_CLASS.meta}">${escapeText(meta(input.notes[id]!, backlinks.length))}</p>`,
    heading,
    tagList(note.frontMatter.tags, root),
    '</header>',
    outline(note.headings),
    `<div class="hm-body">${body}</div>`,
    original === null
      ? ''
      : `<p class="hm-original"><a href="${escapeText(original)}">Read it on the blog</a></p>`,
    '</article>',
  ];
  const page = framePage(input.frame, {
    title: note.title,
    description: note.frontMatter.description ?? excerpt(note.sections[0]?.text ?? ''),
    canonical: original,
    root,
    math: note.formulas.length > 0,
    main: [
      `<main id="${MAIN_ID}">`,
      ...article.filter((line) => line !== ''),
      backlinkSection(backlinks, root, input.notes),
      '</main>',
    ].join('\n'),
  });
  return note.formulas.length > 0
    ? fillSlots(page, (index) => input.formulas.get(formulaKey(note.formulas[index]!)).html)
    : page;
}

/** A note that is named by its first heading shows it once: as the page's title, its id and markup kept. */
function takeTitle(html: string, note: ParsedNote): { heading: string; body: string } {
  const first = note.frontMatter.title === null ? /^\s*(<h1[ >][\s\S]*?<\/h1>)/.exec(html) : null;
  if (first === null) return { heading: `<h1>${escapeText(note.title)}</h1>`, body: html };
  return { heading: first[1]!, body: html.slice(first[0].length) };
}

function addressesOf(id: number, root: string, input: PageInput): Addresses {
  const { note, resolutions } = input.notes[id]!;
  const assets = input.assets(id);
  return {
    reference: (index): Address => {
      const resolution = resolutions[index]!;
      const { argument, kind } = note.references[index]!;
      const hash = (anchor: string | null): string =>
        anchor === null ? '' : `#${encodeURIComponent(anchor)}`;
      switch (resolution.kind) {
        case 'note':
          return {
            kind: 'note',
            href: root + notePage(input.notes[resolution.to]!.slug) + hash(resolution.anchor),
          };
        case 'ghost':
          return { kind: 'ghost', href: `${root}?ghost=${encodeURIComponent(resolution.name)}` };
        case 'page': {
          const own = resolution.target + hash(resolution.anchor);
          return input.baseURL === null
            ? { kind: 'plain', href: root }
            : { kind: 'external', href: new URL(own, input.baseURL).href };
        }
        case 'asset': {
          const address = input.contentAddress(resolution.path);
          if (address === null) return { kind: 'missing', label: argument };
          return { kind: kind === 'embed' ? 'picture' : 'file', href: root + encodePath(address) };
        }
        default:
          return elsewhere(argument, kind, input);
      }
    },
    asset: (index): Address => {
      const answer = assets[index]!;
      return answer.kind === 'file'
        ? { kind: 'file', href: root + encodePath(answer.address) }
        : { kind: 'missing', label: note.assets[index]!.argument.split('/').at(-1)! };
    },
  };
}

/** An address in the blog that is no note: a link to the blog, where we know the blog. */
function elsewhere(argument: string, kind: string, input: PageInput): Address {
  if (kind !== 'permalink') return { kind: 'missing', label: argument };
  if (/^https?:/i.test(argument)) return { kind: 'external', href: argument };
  if (input.baseURL === null || !argument.startsWith('/'))
    return { kind: 'plain', href: encodePath(argument) };
  return { kind: 'external', href: new URL(encodePath(argument), input.baseURL).href };
}

function encodePath(address: string): string {
  return encodeURI(address).replaceAll('#', '%23').replaceAll('?', '%3F');
}

function meta({ note }: ResolvedNote, backlinks: number): string {
  const { folder } = noteName(note.path);
  const minutes = Math.max(1, Math.round(note.words / WORDS_A_MINUTE));
  const date = (note.frontMatter.date ?? note.frontMatter.lastmod)?.slice(0, 10);
  const linked = backlinks === 1 ? '1 note links here' : backlinks > 1 ? `${backlinks} notes link here` : '';
  return [folder, date ?? '', `${minutes} min`, linked].filter((part) => part !== '').join(' · ');
}

function tagList(tags: readonly string[], root: string): string {
  if (tags.length === 0) return '';
  const items = tags.map((tag) => {
    const query = encodeURIComponent(tag);
    return `<li><a class="${PAGE_CLASS.tag}" href="${root}?q=${query}">${escapeText(tag)}</a></li>`;
  });
  return `<ul class="hm-tags" aria-label="Tags">${items.join('')}</ul>`;
}

function outline(headings: readonly Heading[]): string {
  if (headings.length < OUTLINE_FROM) return '';
  const top = headings.reduce((least, { level }) => Math.min(least, level), 6);
  const items = headings.map(({ id, level, text }) => {
    const href = `#${encodeURIComponent(id)}`;
    return `<li class="hm-level-${Math.min(level - top + 1, 4)}"><a href="${href}">${escapeText(text)}</a></li>`;
  });
  return [
    `<nav class="${PAGE_CLASS.outline}" aria-label="Contents"><details><summary>Contents</summary>`,
    `<ol>${items.join('')}</ol></details></nav>`,
  ].join('');
}

function backlinkSection(
  backlinks: readonly Backlink[],
  root: string,
  notes: readonly ResolvedNote[],
): string {
  if (backlinks.length === 0) return '';
  const title = backlinks.length === 1 ? 'Linked from 1 note' : `Linked from ${backlinks.length} notes`;
  const items = backlinks.map(({ from, references }) => {
    const { note, slug } = notes[from]!;
    const bySentence = new Map<string, Backlink['references'][number]>();
    for (const reference of references) {
      const { sentence } = reference;
      if (sentence !== '' && !bySentence.has(sentence)) bySentence.set(sentence, reference);
    }
    const told = [...bySentence.values()].slice(0, MAX_SENTENCES);
    const sentences = told.map((reference) => `<p>${markLink(reference)}</p>`);
    const link = `<a class="${PAGE_CLASS.link}" href="${root}${notePage(slug)}">${escapeText(note.title)}</a>`;
    return `<li>${link}${sentences.join('')}</li>`;
  });
  return [
    `<section class="${PAGE_CLASS.backlinks}" aria-labelledby="hm-backlinks-title">`,
    `<h2 id="hm-backlinks-title">${title}</h2>`,
    `<ul>\n${items.join('\n')}\n</ul>`,
    '</section>',
  ].join('\n');
}

function markLink({ sentence, at, text }: Backlink['references'][number]): string {
  if (text === '' || at < 0) return escapeText(sentence);
  const end = at + text.length;
  const marked = `<mark class="${PAGE_CLASS.mark}">${escapeText(sentence.slice(at, end))}</mark>`;
  return escapeText(sentence.slice(0, at)) + marked + escapeText(sentence.slice(end));
}

function excerpt(text: string): string | null {
  const flat = text.slice(0, 1_000).replace(/\s+/g, ' ').trim();
  if (flat === '') return null;
  if (flat.length <= 160) return flat;
  return `${flat.slice(0, Math.max(100, flat.lastIndexOf(' ', 158))).toWellFormed()}…`;
}
