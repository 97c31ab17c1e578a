import fc from 'fast-check';
import { describe, it } from 'vitest';
import { atOnce } from '../garden/at-once.ts';
import { sampleGarden } from '../garden/sample-garden.ts';
import { pickingGrid } from '../hand/picking-grid.ts';
import { scanNodes } from './scan-nodes.ts';
import { makeScene, REACH, screenRadius } from './scene.ts';

describe('scanNodes', () => {
  it('finds what the grid finds, at any scale, and never a hidden node', () => {
    const at = fc.integer({ min: -300, max: 300 });
    const nodes = fc.array(fc.tuple(at, at, fc.boolean()), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(nodes, at, at, fc.integer({ min: 1, max: 40 }), (list, x, y, tenths) => {
        const scene = makeScene(
          sampleGarden(
            list.map((_, index) => `Note ${index}`),
            list.slice(1).map((_, index) => [0, index + 1] as const),
          ),
        );
        const places = {
          x: Float32Array.from(list, (node) => node[0]),
          y: Float32Array.from(list, (node) => node[1]),
        };
        const shown = Uint8Array.from(list, (node) => Number(node[2]));
        const scale = tenths / 10;
        const radius = (id: number): number => screenRadius(scene.radius[id]!, scale) / scale;
        const most = screenRadius(scene.largest, scale) / scale;
        const grid = atOnce(pickingGrid(places.x, places.y, shown));
        const [found, expected] = [
          scanNodes(scene, { ...places, shown }, { x, y }, scale),
          grid.nearest(x, y, REACH / scale, radius, most),
        ];
        // Of two that are equally near either will do.
        const distance = (id: number): number => Math.hypot(places.x[id]! - x, places.y[id]! - y);
        if (found === expected) return true;
        return found >= 0 && expected >= 0 && shown[found] === 1 && distance(found) === distance(expected);
      }),
    );
  });
});
