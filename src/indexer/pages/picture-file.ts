/**
 * `notes/<slug>/map.svg`: a note and its neighbours as a picture of its own, for feeds, READMEs and wherever else no script
 * and no frame gets. It follows the light or the dark of whoever looks at it.
 */
import { memo } from '../common/memo.ts';
import type { ParsedNote } from '../common/types.ts';
import { xmlText } from '../common/xml-text.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { ringLines, shortened, type Ring } from './page-picture.ts';

const WIDTH = 800;
const HEIGHT = 420;
const LONGEST = 30;
const LONGEST_OWN = 60;

const STYLE = [
  'svg{--paper:#f4efe6;--ink:#211d1a;--soft:#736a5e;--line:#b9ae9d;--ember:#b3390a}',
  '@media(prefers-color-scheme:dark){svg{--paper:#14110f;--ink:#f7efe2;--soft:#a99f90;--line:#574e44;--ember:#ff8f66}}',
  'rect{fill:var(--paper)}path{fill:none;stroke:var(--line)}.s path{stroke:var(--ember);stroke-opacity:.55}',
  'circle{fill:var(--soft)}.c{fill:var(--ember)}',
  'text{font:14px Georgia,"Source Serif 4",serif;fill:var(--ink)}.t{font-weight:700;font-size:17px;text-anchor:middle}',
  '.m{font-size:12px;fill:var(--soft);text-anchor:end}',
].join('');

/** From the site's root; no note is in its way, for slugs have no dots. */
export function pictureName(slug: string): string {
  return `notes/${slug}/map.svg`;
}

/** An XML file: what titles hold stays text. */
export function pictureFile(title: string, ring: Ring, notes: readonly ResolvedNote[]): string {
  const { places, spokes, chords } = ringLines(ring);
  const labels = ring.nodes.map((node, i) => {
    const { x, y, isLeft } = places[i]!;
    const anchor = isLeft ? ' text-anchor="end"' : '';
    return `<circle cx="${x}" cy="${y}" r="4"/><text x="${x + (isLeft ? -9 : 9)}" y="${y + 5}"${anchor}>${label(notes[node]!.note)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}">`,
    `<title>${xmlText(`${title}, and what it is linked with`)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect x="${-WIDTH / 2}" y="${-HEIGHT / 2}" width="${WIDTH}" height="${HEIGHT}" rx="12"/>`,
    `<g>${chords}</g>`,
    `<g class="s">${spokes}</g>`,
    ...labels,
    `<circle class="c" r="8"/><text class="t" y="${HEIGHT / 2 - 18}">${xmlText(shortened(title, LONGEST_OWN))}</text>`,
    ring.more === 0
      ? ''
      : `<text class="m" x="${WIDTH / 2 - 16}" y="${24 - HEIGHT / 2}">and ${ring.more} more</text>`,
    '</svg>\n',
  ].join('');
}

/** A note stands in many pictures. */
const label = memo(({ title }: Pick<ParsedNote, 'title'>): string => xmlText(shortened(title, LONGEST)));
