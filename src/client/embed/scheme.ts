import type { Scheme } from '../../contract/embed.ts';

/** Light or dark as the attribute `theme` says, else as what lies behind the element is. */
export function schemeOf(element: Element): Scheme {
  const theme = element.getAttribute('theme');
  if (theme === 'light' || theme === 'dark') return theme;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  for (let at = element.closest('*'); context !== null && at !== null; at = at.parentElement) {
    // In whichever way the colour is written, a canvas knows how it looks.
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(at).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    if (alpha > 127) return 2 * red + 5 * green + blue < 8 * 110 ? 'dark' : 'light';
  }
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  const schemes = getComputedStyle(document.documentElement).colorScheme + (meta?.content ?? '');
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(schemes) && (isDark || !/light/.test(schemes)) ? 'dark' : 'light';
}
