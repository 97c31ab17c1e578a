/** A note's text as its page shows it: every address filled in, other notes where it embeds them. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { notePage } from '../../contract/page.ts';
import { escapeText } from '../common/holes.ts';
import type { NoteFiles } from '../derive/derive-assets.ts';
import { codeKey, formulaKey, type InsetKey } from '../insets/insets.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { shownAs } from '../syntax/attachment.ts';
import { fillAddresses, type Address, type Addresses } from './address.ts';
import { openSlots } from './inset-slots.ts';
import { withWrittenRatios } from './picture-room.ts';
import type { Embed, EmbedPlan, Embeds } from './plan-embeds.ts';
import { directionOf, withOwnDirections, type Direction } from './writing-direction.ts';

export interface TextInput {
  readonly notes: readonly ResolvedNote[];
  /** By note. */
  readonly files: (id: number) => NoteFiles;
  readonly embeds: (id: number) => EmbedPlan;
  readonly baseURL: string | null;
}

export interface PageText {
  /** With a slot for each formula and block of code. */
  readonly html: string;
  /** By slot. */
  readonly insets: readonly InsetKey[];
  /** Null where nothing runs from right to left. */
  readonly direction: Direction | null;
}

/** @param root from the page to the site's root */
export function pageText(id: number, root: string, input: TextInput): PageText {
  const insets: InsetKey[] = [];
  const { note } = input.notes[id]!;
  const html = fillText(id, note.html, input.embeds(id).embeds, { root, input, insets });
  const direction = directionOf(note, html);
  const directed = direction === null ? html : withOwnDirections(html, direction);
  return { html: withScrollingTables(directed), insets, direction };
}

interface Filling {
  readonly root: string;
  readonly input: TextInput;
  /** Of the whole page. */
  readonly insets: InsetKey[];
  /** Where what is filled is shown in another note: its ids, and what stands before them there. */
  readonly shown?: { readonly ids: ReadonlySet<string>; readonly prefix: string };
}

function fillText(id: number, html: string, embeds: Embeds, filling: Filling): string {
  const { note } = filling.input.notes[id]!;
  const slotOf = (kind: 'm' | 'c', index: number): number =>
    filling.insets.push(kind === 'm' ? formulaKey(note.formulas[index]!) : codeKey(note.codes[index]!)) - 1;
  const opened = note.formulas.length + note.codes.length > 0 ? openSlots(html, note.hole, slotOf) : html;
  return fillAddresses(withWrittenRatios(opened), note.hole, addressesOf(id, embeds, filling));
}

/** What is shown of another note, in a frame that leads to it. */
function embedded(embed: Embed, filling: Filling): string {
  const { root, input } = filling;
  const { note, slug } = input.notes[embed.note]!;
  const page = root + notePage(slug);
  const part = note.headings.find(({ id }) => id === embed.anchor)?.text ?? '';
  const name = part === '' ? note.title : `${note.title} › ${part}`;
  const prefix = `hm-embed-${embed.number}-`;
  const ids = new Set([...embed.html.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id]) => id!));
  const own = withOwnIds(embed.html, prefix, ids, page);
  return [
    `<div class="${PAGE_CLASS.embed}" role="group" aria-label="${escapeText(`Embedded: ${name}`)}">`,
    `<p class="${PAGE_CLASS.embedSource}"><a class="${PAGE_CLASS.link}" href="${page}${fragment(embed.anchor)}">${escapeText(name)}</a></p>`,
    fillText(embed.note, own, embed.inner, { ...filling, shown: { ids, prefix } }),
    '</div>',
  ].join('');
}

/** Ids of its own, and links that stay within it; others lead to the page that it is from. */
function withOwnIds(html: string, prefix: string, ids: ReadonlySet<string>, page: string): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]*)"/, (_, id: string) => ` id="${prefix}${id}"`)
      .replace(/^(<a\b[^>]*? href=")#([^"]*)"/, (_, before: string, to: string) =>
        ids.has(decodedId(to)) ? `${before}#${prefix}${to}"` : `${before}${page}#${to}"`,
      ),
  );
}

function decodedId(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A table that is wider than the column scrolls by itself, its own way, by key too. In text, such brackets are entities. */
function withScrollingTables(html: string): string {
  if (!html.includes('<table')) return html;
  const open = `<div class="${PAGE_CLASS.scroll}" role="group" aria-label="Table" tabindex="0"`;
  return html
    .replace(/<table( dir="[a-z]*")?(?=[ >])/g, (_, own = '') => `${open}${own}><table`)
    .replaceAll('</table>', '</table></div>');
}

function addressesOf(id: number, embeds: Embeds, filling: Filling): Addresses {
  const { root, input, shown } = filling;
  const { note, resolutions } = input.notes[id]!;
  const files = input.files(id);
  return {
    reference: (index): Address => {
      const resolution = resolutions[index]!;
      const { argument, kind } = note.references[index]!;
      switch (resolution.kind) {
        case 'note': {
          const { to, anchor } = resolution;
          if (kind !== 'embed' && to === id && anchor !== null && shown?.ids.has(escapeText(anchor)) === true)
            return { kind: 'plain', href: `#${shown.prefix}${encodeURIComponent(anchor)}` };
          const href = root + notePage(input.notes[to]!.slug) + fragment(anchor);
          const embed = embeds.get(index);
          const { permalink } = input.notes[to]!;
          return embed === undefined
            ? {
                kind: 'note',
                href,
                ...(permalink === ''
                  ? {}
                  : { written: writtenOn(input.baseURL, kind, permalink + fragment(anchor)) }),
              }
            : { kind: 'embed', href, make: () => embedded(embed, filling) };
        }
        case 'ghost':
          return { kind: 'ghost', href: `${root}?ghost=${encodeURIComponent(resolution.name)}` };
        case 'page': {
          const own = resolution.target + fragment(resolution.anchor);
          return input.baseURL === null
            ? { kind: 'plain', href: root }
            : { kind: 'external', href: new URL(own, input.baseURL).href };
        }
        case 'asset': {
          const answer = files.references[index];
          if (answer?.kind !== 'file') return { kind: 'missing', label: argument };
          return {
            kind: kind === 'embed' ? shownAs(answer.address) : 'file',
            href: root + encodePath(answer.address) + placeIn(argument),
            pixels: answer.pixels,
          };
        }
        default:
          return elsewhere(argument, kind, input.notes[id]!.permalink, input);
      }
    },
    asset: (index): Address => {
      const answer = files.assets[index]!;
      const { argument } = note.assets[index]!;
      return answer.kind === 'file'
        ? {
            kind: 'file',
            href: root + encodePath(answer.address) + placeIn(argument),
            pixels: answer.pixels,
          }
        : { kind: 'missing', label: argument.split('/').at(-1)! };
    },
    tag: (index): Address => ({ kind: 'tag', href: tagAddress(note.textTags[index]!, root) }),
  };
}

/** As Hugo prints it. */
function writtenOn(baseURL: string | null, kind: string, address: string): string {
  return kind === 'ref' && baseURL !== null ? new URL(address, baseURL).href : address;
}

/** Where a tag leads: to the search for it. */
export function tagAddress(tag: string, root: string): string {
  return `${root}?q=${encodeURIComponent(tag)}`;
}

function fragment(anchor: string | null): string {
  return anchor === null ? '' : `#${encodeURIComponent(anchor)}`;
}

/** An address in the blog that is no note: a link to the blog, where we know the blog. */
function elsewhere(argument: string, kind: string, here: string, { baseURL }: TextInput): Address {
  if (kind !== 'permalink') return { kind: 'missing', label: argument };
  if (/^https?:/i.test(argument)) return { kind: 'external', href: argument };
  const address = encodeAddress(argument);
  if (baseURL === null || here === '') return { kind: 'plain', href: relative(address) };
  return { kind: 'external', href: new URL(relative(address), new URL(here, baseURL)).href };
}

/** Decoded, the first name may have a colon, and would be a scheme. */
function relative(address: string): string {
  return /^[^/?#]*:/.test(address) ? `./${address}` : address;
}

/** An address that was decoded as far as `decodeURI` does: what that leaves is encoded still. */
function encodeAddress(address: string): string {
  return encodeURI(address).replace(/%25(?=2[346bcf]|3[abdf]|40)/gi, '%');
}

/** Where in a file a link leads: `#page=3` of a document, `#t=10` of a film. */
function placeIn(argument: string): string {
  return encodeURI(/#.*$/s.exec(argument)?.[0] ?? '').replaceAll('%25', '%');
}

function encodePath(address: string): string {
  return encodeURI(address).replaceAll('#', '%23').replaceAll('?', '%3F');
}
