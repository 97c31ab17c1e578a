import { describe, expect, it } from 'vitest';
import moreCss from './more-contrast.css?raw';
import css from './tokens.css?raw';

const coloursOf = (css: string): Map<string, readonly [string, string]> =>
  new Map(
    [...css.matchAll(/--hm-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
      match[1]!,
      [match[2]!, match[3]!] as const,
    ]),
  );
const colours = coloursOf(css);

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const text: [string, string[]][] = [
  ['ink', ['paper', 'map', 'hover', 'field', 'code']],
  ['muted', ['paper', 'map', 'hover', 'field']],
  ['ember', ['paper', 'map', 'hover']],
  ['red', ['paper', 'code']],
  ['mark-ink', ['mark']],
  ['map-title', ['map']],
  ...[...colours.keys()]
    .filter((name) => /^(?:region|ramp)-/.test(name))
    .map((name): [string, string[]] => [name, ['map']]),
  ...[...colours.keys()]
    .filter((name) => /^code-/.test(name))
    .map((name): [string, string[]] => [name, ['code']]),
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('colours of the %s theme', (_theme, index) => {
  it.each(text.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    'let %s be read on %s',
    (front, back) => {
      expect(contrast(colours.get(front)![index], colours.get(back)![index])).toBeGreaterThanOrEqual(4.5);
    },
  );

  const more = new Map([...colours, ...coloursOf(moreCss)]);
  it.each([
    ...text
      .filter(([front]) => !/^(?:region|ramp|code)-/.test(front))
      .flatMap(([front, backs]) => backs.map((back) => [front, back, 7] as const)),
    ...['line', 'edge'].flatMap((front) => ['paper', 'map'].map((back) => [front, back, 3] as const)),
  ])('tell %s from %s for who asks for more contrast', (front, back, least) => {
    expect(contrast(more.get(front)![index], more.get(back)![index])).toBeGreaterThanOrEqual(least);
  });
});
