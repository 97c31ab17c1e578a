/** Lets the focus into what scrolls sideways, and past what doesn't; a long formula in a line scrolls, not its line, which would lose the dot of a list, nor the page. */
import { PAGE_CLASS } from '../../contract/page-class.ts';

const SCROLLING = `.${PAGE_CLASS.code}, .${PAGE_CLASS.scroll}, .katex-display, .hm-wide`;
const LINES = 'p, li, dt, dd, td, h2, h3, h4, h5, h6, figcaption, summary';

export function reachScrolling(root: HTMLElement, signal: AbortSignal): void {
  let frame = 0;
  const look = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      // All is measured before anything is changed.
      const wide = [...root.querySelectorAll<HTMLElement>(SCROLLING)].map(
        (part) => [part, part.scrollWidth > part.clientWidth + 1] as const,
      );
      const formulas = tooWide(root);
      for (const [part, isWide] of wide) {
        if (isWide) part.tabIndex = 0;
        else part.removeAttribute('tabindex');
      }
      for (const formula of formulas) {
        formula.classList.add('hm-wide');
        formula.tabIndex = 0;
      }
    });
  };
  const watch = new ResizeObserver(look);
  watch.observe(root);
  signal.addEventListener('abort', () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
  });
}

/** Formulas of which a piece juts out of its line. */
function tooWide(root: HTMLElement): Set<HTMLElement> {
  const pane = root.closest('.hm-reader');
  const found = new Set<HTMLElement>();
  if (pane === null || pane.scrollWidth <= pane.clientWidth) return found;
  for (const piece of root.querySelectorAll('.katex-html > .katex-base')) {
    if (piece.closest('.katex-display') !== null) continue;
    const line = piece.closest<HTMLElement>(LINES);
    if (line === null) continue;
    const [own, room] = [piece.getBoundingClientRect(), line.getBoundingClientRect()];
    if (own.right > room.right + 1 || own.left < room.left - 1)
      found.add(piece.closest<HTMLElement>('.katex')!);
  }
  return found;
}
