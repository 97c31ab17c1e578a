/** Which previews are open, one above the other: where a pointer rests, the focus stays, or a finger is held. */
import type { Attachment } from 'svelte/attachments';
import type { LinkTarget } from './link-target.ts';
import { placePreview, type Placement } from './preview-place.ts';

export interface Preview {
  readonly id: number;
  readonly link: HTMLAnchorElement;
  readonly target: LinkTarget;
  readonly place: Placement;
  readonly by: 'pointer' | 'focus' | 'touch';
}

/** Previews within previews. */
const DEEPEST = 3;
/** Milliseconds until a card comes, and until it goes; and how long a finger is held. */
const DWELL = 350;
const GRACE = 250;
const PRESS = 450;
/** Pixels that a held finger may slip. */
const SLIP = 10;
/** Links that lead about the page, or are no links of the text. */
const APART =
  '.hm-outline a, .hm-meta a, .hm-preview-head a, .footnote-backref, [data-hm-added], [data-hm-added] a';

export function previewId(preview: Preview): string {
  return `hm-preview-${preview.id}`;
}

export class Previews {
  cards = $state.raw<readonly Preview[]>([]);
  readonly #about: (url: URL) => LinkTarget | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  /** The click that ends a long press goes nowhere. */
  #held = false;

  constructor(about: (url: URL) => LinkTarget | null) {
    this.#about = about;
  }

  /** Leaves the lowest ones open. */
  trim(count: number): void {
    clearTimeout(this.#timer);
    if (this.cards.length > count) this.cards = this.cards.slice(0, count);
  }

  /** Closes the top one; what had the focus in it gives it back to the link. False where none is open. */
  closeTop(): boolean {
    const top = this.cards.at(-1);
    if (top === undefined) return false;
    const card = document.getElementById(previewId(top));
    const focused = card?.contains(document.activeElement) === true;
    this.trim(this.cards.length - 1);
    if (focused) this.refocus(top.link);
    return true;
  }

  /** Goes back to the link of a card, which closes with all above it. */
  leave(card: Preview): void {
    this.trim(this.cards.indexOf(card));
    this.refocus(card.link);
  }

  /** Gives the focus to what had it before; its preview stays closed. */
  refocus(link: HTMLElement): void {
    link.focus({ preventScroll: true });
    // The focus alone would bring it again.
    clearTimeout(this.#timer);
  }

  /** Listens in the text (level 0), or in the card at this level, counted from 1. */
  listen(level: number): Attachment<HTMLElement> {
    return (root) => {
      const listening = new AbortController();
      const on = <K extends keyof HTMLElementEventMap>(
        type: K,
        handler: (event: HTMLElementEventMap[K]) => void,
        capture = false,
      ): void => root.addEventListener(type, handler, { signal: listening.signal, capture });

      // Moves, not `pointerover`: what scrolls under a pointer at rest is not pointed at.
      let last: EventTarget | null = null;
      on('pointermove', (event) => {
        if (event.pointerType === 'touch' || event.target === last) return;
        last = event.target;
        this.#point(linkAt(event.target), level, event.clientX, event.clientY);
      });
      on('pointerleave', (event) => {
        last = null;
        if (event.pointerType !== 'touch') this.#later(GRACE, () => this.trim(0));
      });
      on('focusin', (event) => {
        const link = linkAt(event.target);
        if (link === null) this.#later(GRACE, () => this.trim(level));
        else if (link.matches(':focus-visible') && !opensInPlace(link) && !this.#isOpen(link, level)) {
          this.#later(DWELL, () => this.#open(link, level, 'focus'));
        }
      });
      on('focusout', ({ relatedTarget }) => {
        const inside = relatedTarget instanceof Element && relatedTarget.closest('.hm-preview') !== null;
        if (!inside) this.#later(GRACE, () => this.trim(0));
      });
      on('keydown', (event) => {
        const card = this.cards[level];
        if (!event.altKey || event.key !== 'ArrowDown' || card === undefined) return;
        if (linkAt(event.target) !== card.link) return;
        event.preventDefault();
        document.getElementById(previewId(card))?.focus();
      });
      this.#listenToFingers(level, on);
      return () => listening.abort();
    };
  }

  #listenToFingers(
    level: number,
    on: <K extends keyof HTMLElementEventMap>(
      type: K,
      handler: (event: HTMLElementEventMap[K]) => void,
      capture?: boolean,
    ) => void,
  ): void {
    let start: { x: number; y: number } | null = null;
    on('pointerdown', (event) => {
      this.#held = false;
      // What is pressed has its own answer.
      this.trim(level);
      if (event.pointerType !== 'touch') return;
      const link = linkAt(event.target);
      if (link === null) return;
      start = { x: event.clientX, y: event.clientY };
      this.#later(PRESS, () => {
        this.#held = this.#open(link, level, 'touch', event.clientX, event.clientY);
      });
    });
    const end = (): void => {
      if (start !== null) clearTimeout(this.#timer);
      start = null;
    };
    on('pointermove', ({ clientX, clientY }) => {
      if (start !== null && Math.hypot(clientX - start.x, clientY - start.y) > SLIP) end();
    });
    on('pointerup', end);
    on('pointercancel', end);
    on('contextmenu', (event) => {
      if (start !== null || this.#held) event.preventDefault();
    });
    on(
      'click',
      (event) => {
        clearTimeout(this.#timer);
        if (opensInPlace(linkAt(event.target))) this.trim(level);
        if (!this.#held) return;
        this.#held = false;
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }

  #point(link: HTMLAnchorElement | null, level: number, x: number, y: number): void {
    if (link === null) this.#later(GRACE, () => this.trim(level));
    else if (this.#isOpen(link, level)) this.#later(GRACE, () => this.trim(level + 1));
    else this.#later(DWELL, () => this.#open(link, level, 'pointer', x, y));
  }

  #isOpen(link: HTMLAnchorElement, level: number): boolean {
    return this.cards[level]?.link === link;
  }

  #later(wait: number, action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, wait);
  }

  #open(link: HTMLAnchorElement, level: number, by: Preview['by'], x?: number, y?: number): boolean {
    this.trim(level);
    if (level >= DEEPEST || !link.isConnected) return false;
    const target = this.#about(new URL(link.href));
    const pane = link.closest('.hm-text-pane')?.getBoundingClientRect();
    if (target === null || pane === undefined) return false;
    // A card shows it already.
    if (this.cards.some((card) => isSame(card.target, target))) return false;
    const rects = [...link.getClientRects()];
    if (rects.length === 0) return false;
    const at = y === undefined ? rects[0]! : rects.find(({ top, bottom }) => y >= top && y <= bottom);
    // The text was scrolled meanwhile.
    if (at === undefined) return false;
    const box = {
      left: Math.min(...rects.map(({ left }) => left)) - pane.left,
      right: Math.max(...rects.map(({ right }) => right)) - pane.left,
      top: Math.min(...rects.map(({ top }) => top)) - pane.top,
      bottom: Math.max(...rects.map(({ bottom }) => bottom)) - pane.top,
    };
    const place = placePreview(box, (x ?? at.left + 28) - pane.left, pane);
    this.cards = [...this.cards.slice(0, level), { id: ++this.#count, link, target, place, by }];
    return true;
  }
}

function isSame(a: LinkTarget, b: LinkTarget): boolean {
  return a.kind === 'note' && b.kind === 'note' && a.slug === b.slug && a.heading === b.heading;
}

/** A footnote's mark, by click or key: it needs no second card. */
function opensInPlace(link: HTMLAnchorElement | null): boolean {
  return link?.matches('.footnote-ref') === true;
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.matches(APART) || link.hasAttribute('download'))
    return null;
  return URL.canParse(link.href) ? link : null;
}
