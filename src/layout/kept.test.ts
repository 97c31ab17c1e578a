import { describe, expect, it } from 'vitest';
import { DataError } from '../contract/site.ts';
import { readKept, recallPositions, writeKept } from './kept.ts';
import { quantise } from './quantise.ts';

const names = ['b.md', 'a.md', '__proto__', 'lone.md'];
const from = [0, 1];
const to = [1, 2];
const steps = quantise([1, -2, 3.03125, 40], [0, 5, 6, -70]);
const text = writeKept({ names, from, to }, steps);

describe('kept positions', () => {
  it('stand one a line in the order of names, linked and single ones apart', () => {
    expect(text).toBe(
      '{"version":1,"unit":0.03125,\n"linked":[\n["__proto__",97,192],\n["a.md",-64,160],\n["b.md",32,0]],\n' +
        '"single":[\n["lone.md",1280,-2240]]}\n',
    );
  });

  it('come back bit for bit, whatever the nodes are numbered', () => {
    const order = [3, 2, 1, 0];
    const again = {
      names: order.map((i) => names[i]!),
      from: from.map((i) => 3 - i),
      to: to.map((i) => 3 - i),
    };
    const recalled = recallPositions(readKept(JSON.parse(text)), again);
    expect([...recalled.x]).toEqual([40, 3.03125, -2, 1]);
    expect([...recalled.y]).toEqual([-70, 6, 5, 0]);
    expect(writeKept(again, quantise(recalled.x, recalled.y))).toBe(text);
  });

  it('are not used for a node that is new, or has its first link, or has lost its last', () => {
    const kept = readKept(JSON.parse(text));
    const today = { names: [...names, 'new.md'], from: [0, 3], to: [1, 4] };
    const { x } = recallPositions(kept, today);
    expect([...x].map((value) => Number.isNaN(value))).toEqual([false, false, true, true, true]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', [], /holds no positions/],
    ['another version', { version: 2 }, /version 2.*Delete the file/],
    ['no unit', { version: 1, unit: 0, linked: [], single: [] }, /"unit"/],
    ['no list', { version: 1, unit: 1, linked: [] }, /"single"/],
    ['a name that is none', { version: 1, unit: 1, linked: [[1, 2, 3]], single: [] }, /\[1,2,3\]/],
    ['a step that is none', { version: 1, unit: 1, linked: [['a', 0.5, 3]], single: [] }, /0\.5/],
    ['a step out of reach', { version: 1, unit: 1, linked: [['a', 1e9, 3]], single: [] }, /1000000000/],
  ])('with %s are refused in words', (_, value, message) => {
    expect(() => readKept(value)).toThrow(DataError);
    expect(() => readKept(value)).toThrow(message);
  });
});
