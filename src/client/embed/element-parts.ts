/** What the elements for other people's pages have in common. */

/** The element's shadow, with a style of its own that no policy of the page forbids. */
export function openShadow(element: HTMLElement, style: string): ShadowRoot {
  const shadow = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}

/** @returns false where the page prevents what would follow */
export function emit(element: HTMLElement, type: string, detail: unknown): boolean {
  return element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** How large an element is shown: more or less than 1 where its page, or a part of it, is zoomed or scaled. */
export function scaleOf(element: HTMLElement): number {
  const scale = element.getBoundingClientRect().width / element.offsetWidth;
  return scale > 0 && scale < Infinity ? scale : 1;
}
