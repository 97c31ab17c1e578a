/** The pages that are no note: the start, and the list of all notes. */
import type { MapColumns } from '../../contract/map.ts';
import { HOME_SLUG, MAIN_ID, notePage } from '../../contract/page.ts';
import { compareText } from '../common/diagnose.ts';
import { escapeText } from '../common/holes.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { framePage, type Frame } from './page-frame.ts';

/** `index.html`: without JavaScript, the regions' hubs with their words, and the way to all notes. */
export function startPage(frame: Frame, notes: readonly ResolvedNote[], map: MapColumns): string {
  const hubs = map.regions
    .filter(({ hub }) => hub < notes.length)
    .map(({ hub, words }) => noteItem(notes[hub]!, '', words))
    .join('\n');
  const count = notes.length.toLocaleString('en');
  const home = notes.find(({ slug }) => slug === HOME_SLUG);
  return framePage(frame, {
    title: frame.siteTitle,
    description: notes.length === 0 ? NONE : `${count} linked notes: map, search and text side by side`,
    canonical: frame.url,
    root: '',
    note: null,
    main: [
      `<main id="${MAIN_ID}">`,
      `<h1>${escapeText(frame.siteTitle)}</h1>`,
      home === undefined ? '' : `<p><a href="${notePage(HOME_SLUG)}">Begin with the first page</a></p>`,
      notes.length === 0
        ? noneOf('')
        : `<p><a href="notes/">${notes.length === 1 ? 'The only note' : `All ${count} notes`}</a></p>`,
      hubs === '' ? '' : `<h2>Where to begin</h2>\n<ul>\n${hubs}\n</ul>`,
      '</main>',
    ].join('\n'),
  });
}

/** `notes/index.html`: every note, by title. */
export function listPage(frame: Frame, notes: readonly ResolvedNote[]): string {
  const key = ({ note }: ResolvedNote): string => note.title.toLowerCase();
  const items = [...notes]
    .sort((a, b) => compareText(key(a), key(b)) || compareText(a.slug, b.slug))
    .map((note) => noteItem(note, '../'));
  return framePage(frame, {
    title: 'All notes',
    description: null,
    canonical: frame.url === null ? null : new URL('notes/', frame.url).href,
    root: '../',
    note: null,
    main: `<main id="${MAIN_ID}">\n<h1>All notes</h1>\n${items.length === 0 ? noneOf('../') : `<ul>\n${items.join('\n')}\n</ul>`}\n</main>`,
  });
}

const NONE = 'There are no notes here yet.';

function noneOf(root: string): string {
  return `<p>${NONE} What was looked for, and what to do, is in <a href="${root}report.json">report.json</a>.</p>`;
}

/** @param words what else is to be found around it */
function noteItem({ note, slug }: ResolvedNote, root: string, words: readonly string[] = []): string {
  const more = words.length === 0 ? '' : ` <small>${words.map(escapeText).join('\u00a0· ')}</small>`;
  return `<li><a class="hm-link" href="${root}${notePage(slug)}">${escapeText(note.title)}</a>${more}</li>`;
}
