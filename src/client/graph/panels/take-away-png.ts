/** The map as it is seen, as a PNG, twice as fine. */
import { LabelPainter } from '../draw/label-painter.ts';
import { marks } from '../draw/marks.ts';
import type { Picture } from '../draw/picture.ts';

const RATIO = 2;

/** @throws {Error} where the browser can't make a picture of that size */
export async function toPng({ scene, frame, labels, style }: Picture): Promise<Blob> {
  // Like the map itself: asked for in two ways, it would come with a helper of the bundler's.
  const { canvasRenderer } = await import('../draw/canvas-renderer.ts');
  const canvas = document.createElement('canvas');
  const renderer = canvasRenderer(canvas);
  renderer.resize(frame.size, RATIO);
  renderer.paint(scene, frame, style);
  const overlay = document.createElement('canvas');
  const painter = new LabelPainter(overlay);
  painter.resize(frame.size, RATIO);
  painter.setStyle(style);
  painter.paint(labels, frame.size, (over) => marks.paint(over, scene, frame, style, labels));
  const context = canvas.getContext('2d')!;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.drawImage(overlay, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('This browser can’t make a picture of that size.'));
      else resolve(blob);
    }, 'image/png');
  });
}
