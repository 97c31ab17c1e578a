/** The map as it is seen, as an SVG that can be printed at any size. */
import { LabelPainter } from '../draw/label-painter.ts';
import { marks } from '../draw/marks.ts';
import type { Picture } from '../draw/picture.ts';
import { screenRadius } from '../draw/scene.ts';
import { HIDDEN } from '../garden/emphasis.ts';
import { round, SvgContext } from './svg-context.ts';
import { escapeXml } from './take-away.ts';

/** In CSS pixels, drawn by the map's own code; each disc in sight has its title. */
export async function toSvg({ scene, frame, labels, style }: Picture): Promise<string> {
  // Like the map itself: asked for in two ways, it would come with a helper of the bundler's.
  const { canvasRenderer } = await import('../draw/canvas-renderer.ts');
  const { size, levels, camera } = frame;
  const map = new SvgContext();
  canvasRenderer(map.canvas).paint(scene, frame, style);
  const over = new SvgContext();
  const painter = new LabelPainter(over.canvas);
  painter.setStyle(style);
  painter.paint(labels, size, (context) => marks.paint(context, scene, frame, style, labels));

  const titles: string[] = [];
  for (const node of scene.order) {
    if (levels[node] === HIDDEN) continue;
    const x = round((frame.x[node]! - camera.x) * camera.scale + size.width / 2);
    const y = round((frame.y[node]! - camera.y) * camera.scale + size.height / 2);
    const r = round(screenRadius(scene.radius[node]!, camera.scale));
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
    const title = escapeXml(scene.garden.titles[node]!);
    titles.push(`<circle cx="${x}" cy="${y}" r="${r}"><title>${title}</title></circle>`);
  }
  const [width, height] = [round(size.width), round(size.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...map.elements,
    '<g text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" pointer-events="none">',
    ...over.elements,
    '</g>',
    '<g opacity="0">',
    ...titles,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
