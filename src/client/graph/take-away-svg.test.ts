import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DIM, HIDDEN, NEAR, PLAIN, SELECTED } from './emphasis.ts';
import { LOOK_KNOBS, usual } from './knobs.ts';
import type { Label } from './labels.ts';
import type { Picture } from './picture.ts';
import type { Frame } from './renderer.ts';
import { sampleGarden } from './sample-garden.ts';
import { makeScene } from './scene.ts';
import { toSvg } from './take-away-svg.ts';

const garden = sampleGarden(
  ['a', 'b & c', 'd', 'e'],
  [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
);
const style = {
  background: 'white',
  ink: 'black',
  muted: 'grey',
  accent: 'red',
  neutral: 'silver',
  hues: ['blue'],
  titleFont: "'Serif', serif",
  nameFont: 'sans-serif',
};

function picture(frame: Partial<Frame>, labels: readonly Label[] = [], places = garden): Picture {
  return {
    scene: makeScene(places),
    frame: {
      camera: { x: 45, y: 0, scale: 1 },
      size: { width: 200, height: 100 },
      x: places.x,
      y: places.y,
      shown: null,
      levels: Uint8Array.of(PLAIN, PLAIN, PLAIN, PLAIN),
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
    style,
  };
}

describe('the map as SVG', () => {
  beforeEach(() => {
    vi.stubGlobal('ImageData', class {});
    vi.stubGlobal('document', {
      createElement: () => ({ getContext: () => null, toDataURL: () => 'data:image/png;base64,AA==' }),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('has the links of an open note in the accent, a rim around it, and the rest stands back', async () => {
    const levels = Uint8Array.of(SELECTED, NEAR, PLAIN, HIDDEN);
    const svg = await toSvg(picture({ levels, centre: 0, strong: [0], subdued: true }));
    expect(svg).toContain('<path d="M55 50L85 50" fill="none" stroke="red" stroke-width="1" opacity="0.5"/>');
    expect(svg).toMatch(/A[^>]+stroke="red" stroke-width="2"/);
    expect(svg).toMatch(/A[^>]+fill="silver" opacity="0.5"/);
    expect(svg).toMatch(/<title>a<.+\n.*<title>b &#38; c<|<title>b &#38; c<[^]*<title>a</);
    expect(svg).not.toContain('<title>e<');
  });

  test('has the path that was asked for, and the rest dim', async () => {
    const levels = Uint8Array.of(NEAR, NEAR, NEAR, DIM);
    const svg = await toSvg(
      picture({
        levels,
        trail: [
          [0, 1],
          [1, 2],
        ],
        lit: [0, 1, 2],
        dimmed: true,
      }),
    );
    expect(svg).toContain(
      '<path d="M55 50L85 50M85 50L115 50" fill="none" stroke="red" stroke-width="2.5"/>',
    );
    expect(svg).toMatch(/A[^>]+fill="silver" opacity="0.2"/);
  });

  test('has the shapes of regions, seen from afar', async () => {
    const region = { name: 'a', hub: 0, words: [], colour: 0 };
    const crowd = {
      ...garden,
      x: Float32Array.of(40, 44, 48, 52),
      regions: [region],
      region: new Int16Array(4),
    };
    const svg = await toSvg(picture({ far: 1 }, [], crowd));
    expect(svg).toMatch(/<image [^>]+ href="data:image\/png;base64,AA==" opacity="0.2"\/>/);
    expect(await toSvg(picture({ far: 0 }, [], crowd))).not.toContain('<image');
  });

  test('has labels as they are written: with a halo, in the weight and slant of their kind', async () => {
    const place = { x: 0, y: 0, reach: 0, textX: 100, textY: 20, width: 30 };
    const label: Label = { text: '<x>', fontSize: 12, kind: 'words', hue: 0, strength: 0.5, ...place };
    const svg = await toSvg(picture({}, [label]));
    const text =
      '<text x="100" y="20" font-size="12" font-weight="450" font-style="italic" font-family="&#39;Serif&#39;, serif"';
    expect(svg).toContain(
      `${text} fill="none" stroke="white" stroke-width="3" opacity="0.4">&#60;x&#62;</text>`,
    );
    expect(svg).toContain(`${text} fill="grey" opacity="0.5">&#60;x&#62;</text>`);
  });
});
