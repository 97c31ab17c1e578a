/** What the elements for other people's pages have in common. */

/** Gives a shadow a style that no policy of the page forbids. A sheet is of one document: in another, the shadow needs a new one. */
export function dress(shadow: ShadowRoot, style: string): void {
  const sheet = new shadow.ownerDocument.defaultView!.CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
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
