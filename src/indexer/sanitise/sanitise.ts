/**
 * Makes a note's HTML safe to stand in a page: only what a text needs, nothing that runs, loads from elsewhere or
 * looks like the app. Runs before formulas and highlighted code are put in.
 */
import sanitize, { type Attributes, type Tag } from 'sanitize-html';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { placeOf } from '../common/place-of.ts';
import { htmlDepth, MAX_HTML_DEPTH } from './html-depth.ts';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_SCHEMES,
  LINK_SCHEMES,
  ALLOWED_TAGS,
  EXTERNAL_REL,
  linkAttributes,
  PICTURE_REL,
  textAttributes,
} from './sanitise-rules.ts';
import { showUnended } from './unended-text.ts';

export interface SanitiseOptions {
  /** Hosts, lower-case, whose pictures are shown; others become links. */
  readonly allowImageHosts?: ReadonlySet<string>;
  /** How deep the HTML nests (`htmlDepth`), where the caller knows it. */
  readonly depth?: number;
}

/** In UTF-16 units. */
const MAX_HTML_LENGTH = 16_000_000;

/**
 * Keeps what ALLOWED_TAGS, ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES and LINK_SCHEMES name. Pictures, players and frames of other hosts
 * become links. Linear in the HTML's length; what is nested too deep or is too long is shown as its source.
 */
export function sanitiseHtml(written: string, options: SanitiseOptions = {}): string {
  const html = showUnended(written);
  if (html.length > MAX_HTML_LENGTH || (options.depth ?? htmlDepth(html)) > MAX_HTML_DEPTH) {
    return `<pre>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`;
  }
  const hosts = options.allowImageHosts ?? new Set<string>();
  const first = new Pass(hosts, html);
  const safe = first.run(html);
  // Elements that were kept apart by one that is gone may now end one another; the second time nothing changes.
  return first.dropped ? new Pass(hosts, safe).run(safe) : safe;
}

const KNOWN: ReadonlySet<string> = new Set([...ALLOWED_TAGS, 'iframe']);
const VOID = ['img', 'br', 'hr', 'input', 'col', 'wbr', 'source'];

/** Once through the HTML. Knows what is open where the library's callbacks don't. */
class Pass {
  dropped: boolean;
  /** Open links, those that players have become included. */
  #links = 0;
  /** For each open player, whether it became a link. */
  readonly #players: boolean[] = [];
  readonly #hosts: ReadonlySet<string>;
  /**
   * Some player's source is on another host: then all players that name their sources within give way to links, since a
   * link within a player doesn't show.
   */
  readonly #remoteSources: boolean;

  constructor(hosts: ReadonlySet<string>, html: string) {
    this.#hosts = hosts;
    this.#remoteSources = /<source\b[^<>]*?\bsrc\s*=\s*(?:["']\s*)?(?:https?:|[\\/]{2})/i.test(html);
    this.dropped = this.#remoteSources;
  }

  run(html: string): string {
    return sanitize(html, {
      // A frame is always changed into something else. Unknown to the library, its content would be read as HTML.
      allowedTags: [...ALLOWED_TAGS, 'iframe'],
      allowedAttributes: ALLOWED_ATTRIBUTES,
      allowedSchemes: ALLOWED_SCHEMES,
      allowedSchemesByTag: { a: LINK_SCHEMES },
      selfClosing: VOID,
      onOpenTag: (name) => {
        if (name === 'a') this.#links++;
        else if (name === 'audio' || name === 'video') this.#players.push(false);
        else if (!KNOWN.has(name)) this.dropped = true;
      },
      onCloseTag: (name) => {
        if (name === 'a' || ((name === 'audio' || name === 'video') && this.#players.pop())) this.#links--;
      },
      transformTags: {
        a: (_, attribs) => this.#link(attribs),
        img: (_, attribs) => this.#picture(attribs),
        iframe: (_, attribs) => this.#frame(attribs),
        audio: (name, attribs) => this.#player(name, attribs),
        video: (name, attribs) => this.#player(name, attribs),
        source: (_, attribs) => this.#source(attribs),
        input: (_, attribs) => checkbox(attribs),
        '*': (tagName, attribs) => ({ tagName, attribs: textAttributes(tagName, attribs) }),
      },
      // Changing an element into a forbidden one instead would leave its end behind.
      exclusiveFilter: ({ tag, attribs }) => {
        const isEmpty = attribs['src'] === undefined && attribs['class'] === undefined;
        if (tag === 'source') return isEmpty;
        if (tag === 'input') return attribs['type'] === undefined;
        return this.#remoteSources && isEmpty && (tag === 'audio' || tag === 'video') ? 'excludeTag' : false;
      },
    });
  }

  /** A link to what isn't shown, or, within a link or without an address, a span. */
  #missing(text: string, href: string | null, external = false): Tag {
    const name = external ? PAGE_CLASS.external : PAGE_CLASS.missing;
    if (href === null || this.#links > 0) {
      return { tagName: 'span', attribs: { class: PAGE_CLASS.missing }, text };
    }
    const rel = external ? EXTERNAL_REL : PICTURE_REL;
    // In linkAttributes' order.
    return { tagName: 'a', attribs: { href, class: name, rel }, text };
  }

  /** Links don't nest: browsers would tear them apart. */
  #link(attribs: Attributes): Tag {
    if (this.#links <= 1) return { tagName: 'a', attribs: linkAttributes(attribs) };
    const { id, title } = attribs;
    return { tagName: 'span', attribs: { ...(id && { id }), ...(title && { title }) } };
  }

  #picture(attribs: Attributes): Tag {
    const place = placeOf(attribs['src'] ?? '');
    if (place.kind === 'site' || (place.kind === 'host' && this.#hosts.has(place.host))) {
      return { tagName: 'img', attribs: { ...attribs, src: place.href, loading: 'lazy' } };
    }
    const alt = attribs['alt'] || attribs['title'] || '';
    if (place.kind === 'other') return this.#missing(alt || 'picture', null);
    return this.#missing(alt === '' ? place.host : `${alt} (${place.host})`, place.href);
  }

  #frame(attribs: Attributes): Tag {
    const place = placeOf(attribs['src'] ?? '');
    const host = place.kind === 'host' ? place.host : null;
    return this.#missing(attribs['title'] || (host ?? 'frame'), host === null ? null : place.href, true);
  }

  #player(tagName: string, attribs: Attributes): Tag {
    const { src, poster } = attribs;
    if (poster !== undefined && placeOf(poster).kind !== 'site') delete attribs['poster'];
    const place = placeOf(src ?? '');
    if (place.kind === 'site') return { tagName, attribs };
    const shown = this.#missing(
      place.kind === 'host' ? place.host : tagName,
      place.kind === 'host' ? place.href : null,
    );
    if (shown.tagName === 'a') {
      this.#players[this.#players.length - 1] = true;
      this.#links++;
    }
    return shown;
  }

  #source(attribs: Attributes): Tag {
    const place = placeOf(attribs['src'] ?? '');
    if (place.kind === 'other') return { tagName: 'source', attribs: {} };
    if (attribs['src'] === undefined || (place.kind === 'site' && !this.#remoteSources)) {
      return { tagName: 'source', attribs };
    }
    return this.#missing(place.kind === 'host' ? place.host : place.href, place.href);
  }
}

/** The box of a task; no other input is left. */
function checkbox(attribs: Attributes): Tag {
  const { type, checked, class: name, 'data-task': sign } = attribs;
  if (type?.toLowerCase() !== 'checkbox') return { tagName: 'input', attribs: {} };
  const kept = { ...(checked !== undefined && { checked: '' }), ...(name !== undefined && { class: name }) };
  const told = sign !== undefined &&
    /^\S$/u.test(sign) && { 'data-task': sign, 'aria-label': `Marked ${sign}` };
  return { tagName: 'input', attribs: { type: 'checkbox', disabled: '', ...kept, ...told } };
}
