import { describe, expect, test } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { regionShapes, shapeStrength, type RegionShapes } from './region-shapes.ts';
import { makeScene, type Scene } from './scene.ts';

const RED = [1, 0, 0] as const;
const BLUE = [0, 0, 1] as const;

/** Two regions of eight notes each, in two heaps far apart. */
function twoHeaps(): { scene: Scene; x: Float32Array; y: Float32Array; shown: Uint8Array | null } {
  const titles = Array.from({ length: 16 }, (_, id) => `note ${id}`);
  const garden = {
    ...sampleGarden(titles, []),
    region: Int16Array.from(titles, (_, id) => (id < 8 ? 0 : 1)),
    regions: [
      { name: 'left', hub: 0, words: [], colour: 0 },
      { name: 'right', hub: 8, words: [], colour: 1 },
    ],
  };
  return {
    scene: makeScene(garden),
    x: Float32Array.from(titles, (_, id) => (id < 8 ? 0 : 500) + (id % 4) * 8),
    y: Float32Array.from(titles, (_, id) => Math.floor((id % 8) / 4) * 8),
    shown: null,
  };
}

/** The cell at a place of the map: red, green, blue, alpha. */
function cellAt(shapes: RegionShapes, x: number, y: number): number[] {
  const column = Math.floor(((x - shapes.left) / shapes.width) * shapes.columns);
  const row = Math.floor(((y - shapes.top) / shapes.height) * shapes.rows);
  return [...shapes.cells.subarray(4 * (row * shapes.columns + column)).subarray(0, 4)];
}

describe('the shapes of regions', () => {
  test('have their colour where their notes crowd, and nothing between', () => {
    const { scene, ...places } = twoHeaps();
    const shapes = regionShapes(scene, places, [RED, BLUE])!;
    const [red = 0, , blueOfLeft, leftAlpha = 0] = cellAt(shapes, 12, 4);
    expect(leftAlpha).toBeGreaterThan(150);
    expect([red, blueOfLeft]).toEqual([leftAlpha, 0]);
    expect(cellAt(shapes, 512, 4)[2]).toBeGreaterThan(150);
    expect(cellAt(shapes, 260, 4)).toEqual([0, 0, 0, 0]);
  });

  test('leave out what is not shown', () => {
    const { scene, ...places } = twoHeaps();
    const shown = new Uint8Array(16).fill(1, 0, 8);
    const shapes = regionShapes(scene, { ...places, shown }, [RED, BLUE])!;
    expect(shapes.left + shapes.width).toBeLessThan(200);
    expect(regionShapes(scene, { ...places, shown: new Uint8Array(16) }, [RED, BLUE])).toBeNull();
  });

  test('of a map as wide as the sky take no more room', () => {
    const { scene, x, ...places } = twoHeaps();
    const far = x.map((at) => at * 1_000);
    const shapes = regionShapes(scene, { ...places, x: far }, [RED, BLUE])!;
    expect(shapes.columns * shapes.rows).toBeLessThan(500 * 500);
  });

  test('fade as the notes come near, are none while all notes move, and while others are looked at', () => {
    expect(shapeStrength({ far: 1, dimmed: false, adrift: true })).toBe(0);
    expect(shapeStrength({ far: 0, dimmed: false, adrift: false })).toBe(0);
    expect(shapeStrength({ far: 1, dimmed: true, adrift: false })).toBeLessThan(
      shapeStrength({ far: 1, dimmed: false, adrift: false }),
    );
  });
});
