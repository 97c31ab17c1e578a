/** The answers under the box of `<hearth-search>`. */
import type { EmbedNote, Opens } from '../../contract/embed.ts';
import type { Hit } from '../../search/engine.ts';
import { findingOf } from '../../search/mark-query.ts';
import { markParts, type FindRanges, type Part } from '../../search/marking.ts';
import type { Snippet } from '../../search/snippet.ts';
import { BlogSearch, type Found } from './blog-search.ts';
import { scaleOf } from './element-parts.ts';
import { element } from './element.ts';
import { placePanel } from './panel-place.ts';
import { hrefOf } from './places.ts';
import { PANEL_STYLE } from './search-panel-style.ts';
import { thousands } from '../../contract/thousands.ts';

export interface PanelHost {
  readonly shadow: ShadowRoot;
  /** Where the panel goes, and stands in relation to. */
  readonly frame: HTMLElement;
  /** The box: the page may put another in its place. */
  readonly input: () => HTMLInputElement;
  /** Of the site. */
  readonly root: URL;
  readonly open: () => Opens;
  /** Hits that are shown at most. */
  readonly most: () => number;
  /** Told of a press; false where it is to lead nowhere. */
  readonly onselect: (note: EmbedNote, href: string | null) => boolean;
  readonly onready: (notes: number) => void;
  readonly onfail: (message: string) => void;
}

export interface Panel {
  /** Asks what stands in the box. */
  ask(): void;
  close(): void;
  /** Puts the panel away for good. */
  remove(): void;
}

const NO_SEARCH = 'The search did not come.';

export function openPanel(host: PanelHost): Panel {
  const { shadow, frame, input, root } = host;
  const sheet = new shadow.ownerDocument.defaultView!.CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  shadow.adoptedStyleSheets.push(sheet);
  const status = element('p', { class: 'status', role: 'status' });
  const list = element('ol', {});
  const more = element('a', { class: 'more', part: 'more' });
  const panel = element(
    'div',
    {
      class: 'panel',
      part: 'panel',
      role: 'group',
      'aria-label': 'Search results',
      hidden: '',
      // Above all of the page: no part around it that cuts off what hangs out of it reaches there.
      popover: 'manual',
    },
    status,
    list,
    more,
  );
  frame.append(panel);
  const life = new AbortController();
  const { signal } = life;
  let search: BlogSearch | null = null;
  let failure: string | null = null;
  /** The query whose answers were put away by key: they stay away until another is typed. */
  let dismissed: string | null = null;
  /** The page that the answers stand on. */
  let page = '';

  start();
  function start(): void {
    failure = null;
    BlogSearch.open(root, show).then(
      (opened) => {
        if (signal.aborted) {
          opened.close();
          return;
        }
        search = opened;
        host.onready(opened.garden.noteCount);
        ask();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        failure = error instanceof Error ? error.message : String(error);
        host.onfail(failure);
        if (!panel.hidden) tell(NO_SEARCH);
      },
    );
  }

  function ask(): void {
    const query = input().value;
    if (query === dismissed) return;
    dismissed = null;
    if (query.trim() === '') {
      close();
      search?.ask('');
      return;
    }
    if (search !== null) {
      search.ask(query);
      return;
    }
    list.replaceChildren();
    more.hidden = true;
    // A connection that was gone may be back.
    if (failure !== null) start();
    tell('The notes are on their way …');
    lead(query, 'Search beside the map');
  }

  function show(found: Found): void {
    // An answer may come when the box has been left, and must not take a hit away from under the focus.
    if (!input().matches(':focus')) return;
    if (input().value === dismissed) return;
    const hits = found.hits.slice(0, host.most());
    list.replaceChildren(...hits.map((hit) => itemOf(hit, findingOf(found.query, hit.terms))));
    tell(told(found));
    lead(found.query, found.hits.length > hits.length ? 'All of them, beside the map' : 'Beside the map');
  }

  function tell(text: string): void {
    status.textContent = text;
    page = location.pathname;
    if (panel.hidden) {
      panel.hidden = false;
      panel.showPopover?.();
    }
    place();
  }

  function lead(query: string, text: string): void {
    const url = new URL(root);
    url.searchParams.set('q', query);
    more.href = url.href;
    more.textContent = text;
    more.hidden = host.open() === 'event';
  }

  function itemOf(hit: Hit, find: FindRanges): HTMLLIElement {
    const { garden } = search!;
    const note = search!.tell(hit.id);
    const href = hrefOf(note, host.open());
    let leadsTo = href ?? note.blog ?? note.explorer;
    const name = element('span', { class: 'title' }, ...marked(note.title, find));
    const text = element('span', { class: 'text' });
    const place = element('span', { class: 'place' });
    const link =
      href === null
        ? element('button', { type: 'button', class: 'hit', part: 'hit' }, name, text, place)
        : element('a', { href, class: 'hit', part: 'hit' }, name, text, place);
    link.addEventListener('click', (event) => {
      if (!host.onselect(note, leadsTo)) event.preventDefault();
    });
    void search!.snippet(hit, find).then((snippet) => {
      text.replaceChildren(...(snippet === null ? [' '] : partsOf(snippet.parts)));
      if (snippet === null) return;
      const { heading } = snippet;
      if (heading === null || heading.text === garden.titles[hit.id]) return;
      place.replaceChildren('§ ', ...marked(heading.text, find));
      if (leadsTo !== null) leadsTo = atHeading(leadsTo, heading);
      if (link instanceof HTMLAnchorElement) link.href = leadsTo!;
    });
    return element('li', {}, link);
  }

  function place(): void {
    const box = input().getBoundingClientRect();
    Object.assign(panel.style, { left: '0', top: '0' });
    const around = panel.getBoundingClientRect();
    // Where the page is zoomed, a pixel of the panel's style is more than one of the window.
    const scale = scaleOf(panel);
    const at = placePanel(
      { left: box.left / scale, right: box.right / scale, bottom: box.bottom / scale },
      { width: document.documentElement.clientWidth / scale, height: innerHeight / scale },
      getComputedStyle(frame).direction === 'rtl',
    );
    panel.style.width = `${at.width}px`;
    panel.style.left = `${at.left - around.left / scale}px`;
    panel.style.top = `${at.top - around.top / scale}px`;
    panel.style.maxHeight = `${at.maxHeight}px`;
  }

  const links = (): HTMLElement[] => [...panel.querySelectorAll<HTMLElement>('.hit, .more:not([hidden])')];
  const close = (): void => {
    if (!panel.hidden) panel.hidePopover?.();
    panel.hidden = true;
  };
  const dismiss = (): void => {
    dismissed = input().value;
    close();
  };
  frame.addEventListener(
    'keydown',
    (event) => {
      // Keys of an input method are its own.
      if (event.target !== input() || event.isComposing) return;
      if (event.key === 'Escape' && !panel.hidden) dismiss();
      else if (event.key !== 'ArrowDown') return;
      else if (!panel.hidden) links()[0]?.focus();
      else {
        dismissed = null;
        ask();
      }
      event.preventDefault();
    },
    { signal },
  );
  panel.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(shadow.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      dismiss();
      input().focus();
    } else if (to === undefined) return;
    else if (to < 0) input().focus();
    else all[to]?.focus();
    event.preventDefault();
  });
  // The box keeps the focus while something is pressed: without it, the panel would be gone before the press is over.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  let box = input();
  const replaced = new MutationObserver(() => {
    if (box === input()) return;
    box = input();
    close();
  });
  replaced.observe(shadow.host, { childList: true, subtree: true });
  const follow = (): void => void (panel.hidden || place());
  addEventListener('resize', follow, { signal });
  // Whoever has pressed an answer is on another page then, though its scripts and the focus are the same.
  const leave = (): void => void (location.pathname !== page && close());
  window.navigation?.addEventListener?.('currententrychange', leave, { signal });
  // A part of the page that scrolls by itself, or a box that stays where it is.
  addEventListener('scroll', follow, { signal, capture: true, passive: true });
  return {
    ask,
    close,
    remove() {
      life.abort();
      replaced.disconnect();
      panel.remove();
      shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((one) => one !== sheet);
      search?.close();
    },
  };
}

function told({ query, hits, match, titlesOnly, problems, lacks }: Found): string {
  const problem = problems?.[0];
  if (problem !== undefined) return problem.message;
  const count = thousands(hits.length);
  const notes = `${count} ${hits.length === 1 ? 'note' : 'notes'}`;
  const gap = lacks === undefined ? '' : '; a part of the index did not come';
  if (titlesOnly) return `${notes} by title so far${gap}`;
  if (hits.length === 0) return `No note has “${query}”${gap}`;
  return `${notes}${match === 'any' ? ' with some of the words' : ''}${gap}`;
}

function atHeading(href: string, heading: NonNullable<Snippet['heading']>): string {
  const url = new URL(href);
  url.hash = encodeURIComponent(heading.id);
  return url.href;
}

function marked(text: string, find: FindRanges): (Node | string)[] {
  return partsOf(markParts(text, find(text)));
}

function partsOf(parts: readonly Part[]): (Node | string)[] {
  return parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}
