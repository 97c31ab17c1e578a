/** Colours and a font from the page around. */
import type { EmbedLook, Scheme } from '../../contract/embed.ts';

const PROPERTIES = [
  ['background', 'color', '--hm-map'],
  ['ink', 'color', '--hm-ink'],
  ['ink', 'color', '--hm-map-title'],
  ['accent', 'color', '--hm-ember'],
  ['font', 'font-family', '--hm-serif'],
  ['font', 'font-family', '--hm-sans'],
] as const;

/** What is no colour, or no font, leaves the usual one. */
export function wear(root: HTMLElement, scheme: Scheme | null, look: EmbedLook): void {
  if (scheme !== null) root.dataset['hmTheme'] = scheme;
  for (const [name, kind, property] of PROPERTIES) {
    const value = look[name];
    if (typeof value === 'string' && value.length < 200 && CSS.supports(kind, value))
      root.style.setProperty(property, value);
    else root.style.removeProperty(property);
  }
}
