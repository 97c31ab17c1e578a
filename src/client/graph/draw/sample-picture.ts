/** A picture of a small garden for tests, 200 by 100 pixels around its middle. */
import type { Garden } from '../../../contract/map.ts';
import { PLAIN } from '../garden/emphasis.ts';
import { LOOK_KNOBS, usual } from '../garden/knobs.ts';
import type { Label } from './labels.ts';
import type { Picture } from './picture.ts';
import type { Frame, MapStyle } from './renderer.ts';
import { makeScene } from './scene.ts';

const STYLE: MapStyle = {
  background: 'white',
  ink: 'black',
  muted: 'grey',
  accent: 'red',
  neutral: 'silver',
  hues: ['blue'],
  titleFont: "'Serif', serif",
  nameFont: 'sans-serif',
};

export function samplePicture(
  garden: Garden,
  frame: Partial<Frame> = {},
  labels: readonly Label[] = [],
): Picture {
  return {
    scene: makeScene(garden),
    frame: {
      camera: { x: 45, y: 0, scale: 1 },
      size: { width: 200, height: 100 },
      x: garden.x,
      y: garden.y,
      shown: null,
      levels: new Uint8Array(garden.nodeCount).fill(PLAIN),
      centre: -1,
      marked: null,
      trail: [],
      strong: [],
      picks: [],
      lit: [],
      dimmed: false,
      subdued: false,
      far: 0,
      moving: false,
      adrift: false,
      look: usual(LOOK_KNOBS),
      ...frame,
    },
    labels,
    style: STYLE,
  };
}
