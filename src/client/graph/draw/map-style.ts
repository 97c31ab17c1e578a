import { HUES, RAMP } from '../garden/region-hues.ts';
import type { MapStyle } from './renderer.ts';

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => name + index);
}

const NAMES = [
  'map',
  'ink',
  'map-title',
  'ember',
  'region-none',
  ...numbered('region-', HUES),
  ...numbered('ramp-', RAMP),
  'tag',
  'attachment',
];

/** Reads the map's colours from the CSS custom properties that stand at `probe`, which the theme sets. */
export function readMapStyle(probe: HTMLElement): MapStyle {
  // A custom property's text may be light-dark(…), which a canvas does not know; as a colour it comes out resolved.
  const dipped = (name: string): HTMLElement => {
    const drop = document.createElement('i');
    drop.style.color = `var(--hm-${name})`;
    return drop;
  };
  const drops = NAMES.map(dipped);
  // All at once: colour after colour, the page's styles would be worked out anew for each.
  probe.replaceChildren(...drops);
  const [background, ink, muted, accent, neutral, ...hues] = drops.map(
    (drop) => getComputedStyle(drop).color,
  );
  const style = getComputedStyle(probe);
  const read: MapStyle = {
    background: background!,
    ink: ink!,
    muted: muted!,
    accent: accent!,
    neutral: neutral!,
    hues,
    titleFont: style.getPropertyValue('--hm-serif'),
    nameFont: style.getPropertyValue('--hm-sans'),
  };
  probe.replaceChildren();
  return read;
}
