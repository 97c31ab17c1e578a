import type { Scheme } from '../../contract/embed.ts';

const SLOW = 500;

/** The element and what lies behind it, the nearest first, through slots and out of shadows. */
export function grounds(element: Element): Element[] {
  const found: Element[] = [];
  let at: Element | null | undefined = element;
  while (at) {
    found.push(at);
    at = at.assignedSlot ?? at.parentElement ?? (at.parentNode as ShadowRoot | null)?.host;
  }
  return found;
}

/** Light or dark as the attribute `theme` says, else as what lies behind the element is. */
export function schemeOf(element: Element): Scheme {
  const theme = element.getAttribute('theme');
  if (theme === 'light' || theme === 'dark') return theme;
  const context = document.createElement('canvas').getContext('2d')!;
  /** Up to 8 × 255; below 0 where one sees through. */
  const brightness = (colour: string): number => {
    // In whichever way the colour is written, a canvas writes it as rgba(…) up to 255, or as color(…) up to 1. What is drawn on one,
    // browsers that guard their reader falsify when it is looked at.
    context.fillStyle = `rgb(from ${colour} r g b/calc(alpha*.8))`;
    const { fillStyle } = context;
    const [red, green, blue, alpha] = fillStyle.match(/[\d.e-]+/g)!;
    return +alpha! > 0.4 ? (2 * +red! + 5 * +green! + +blue!) * (fillStyle < 'd' ? 255 : 1) : -1;
  };
  for (const ground of grounds(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(ground);
    const paper = brightness(backgroundColor);
    if (paper >= 0) return paper < 8 * 110 ? 'dark' : 'light';
    if (backgroundImage !== 'none') break;
  }
  // A picture, or the browser's own ground, shows nobody its colours, but what is written on it is to be read.
  return brightness(getComputedStyle(element).color) > 8 * 140 ? 'dark' : 'light';
}

/**
 * Calls `look` whenever the scheme may be another, and again when a change that takes its time is over: the page is settled.
 * @param signal ends it
 * @returns does the same for a change that is seen elsewhere
 */
export function watchScheme(
  element: Element,
  look: (settled?: true) => void,
  signal: AbortSignal,
): () => void {
  let timer = 0;
  const change = (): void => {
    look();
    clearTimeout(timer);
    timer = setTimeout(look, SLOW, true);
  };
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', change, { signal });
  // A page's own switch of colours sets something on what lies behind, or lets another style in.
  const switched = new MutationObserver(change);
  for (const ground of grounds(element)) switched.observe(ground, { attributes: true });
  const { head } = document;
  switched.observe(head, { attributes: true, childList: true, subtree: true });
  head.addEventListener('load', change, { capture: true, signal });
  signal.addEventListener('abort', () => switched.disconnect());
  return change;
}
