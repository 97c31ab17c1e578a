/** Opens a footnote beside its mark. Where the browser has no popovers, the mark leads to the footnote as it did. */
import { PAGE_CLASS } from '../../contract/page-class.ts';

const MARK = 'a.footnote-ref';
/** Pixels between the mark, the footnote and the window's edge. */
const GAP = 8;

export function openFootnotes(root: HTMLElement, signal: AbortSignal): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const peek = document.createElement('div');
  peek.className = `hm-footnote ${PAGE_CLASS.note}`;
  peek.popover = 'auto';
  peek.tabIndex = -1;
  peek.dataset['hmAdded'] = '';
  peek.setAttribute('role', 'dialog');
  root.append(peek);
  signal.addEventListener('abort', () => peek.remove());
  const isOpen = (): boolean => peek.matches(':popover-open');

  let mark: Element | null = null;
  /** The mark whose footnote a press has just closed: the click that follows opens nothing. */
  let pressed: Element | null = null;
  root.addEventListener('pointerdown', () => (pressed = isOpen() ? mark : null), { capture: true, signal });

  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const note = link.matches(MARK) ? footnoteOf(link, root) : null;
      if (note === null) {
        if (peek.contains(link)) peek.hidePopover();
        return;
      }
      event.preventDefault();
      const again = link === pressed || (isOpen() && link === mark);
      if (isOpen()) peek.hidePopover();
      if (again) return;
      mark = link;
      fill(peek, note, link);
      peek.showPopover();
      place(peek, link);
      peek.focus({ preventScroll: true });
    },
    { capture: true, signal },
  );
  peek.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // The app has its own use for it.
    event.stopPropagation();
    event.preventDefault();
    peek.hidePopover();
    if (mark instanceof HTMLElement) mark.focus({ preventScroll: true });
  });
  const leave = (event: Event): void => {
    if (isOpen() && event.target instanceof Node && !peek.contains(event.target)) peek.hidePopover();
  };
  document.addEventListener('scroll', leave, { capture: true, signal });
  addEventListener('resize', () => isOpen() && peek.hidePopover(), { signal });
}

function footnoteOf(link: HTMLAnchorElement, root: HTMLElement): Element | null {
  const id = decodedId(link.getAttribute('href')?.split('#')[1] ?? '');
  return id === '' ? null : root.querySelector(`li#${CSS.escape(id)}`);
}

function decodedId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fill(peek: HTMLElement, note: Element, link: HTMLAnchorElement): void {
  const copy = note.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll('.footnote-backref')) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  // The space before what led back.
  while (copy.lastChild instanceof Text && copy.lastChild.data.trim() === '') copy.lastChild.remove();
  const way = document.createElement('a');
  way.href = link.href;
  way.textContent = 'Among the footnotes';
  way.className = 'hm-footnote-way';
  peek.replaceChildren(...copy.childNodes, way);
  peek.dir = note.closest<HTMLElement>('[dir]')?.dir ?? '';
  peek.setAttribute('aria-label', `Footnote ${link.textContent}`);
}

/** Below the mark, or above it where there is more room, within the pane that it stands in. */
function place(peek: HTMLElement, mark: Element): void {
  const at = mark.getBoundingClientRect();
  const pane = (mark.closest('.hm-text-pane') ?? document.documentElement).getBoundingClientRect();
  const left = Math.max(0, pane.left) + GAP;
  const right = Math.min(innerWidth, pane.right) - GAP;
  peek.style.maxWidth = `${right - left}px`;
  const below = innerHeight - at.bottom - 2 * GAP;
  const above = at.top - 2 * GAP;
  const { width, height } = peek.getBoundingClientRect();
  const isBelow = height <= below || below >= above;
  peek.style.maxHeight = `${isBelow ? below : above}px`;
  peek.style.left = `${Math.max(left, Math.min(at.left - 2 * GAP, right - width))}px`;
  peek.style.top = isBelow ? `${at.bottom + GAP}px` : 'auto';
  peek.style.bottom = isBelow ? 'auto' : `${innerHeight - at.top + GAP}px`;
}
