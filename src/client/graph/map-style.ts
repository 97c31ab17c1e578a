import type { MapStyle } from './renderer.ts';
import { HUES, RAMP } from './region-hues.ts';

/** Reads the map's colours from the CSS custom properties that stand at `probe`, which the theme sets. */
export function readMapStyle(probe: HTMLElement): MapStyle {
  const style = getComputedStyle(probe);
  // A custom property's text may be light-dark(…), which a canvas does not know; as a colour it comes out resolved.
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const read: MapStyle = {
    background: colour('--hm-map'),
    ink: colour('--hm-ink'),
    muted: colour('--hm-map-title'),
    accent: colour('--hm-ember'),
    neutral: colour('--hm-region-none'),
    hues: [
      ...Array.from({ length: HUES }, (_, hue) => colour(`--hm-region-${hue}`)),
      ...Array.from({ length: RAMP }, (_, step) => colour(`--hm-ramp-${step}`)),
      colour('--hm-tag'),
      colour('--hm-attachment'),
    ],
    titleFont: style.getPropertyValue('--hm-serif'),
    nameFont: style.getPropertyValue('--hm-sans'),
  };
  probe.style.color = '';
  return read;
}
