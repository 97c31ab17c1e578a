/** The map as it is seen, as an SVG that can be printed at any size. */
import { FOCUS, HIDDEN, SELECTED } from './emphasis.ts';
import { pickRings } from './marks.ts';
import { isGhost } from './neighbourhood.ts';
import { NEUTRAL } from './region-hues.ts';
import type { Picture } from './picture.ts';
import { screenRadius } from './scene.ts';
import { escapeXml } from './take-away.ts';

/** Links and discs in sight, then the labels, in CSS pixels. */
export function toSvg({ scene, frame, labels, style }: Picture): string {
  const { garden } = scene;
  const { camera, size, levels } = frame;
  const at = (node: number): [number, number] => [
    round((frame.x[node]! - camera.x) * camera.scale + size.width / 2),
    round((frame.y[node]! - camera.y) * camera.scale + size.height / 2),
  ];
  const isIn = (x: number, y: number, reach: number): boolean =>
    x > -reach && y > -reach && x < size.width + reach && y < size.height + reach;
  const colour = (hue: number): string =>
    hue === NEUTRAL ? style.neutral : (style.hues[hue] ?? style.neutral);

  const width = round(Math.min(1.4, 0.7 + camera.scale * 0.25) * frame.look.width);
  const lines = scene.links.map((list, slot) => {
    const way: string[] = [];
    for (const link of list) {
      const [a, b] = [garden.from[link]!, garden.to[link]!];
      if (levels[a] === HIDDEN || levels[b] === HIDDEN) continue;
      const [from, to] = [at(a), at(b)];
      const isOff =
        Math.max(from[0], to[0]) < 0 ||
        Math.min(from[0], to[0]) > size.width ||
        Math.max(from[1], to[1]) < 0 ||
        Math.min(from[1], to[1]) > size.height;
      if (!isOff) way.push(`M${from.join(' ')}L${to.join(' ')}`);
    }
    if (way.length === 0) return '';
    const strength = slot === 0 ? 0.2 : 0.28;
    return `<path d="${way.join('')}" stroke="${colour(slot - 1)}" stroke-opacity="${strength}"/>`;
  });

  const discs: string[] = [];
  for (const node of scene.order) {
    if (levels[node] === HIDDEN) continue;
    const [x, y] = at(node);
    const r = round(screenRadius(scene.radius[node]!, camera.scale));
    if (!isIn(x, y, r)) continue;
    const isMarked = levels[node] === SELECTED || levels[node] === FOCUS;
    const hue = isMarked ? style.accent : colour(scene.hue[node]!);
    const look = isGhost(garden, node)
      ? `fill="${style.background}" stroke="${hue}" stroke-width="1.3"`
      : `fill="${hue}"`;
    discs.push(
      `<circle cx="${x}" cy="${y}" r="${r}" ${look}><title>${escapeXml(garden.titles[node]!)}</title></circle>`,
    );
  }

  const rings = pickRings(scene, frame).map(
    ({ x, y, radius }) => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`,
  );

  const texts = [...labels].reverse().map((label) => {
    const fill =
      label.kind === 'region' ? colour(label.hue) : label.kind === 'strong' ? style.ink : style.muted;
    const face = escapeXml(label.kind === 'region' ? style.nameFont : style.titleFont);
    const weight = label.kind === 'region' ? 700 : label.kind === 'strong' ? 650 : 450;
    return (
      `<text x="${round(label.textX)}" y="${round(label.textY)}" font-size="${round(label.fontSize)}" font-weight="${weight}" ` +
      `font-family="${face}" fill="${fill}" stroke="${style.background}" stroke-width="3" opacity="${round(label.strength)}">` +
      `${escapeXml(label.text)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(size.width)} ${round(size.height)}" width="${round(size.width)}" height="${round(size.height)}">`,
    `<rect width="100%" height="100%" fill="${style.background}"/>`,
    `<g fill="none" stroke-width="${width}">`,
    ...lines.filter((line) => line !== ''),
    '</g>',
    ...discs,
    ...(rings.length > 0
      ? [`<g fill="none" stroke="${style.ink}" stroke-width="1.5">`, ...rings, '</g>']
      : []),
    '<g text-anchor="middle" dominant-baseline="central" paint-order="stroke" stroke-linejoin="round">',
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
