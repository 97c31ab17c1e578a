import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Label } from '../draw/labels.ts';
import { samplePicture } from '../draw/sample-picture.ts';
import { DIM, HIDDEN, NEAR, PLAIN, SELECTED } from '../garden/emphasis.ts';
import { sampleGarden } from '../garden/sample-garden.ts';
import { toSvg } from './take-away-svg.ts';

const garden = sampleGarden(
  ['a', 'b & c', 'd', 'e'],
  [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
);
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
    const svg = await toSvg(samplePicture(garden, { levels, centre: 0, strong: [0], subdued: true }));
    expect(svg).toContain('<path d="M55 50L85 50" fill="none" stroke="red" stroke-width="1" opacity="0.5"/>');
    expect(svg).toMatch(/A[^>]+stroke="red" stroke-width="2"/);
    expect(svg).toMatch(/A[^>]+fill="silver" opacity="0.5"/);
    expect(svg).toMatch(/<title>a<.+\n.*<title>b &#38; c<|<title>b &#38; c<[^]*<title>a</);
    expect(svg).not.toContain('<title>e<');
  });

  test('has the path that was asked for, and the rest dim', async () => {
    const levels = Uint8Array.of(NEAR, NEAR, NEAR, DIM);
    const svg = await toSvg(
      samplePicture(garden, {
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
    const svg = await toSvg(samplePicture(crowd, { far: 1 }));
    expect(svg).toMatch(/<image [^>]+ href="data:image\/png;base64,AA==" opacity="0.2"\/>/);
    expect(await toSvg(samplePicture(crowd, { far: 0 }))).not.toContain('<image');
  });

  test('has labels as they are written: with a halo, in the weight and slant of their kind', async () => {
    const place = { x: 0, y: 0, reach: 0, textX: 100, textY: 20, width: 30 };
    const label: Label = { text: '<x>', fontSize: 12, kind: 'words', hue: 0, strength: 0.5, ...place };
    const svg = await toSvg(samplePicture(garden, {}, [label]));
    const text =
      '<text x="100" y="20" font-size="12" font-weight="450" font-style="italic" font-family="&#39;Serif&#39;, serif"';
    expect(svg).toContain(
      `${text} fill="none" stroke="white" stroke-width="3" opacity="0.4">&#60;x&#62;</text>`,
    );
    expect(svg).toContain(`${text} fill="grey" opacity="0.5">&#60;x&#62;</text>`);
  });
});
