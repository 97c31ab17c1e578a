/** Settings that are numbers: their ranges, and how they stand in an address: `c1.5r2`, only what differs from the usual. */
import type { Forces } from '../../../layout/forces.ts';

export interface Knob {
  readonly letter: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly usual: number;
}
type Knobs<K extends string> = Readonly<Record<K, Knob>>;
export type Settings<K extends string> = Readonly<Record<K, number>>;

/** How the map is drawn. */
export interface Look {
  /** Doublings of the scale by which names come sooner; below 0 they come later. */
  readonly fade: number;
  /** Times the usual size of discs. */
  readonly size: number;
  /** Times the usual width of links. */
  readonly width: number;
  /** 1 where links have arrows from near by, 0 where they have none. */
  readonly arrows: number;
}

export const LOOK_KNOBS: Knobs<keyof Look> = {
  fade: { letter: 'f', least: -3, most: 3, step: 0.25, usual: 0 },
  size: { letter: 'n', least: 0.25, most: 4, step: 0.05, usual: 1 },
  width: { letter: 't', least: 0.25, most: 5, step: 0.05, usual: 1 },
  arrows: { letter: 'a', least: 0, most: 1, step: 1, usual: 1 },
};

export const FORCE_KNOBS: Knobs<keyof Forces> = {
  centre: { letter: 'c', least: 0, most: 3, step: 0.05, usual: 1 },
  repel: { letter: 'r', least: 0, most: 5, step: 0.1, usual: 1 },
  link: { letter: 'l', least: 0, most: 3, step: 0.05, usual: 1 },
  distance: { letter: 'd', least: 0.2, most: 5, step: 0.1, usual: 1 },
};

/** What it doesn't know, or can't be, is left at the usual or brought into range. */
export function readKnobs<K extends string>(knobs: Knobs<K>, text: string): Settings<K> {
  const told = new Map(
    Array.from(text.slice(0, 200).matchAll(/([a-z])(-?\d+(?:\.\d+)?)/g), ([, letter, value]) => [
      letter,
      Number(value),
    ]),
  );
  return mapKnobs(knobs, ({ letter, least, most, step, usual }) => {
    const value = told.get(letter) ?? usual;
    return Math.min(most, Math.max(least, tidy(Math.round(value / step) * step)));
  });
}

/** '' where all are as usual. */
export function writeKnobs<K extends string>(knobs: Knobs<K>, settings: Settings<K>): string {
  return keysOf(knobs)
    .filter((key) => settings[key] !== knobs[key].usual)
    .map((key) => `${knobs[key].letter}${settings[key]}`)
    .join('');
}

export function usual<K extends string>(knobs: Knobs<K>): Settings<K> {
  return mapKnobs(knobs, (knob) => knob.usual);
}

function mapKnobs<K extends string>(knobs: Knobs<K>, of: (knob: Knob) => number): Settings<K> {
  return Object.fromEntries(keysOf(knobs).map((key) => [key, of(knobs[key])])) as Settings<K>;
}

function keysOf<K extends string>(knobs: Knobs<K>): K[] {
  return Object.keys(knobs) as K[];
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toFixed(2)) + 0;
}
