/** A link to the heading that is pointed at or has the focus: one element that goes from heading to heading. */

/** @param address of the note. @param oncopy takes the address that a click asks to be copied. */
export function linkHeadings(
  scroller: HTMLElement,
  address: string,
  oncopy: (address: string) => void,
): () => void {
  const link = document.createElement('a');
  link.className = 'hm-heading-link';
  link.dataset['hmAdded'] = '';
  link.textContent = '#';
  link.setAttribute('aria-label', 'Link to this heading');
  link.title = 'Link to this heading';
  const listening = new AbortController();
  const { signal } = listening;
  const bring = ({ target }: Event): void => {
    const heading =
      target instanceof Element ? target.closest('.hm-body :is(h1, h2, h3, h4, h5, h6)[id]') : null;
    if (heading === null || link.parentElement === heading || heading.closest('.hm-preview') !== null) return;
    const url = new URL(address);
    url.hash = encodeURIComponent(heading.id);
    link.href = url.href;
    link.parentElement?.removeAttribute('aria-label');
    // Else the heading would be called by its link's name too.
    heading.setAttribute('aria-label', spokenName(heading));
    heading.append(link);
  };
  scroller.addEventListener('pointerover', bring, { signal });
  scroller.addEventListener('focusin', bring, { signal });
  // The click goes there too, as with any link.
  link.addEventListener('click', (event) => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey) oncopy(link.href);
  });
  return () => {
    listening.abort();
    link.parentElement?.removeAttribute('aria-label');
    link.remove();
  };
}

/** A formula is in the page twice, and its TeX besides: only the one for ears is said. */
function spokenName(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('[aria-hidden="true"], annotation')) part.remove();
  return copy.textContent.trim().replace(/\s+/g, ' ');
}
