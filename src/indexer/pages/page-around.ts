/** What stands below a note's text: who links here, where it leads, who says its name without a link, and what is like it. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { notePage } from '../../contract/page.ts';
import { escapeText } from '../common/holes.ts';
import type { NamedAt, Neighbour } from '../derive/backlinks.ts';
import type { Mentions } from '../derive/derive-mentions.ts';
import type { Related } from '../derive/derive-related.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';

/** Sentences that are told of each note. */
const MOST_SENTENCES = 3;
/** Between short facts in a row: where the row breaks, it ends a line, and begins none. */
export const BETWEEN = '\u00a0· ';

export interface PageAround {
  readonly back: readonly Neighbour[];
  readonly out: readonly Neighbour[];
  readonly mentions: Mentions;
  readonly related: readonly Related[];
}

/** All that `aroundSections` reads, as a value that can be compared. */
export function aroundInputs(around: PageAround, notes: readonly ResolvedNote[]): unknown {
  const name = (id: number): unknown => [notes[id]!.slug, notes[id]!.note.title];
  const neighbours = (list: readonly Neighbour[]): unknown => list.map(({ note, key }) => [name(note), key]);
  const { back, out, mentions, related } = around;
  return [
    neighbours(back),
    neighbours(out),
    mentions.list.map(({ from, sentence, at }) => [name(from), sentence, at]),
    mentions.more,
    related.map(({ to, links, words }) => [name(to), links, words]),
  ];
}

/** @param root from the page to the site's root */
export function aroundSections(around: PageAround, root: string, notes: readonly ResolvedNote[]): string[] {
  const { back, out, mentions, related } = around;
  const link = (id: number): string => {
    const { note, slug } = notes[id]!;
    return `<a class="${PAGE_CLASS.link}" href="${root}${notePage(slug)}">${escapeText(note.title)}</a>`;
  };
  const neighbours = (list: readonly Neighbour[]): string =>
    list.map(({ note, places }) => `<li>${link(note)}${sentences(places)}</li>`).join('\n');

  return [
    section(
      PAGE_CLASS.backlinks,
      `Linked from ${counted(back.length, 'note')}`,
      back.length > 0 ? `<ul>\n${neighbours(back)}\n</ul>` : '',
      'open',
    ),
    section(
      PAGE_CLASS.mentions,
      `Named without a link in ${counted(mentions.list.length + mentions.more, 'note')}`,
      mentions.list.length > 0
        ? `<ul>\n${mentions.list.map((said) => `<li>${link(said.from)}<p>${marked(said)}</p></li>`).join('\n')}\n</ul>${
            mentions.more > 0 ? `<p>And in ${counted(mentions.more, 'more note')}.</p>` : ''
          }`
        : '',
    ),
    section(
      PAGE_CLASS.outgoing,
      `Links to ${counted(out.length, 'note')}`,
      out.length > 0 ? `<ul>\n${neighbours(out)}\n</ul>` : '',
    ),
    section(
      PAGE_CLASS.related,
      'Near, without a link',
      related.length > 0
        ? `<ul>\n${related.map((one) => `<li>${link(one.to)}<p>${why(one)}</p></li>`).join('\n')}\n</ul>`
        : '',
      'open',
    ),
  ].filter((text) => text !== '');
}

/** Id of a section's title. @param name class of the section */
export function aroundTitle(name: string): string {
  return `${name}-title`;
}

function section(name: string, title: string, body: string, open?: 'open'): string {
  if (body === '') return '';
  const id = aroundTitle(name);
  return [
    `<section class="hm-around ${name}" aria-labelledby="${id}">`,
    `<details${open === undefined ? '' : ' open'}><summary><h2 id="${id}">${title}</h2></summary>`,
    body,
    '</details>',
    '</section>',
  ].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What two notes share, in words. */
function why({ links, words }: Related): string {
  const told = words.map(escapeText);
  return (links === 0 ? told : [`${counted(links, 'neighbour')} in common`, ...told]).join(BETWEEN);
}

function sentences(places: readonly NamedAt[]): string {
  const bySentence = new Map<string, NamedAt>();
  for (const place of places) {
    if (place.sentence !== '' && !bySentence.has(place.sentence)) bySentence.set(place.sentence, place);
  }
  return [...bySentence.values()]
    .slice(0, MOST_SENTENCES)
    .map((place) => `<p>${marked(place)}</p>`)
    .join('');
}

function marked({ sentence, at, text }: NamedAt): string {
  if (text === '' || at < 0) return escapeText(sentence);
  const end = at + text.length;
  const mark = `<mark class="${PAGE_CLASS.mark}">${escapeText(sentence.slice(at, end))}</mark>`;
  return escapeText(sentence.slice(0, at)) + mark + escapeText(sentence.slice(end));
}
