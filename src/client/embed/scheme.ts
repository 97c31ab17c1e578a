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
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  /** Up to 8 × 255; nothing where one sees through. */
  const brightness = (colour: string): number | null => {
    // In whichever way the colour is written, a canvas knows how it looks.
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return alpha! > 127 ? 2 * red! + 5 * green! + blue! : null;
  };
  for (const ground of grounds(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(ground);
    const paper = brightness(backgroundColor);
    if (paper !== null) return paper < 8 * 110 ? 'dark' : 'light';
    if (backgroundImage !== 'none') break;
  }
  // A picture, or the browser's own ground, shows nobody its colours, but what is written on it is to be read.
  return brightness(getComputedStyle(element).color)! > 8 * 140 ? 'dark' : 'light';
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
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change, { signal });
  // A page's own switch of colours sets something on what lies behind, or lets another style in.
  const switched = new MutationObserver(change);
  for (const ground of grounds(element)) switched.observe(ground, { attributes: true });
  const { head } = document;
  switched.observe(head, { attributes: true, childList: true, subtree: true });
  head.addEventListener('load', change, { capture: true, signal });
  signal.addEventListener('abort', () => switched.disconnect());
  return change;
}
