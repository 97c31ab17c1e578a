/** The outline says where in the text one is, and stays in reach: on top, or beside the text where there is room. */
import { PAGE_CLASS } from '../../contract/page-class.ts';

/** Pixels of the pane from which the outline stands beside the text. */
const BESIDE_FROM = 1_060;
/** A heading counts as reached when it is that near to the upper edge. */
const REACHED = 96;

/** Returns how to stop; null where the note has no outline. */
export function followOutline(scroller: HTMLElement, text: HTMLElement): (() => void) | null {
  const outline = text.querySelector(`.${PAGE_CLASS.outline}`);
  const details = outline?.querySelector('details');
  const summary = details?.querySelector('summary');
  if (!(outline instanceof HTMLElement) || !details || !summary) return null;
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of outline.querySelectorAll('a')) links.set(idIn(link.hash), link);
  const headings = [...text.querySelectorAll('.hm-body :is(h1, h2, h3, h4, h5, h6)[id]')].filter(({ id }) =>
    links.has(id),
  );
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  const here = document.createElement('span');
  here.className = 'hm-outline-here';
  here.dataset['hmAdded'] = '';
  here.dir = 'auto';
  summary.append(here);
  outline.classList.add('hm-following');

  const listening = new AbortController();
  const { signal } = listening;
  let current: HTMLAnchorElement | undefined;
  let frame = 0;
  /** The heading that the address names, while it is at the top: others may follow it at once. */
  const named = (top: number): Element | undefined => {
    const found = byId.get(idIn(location.hash));
    const own = found?.getBoundingClientRect();
    return own !== undefined && own.top >= top - 1 && own.top <= top + REACHED ? found : undefined;
  };
  const mark = (): void => {
    frame = 0;
    const { top } = scroller.getBoundingClientRect();
    const reached = named(top) ?? lastReached(headings, top + REACHED);
    const link = reached === undefined ? undefined : links.get(reached.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    current = link;
    // With its formulas.
    here.replaceChildren(...(link?.cloneNode(true).childNodes ?? []));
    outline.classList.toggle('hm-stuck', link !== undefined);
    if (link === undefined) return;
    link.setAttribute('aria-current', 'location');
    const list = link.closest('ol');
    // Not `scrollIntoView`, which would move the text too.
    if (list !== null && list.scrollHeight > list.clientHeight) {
      const box = list.getBoundingClientRect();
      const { top, bottom } = link.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) list.scrollTop += top - box.top - box.height / 2;
    }
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(mark);
  };
  scroller.addEventListener('scroll', soon, { passive: true, signal });
  const wasOpen = details.open;
  let isBeside: boolean | null = null;
  const resized = new ResizeObserver(() => {
    const beside = scroller.clientWidth >= BESIDE_FROM;
    if (beside !== isBeside) {
      isBeside = beside;
      outline.classList.toggle('hm-beside', beside);
      details.open = beside || wasOpen;
    }
    soon();
  });
  resized.observe(scroller);
  // Pictures come late, and so does the end of a long text.
  resized.observe(text);
  outline.addEventListener(
    'click',
    ({ target }) => {
      // What was chosen is not to be covered by the list.
      if (isBeside !== true && target instanceof Element && target.closest('a') !== null)
        details.open = false;
    },
    { signal },
  );
  return () => {
    listening.abort();
    resized.disconnect();
    cancelAnimationFrame(frame);
    current?.removeAttribute('aria-current');
    here.remove();
    outline.classList.remove('hm-following', 'hm-stuck', 'hm-beside');
    details.open = wasOpen;
  };
}

/** By halves: a text may have ten thousand headings, and each place that is asked for costs. */
function lastReached(headings: readonly Element[], line: number): Element | undefined {
  let from = 0;
  let to = headings.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { top, height } = headings[middle]!.getBoundingClientRect();
    // What isn't laid out yet stands below.
    if (height > 0 && top <= line) from = middle + 1;
    else to = middle;
  }
  return headings[from - 1];
}

function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
