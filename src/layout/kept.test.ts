import { describe, expect, it } from 'vitest';
import { DataError } from '../contract/site.ts';
import { keepDrawing, NEW, NO_REGION, readKept, recallKept, writeKept } from './kept.ts';
import { quantise } from './quantise.ts';

const names = ['b.md', 'a.md', '__proto__', 'lone.md'];
const from = [0, 1];
const to = [1, 2];
const steps = quantise([1, -2, 3.03125, 40], [0, 5, 6, -70]);
const regions = [{ colour: 4, hub: 1, words: ['fire', '火'] }];
const region = [0, 0, -1, -1];
const kept = keepDrawing({ names, from, to }, { ...steps, region, regions });
const text = writeKept(kept);

describe('kept positions', () => {
  it('stand one a line in the order of names, linked and single ones apart', () => {
    expect(text).toBe(
      '{"version":1,"unit":0.03125,\n"regions":[\n[4,"a.md",["fire","火"]]],\n' +
        '"linked":[\n["__proto__",97,192],\n["a.md",-64,160,4],\n["b.md",32,0,4]],\n' +
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
    const read = readKept(JSON.parse(text));
    expect(read).toEqual(kept);
    const recalled = recallKept(read, again);
    expect([...recalled.x]).toEqual([40, 3.03125, -2, 1]);
    expect([...recalled.y]).toEqual([-70, 6, 5, 0]);
    expect([...recalled.colour]).toEqual([NO_REGION, NO_REGION, 4, 4]);
    const drawn = { ...quantise(recalled.x, recalled.y), region: order.map((i) => region[i]!) };
    const hubs = regions.map((one) => ({ ...one, hub: 3 - one.hub }));
    expect(writeKept(keepDrawing(again, { ...drawn, regions: hubs }))).toBe(text);
  });

  it('are not used for a node that is new, or has its first link, or has lost its last', () => {
    const today = { names: [...names, 'new.md'], from: [0, 3], to: [1, 4] };
    const { x, colour } = recallKept(kept, today);
    expect([...x].map((value) => Number.isNaN(value))).toEqual([false, false, true, true, true]);
    expect([...colour]).toEqual([4, 4, NEW, NEW, NEW]);
  });

  const whole = { version: 1, unit: 1, regions: [[0, 'a', []]], linked: [['a', 1, 2, 0]], single: [] };
  it.each<[string, unknown, RegExp]>([
    ['no object', [], /holds no positions/],
    ['another version', { version: 2 }, /version is 2/],
    ['no version', {}, /version is null/],
    ['no unit', { ...whole, unit: 0 }, /"unit"/],
    ['no list', { ...whole, single: undefined }, /"single"/],
    ['a region without words', { ...whole, regions: [[0, 'a']] }, /\[0,"a"\] is no region/],
    ['words that are none', { ...whole, regions: [[0, 'a', [1]]] }, /is no region/],
    [
      'two regions of one colour',
      {
        ...whole,
        regions: [
          [0, 'a', []],
          [0, 'b', []],
        ],
      },
      /one colour/,
    ],
    ['a name that is none', { ...whole, linked: [[1, 2, 3]] }, /\[1,2,3\] is no place/],
    ['a step that is none', { ...whole, linked: [['a', 0.5, 3]] }, /0\.5/],
    ['a step out of reach', { ...whole, linked: [['a', 1e9, 3]] }, /1000000000/],
    ['a region that is none', { ...whole, linked: [['a', 1, 2, 7]] }, /\["a",1,2,7\]/],
  ])('with %s are refused in words', (_, value, message) => {
    expect(() => readKept(value)).toThrow(DataError);
    expect(() => readKept(value)).toThrow(message);
  });
});
