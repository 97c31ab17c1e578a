/** One page a note: its text, outline, and what links here in which sentence. Whole without JavaScript. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { MAIN_ID, notePage } from '../../contract/page.ts';
import { escapeText } from '../common/holes.ts';
import type { Heading, Made, OpeningBlock, ParsedNote } from '../common/types.ts';
import { isFormula, type Insets } from '../insets/insets.ts';
import { readableText } from '../math/readable-tex.ts';
import { titleHeading, type TitleHeading } from '../parse/title-heading.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { fillSlots, hasSlot } from './inset-slots.ts';
import { aroundInputs, aroundSections, aroundTitle, BETWEEN, type PageAround } from './page-around.ts';
import { framePage, type Frame } from './page-frame.ts';
import { ringInputs, ringPicture, type Ring } from './page-picture.ts';
import { pageText, tagAddress, type TextInput } from './page-text.ts';
import { crumbs, neighboursInFolder, trailInputs, type Trail } from './page-trail.ts';
import { sharedPicture } from './shared-picture.ts';

const WORDS_A_MINUTE = 230;
const OUTLINE_FROM = 3;
/** In sanitised HTML, such a bracket begins an element. */
const ASIDE = new RegExp(`<(?:div|details)\\b[^>]* class="(?:callout[ "]|${PAGE_CLASS.embed}")`);

export interface PageInput extends TextInput {
  readonly frame: Frame;
  readonly around: (id: number) => PageAround;
  readonly trail: (id: number) => Trail;
  readonly ring: (id: number) => Ring;
  /** All of them made. */
  readonly insets: Pick<Insets, 'get'>;
}

/** All that `pageInputs` reads: a resolved note is another object where the name of any note has changed. */
export function pageParts(id: number, input: PageInput): unknown[] {
  const { back, out, mentions, related } = input.around(id);
  const sources = [id, ...input.embeds(id).sources];
  return [
    ...[back, out, mentions, related, input.trail(id), input.ring(id), input.baseURL],
    ...sources.flatMap((source) => [input.notes[source], input.files(source)]),
  ];
}

/** All that `derivePage` reads, as a value that can be compared: a page is made again only where it differs. */
export function pageInputs(id: number, input: PageInput): unknown {
  return [
    [id, ...input.embeds(id).sources].map((source) => textInputs(source, input)),
    aroundInputs(input.around(id), input.notes),
    trailInputs(input.trail(id), input.notes),
    ringInputs(input.ring(id), input.notes),
    input.baseURL,
  ];
}

function textInputs(id: number, input: PageInput): unknown {
  const { note, slug, permalink, resolutions } = input.notes[id]!;
  let leads = leadsOf.get(resolutions);
  if (leads === undefined) {
    leads = resolutions.map((found) => {
      if (found.kind !== 'note') return found;
      const to = input.notes[found.to]!;
      return [to.slug, to.permalink, found.anchor];
    });
    leadsOf.set(resolutions, leads);
  }
  return [note.path, note.hash, slug, permalink, leads, input.files(id)];
}

/** A note is resolved anew where a note that it leads to has another slug or permalink. */
const leadsOf = new WeakMap<ResolvedNote['resolutions'], readonly unknown[]>();

/** The HTML of a note's page, at `notes/<slug>/index.html`. Any change of it is a change of the note or its neighbours. */
export function derivePage(id: number, input: PageInput): Made {
  const { note, slug } = input.notes[id]!;
  const root = '../'.repeat(slug.split('/').length + 1);
  const { html, insets, direction } = pageText(id, root, input);
  const hasMath = insets.some(isFormula);
  const { heading, body } = takeTitle(html, note);
  const around = input.around(id);
  const original = originalOf(input.notes[id]!, input.baseURL);
  const trail = input.trail(id);
  const { url } = input.frame;
  const own = url === null ? null : new URL(notePage(slug), url);

  const article = [
    `<article class="${PAGE_CLASS.note}"${direction === null ? '' : ` dir="${direction}"`}>`,
    `<header>${crumbs(trail, root, input.frame.siteTitle, input.notes)}<p class="${PAGE_CLASS.meta}">${meta(input.notes[id]!, around.back.length)}</p>`,
    heading,
    tagList(note.frontMatter.tags, root),
    '</header>',
    outline(note.headings, body),
    `<div class="hm-body">${body}</div>`,
    original === null
      ? ''
      : `<p class="hm-original"><a href="${escapeText(original)}">Read it on the blog</a></p>`,
    ringPicture(input.ring(id), root, input.notes),
    '</article>',
  ];
  const page = framePage(input.frame, {
    title: note.title,
    description: summaryOf(note),
    canonical: original ?? own?.href ?? null,
    picture: own === null ? null : sharedPicture(body, own, url!),
    note: note.frontMatter,
    root,
    styles: [
      ...(hasMath ? [input.frame.app.mathStyle] : []),
      ...(ASIDE.test(body) ? [input.frame.app.asideStyle] : []),
    ],
    fonts: hasMath ? input.frame.app.mathFonts : [],
    main: [
      `<main id="${MAIN_ID}">`,
      ...article.filter((line) => line !== ''),
      ...aroundSections(around, root, input.notes),
      neighboursInFolder(trail, root, input.notes),
      '</main>',
    ].join('\n'),
  });
  return insets.length > 0 ? fillSlots(page, (slot) => input.insets.get(insets[slot]!).html) : page;
}

/** The note's page on the author's blog, or null. */
function originalOf({ permalink }: ResolvedNote, baseURL: string | null): string | null {
  return baseURL === null || permalink === '' ? null : new URL(permalink, baseURL).href;
}

/** A note in a line or two: as its author says, else the beginning of its own text. */
export function summaryOf({ frontMatter, opening = [], sections, references }: ParsedNote): string | null {
  if (frontMatter.description !== null) return frontMatter.description;
  // A line of its own stands for what is embedded there.
  const embedded = new Set(references.flatMap(({ kind, text }) => (kind === 'embed' ? text : [])));
  const begun = excerpt(joined(opening.filter(({ text }) => !embedded.has(text))));
  if (begun !== null) return begun;
  for (const { text } of sections) {
    const own = embedded.size === 0 ? text : ownLines(text, embedded);
    const summary = excerpt(readableText(own));
    if (summary !== null) return summary;
  }
  return null;
}

/** Items of a list that end without a sign of their own are parted by a dot. */
function joined(blocks: readonly OpeningBlock[]): string {
  return blocks.reduce((before, { text, isItem }, index) => {
    const isParted = (isItem || blocks[index - 1]?.isItem) && !/[.:;,!?…。！？：；，、]$/.test(before);
    return before + (before !== '' && isParted ? ' · ' : ' ') + readableText(text);
  }, '');
}

function ownLines(text: string, embedded: ReadonlySet<string>): string {
  return text
    .split('\n')
    .filter((line) => !embedded.has(line))
    .join('\n');
}

/** A note that is named by its first heading shows it once: as the page's title, its id and markup kept. */
function takeTitle(html: string, { title, frontMatter }: ParsedNote): TitleHeading {
  const own = frontMatter.title === null ? titleHeading(html) : null;
  return own ?? { heading: `<h1>${escapeText(title)}</h1>`, body: html };
}

/** In HTML. */
function meta({ note }: ResolvedNote, backlinks: number): string {
  const minutes = Math.max(1, Math.round(note.words / WORDS_A_MINUTE));
  const date = (note.frontMatter.date ?? note.frontMatter.lastmod)?.slice(0, 10);
  const linked = backlinks === 1 ? '1 note links here' : `${backlinks} notes link here`;
  const way = backlinks === 0 ? '' : `<a href="#${aroundTitle(PAGE_CLASS.backlinks)}">${linked}</a>`;
  const when = date === undefined ? '' : `<time>${escapeText(date)}</time>`;
  return [when, `${minutes} min`, way].filter((part) => part !== '').join(BETWEEN);
}

function tagList(tags: readonly string[], root: string): string {
  if (tags.length === 0) return '';
  const items = tags.map((tag) => {
    const href = tagAddress(tag, root);
    return `<li><a class="${PAGE_CLASS.tag}" href="${href}">${escapeText(tag)}</a></li>`;
  });
  return `<ul class="hm-tags" aria-label="Tags">${items.join('')}</ul>`;
}

/** The heading's own markup, but for its formulas, would be too much here. */
const HEADING = /<h([1-6])[^>]* id="([^"]*)"[^>]*>([\s\S]*?)<\/h\1>/g;

function outline(all: readonly Heading[], body: string): string {
  // A site may want no ids of its own.
  const headings = all.filter(({ id }) => id !== '');
  if (headings.length < OUTLINE_FROM) return '';
  const top = headings.reduce((least, { level }) => Math.min(least, level), 6);
  const withFormulas = new Map<string, string>();
  if (hasSlot(body)) {
    for (const [, , id, html] of body.matchAll(HEADING))
      if (hasSlot(html!)) withFormulas.set(id!, html!.replace(/<[^>]*>/g, ''));
  }
  const items = headings.map(({ id, level, text }) => {
    const href = `#${encodeURIComponent(id)}`;
    const label = withFormulas.get(escapeText(id)) ?? escapeText(text);
    return `<li class="hm-level-${Math.min(level - top + 1, 4)}"><a href="${href}">${label}</a></li>`;
  });
  return [
    `<nav class="${PAGE_CLASS.outline}" aria-label="Contents"><details><summary>Contents</summary>`,
    `<ol>${items.join('')}</ol></details></nav>`,
  ].join('');
}

function excerpt(text: string): string | null {
  const flat = text.slice(0, 1_000).replace(/\s+/g, ' ').trim();
  if (flat === '') return null;
  if (flat.length <= 160) return flat;
  const begun = flat.slice(0, Math.max(100, flat.lastIndexOf(' ', 158)));
  return `${begun.replace(/ ·$/, '').toWellFormed()}…`;
}
