/** The map: where notes stand, how it is drawn, and what its first picture takes. */
import { drawingFigures } from './drawing.mjs';
import { firstPicture } from './first-picture.mjs';
import { layoutFigures } from './layout.mjs';
import { mapCode } from './map-code.mjs';

/**
 * @param {import('./run.mjs').Settings} settings
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function figures(settings) {
  return [
    ...(await layoutFigures(settings)),
    ...(await drawingFigures(settings)),
    ...(await firstPicture(settings)),
    await mapCode(settings),
  ];
}
