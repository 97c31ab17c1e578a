import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, shorten, type LabelWish } from './labels.ts';

const size = { width: 400, height: 300 };
const measure = (text: string): number => text.length * 6;
const wish = (text: string, x: number, y: number, change: Partial<LabelWish> = {}): LabelWish => ({
  text,
  x,
  y,
  reach: 4,
  fontSize: 12,
  kind: 'title',
  hue: -1,
  strength: 1,
  ...change,
});
const texts = (wishes: LabelWish[], most = 100): string[] =>
  placeLabels(wishes, measure, size, most).map((label) => label.text);

describe('placeLabels', () => {
  it('gives the place to the first who asks', () => {
    expect(texts([wish('hub', 100, 100), wish('leaf', 105, 103, { kind: 'region' })])).toEqual([
      'hub',
      'leaf',
    ]);
    const crowd = ['hub', 'twin', 'third', 'fourth', 'fifth'].map((text) =>
      wish(text, 100, 100, { reach: 14 }),
    );
    expect(texts(crowd)).toEqual(['hub', 'twin', 'third', 'fourth']);
  });

  it('writes below, and above where below is taken', () => {
    const [first, second] = placeLabels([wish('hub', 100, 100), wish('twin', 100, 100)], measure, size, 9);
    expect(first!.textY).toBeGreaterThan(104);
    expect(second!.textY).toBeLessThan(96);
  });

  it('leaves discs open where it can, and never lies on an obstacle', () => {
    const disc = { left: 90, right: 110, top: 106, bottom: 126 };
    const [above] = placeLabels([wish('hub', 100, 100)], measure, size, 9, { discs: [disc] });
    expect(above!.textY).toBeLessThan(96);
    const all = { left: 0, right: 400, top: 0, bottom: 300 };
    expect(placeLabels([wish('hub', 100, 100)], measure, size, 9, { discs: [all] })).toHaveLength(1);
    expect(placeLabels([wish('hub', 100, 100)], measure, size, 9, { obstacles: [all] })).toHaveLength(0);
  });

  it('keeps whole labels inside the edges', () => {
    expect(texts([wish('left', 2, 100), wish('low', 100, 299), wish('inside', 200, 150)])).toEqual([
      'left',
      'low',
      'inside',
    ]);
  });

  it('moves in from the rim what has no other place, and still below or above what it names', () => {
    const beside = { left: 20, right: 60, top: 95, bottom: 104 };
    const [below] = placeLabels([wish('at the rim', 10, 100)], measure, size, 9, { obstacles: [beside] });
    expect(below!.textX - below!.width / 2).toBe(5);
    expect(below!.textY).toBeGreaterThan(104);
    const [right] = placeLabels([wish('at the rim', 10, 100)], measure, size, 9);
    expect(right!.textY).toBe(100);
    expect(texts([wish('x'.repeat(80), 200, 100)])).toEqual([]);
  });

  it('writes the words of a region right below its name, wherever that stands', () => {
    const name = wish('NAME', 200, 100, { kind: 'region' });
    const words = wish('a · b · c', 200, 100, { kind: 'words', under: name, fontSize: 10 });
    const [, first] = placeLabels([name, words], measure, size, 9);
    expect(first!.textX).toBe(200);
    expect(first!.textY).toBeGreaterThan(100 + 12);
    expect(first!.textY).toBeLessThan(100 + 24);
    const obstacles = [{ left: 0, right: 400, top: 85, bottom: 92 }];
    const [lower, below] = placeLabels([name, words], measure, size, 9, { obstacles });
    expect(lower!.textY).toBeGreaterThan(100);
    expect(below!.textY - lower!.textY).toBeCloseTo(first!.textY - 100);
  });

  it('leaves the words out where the name is, and where there is no room for them', () => {
    const name = wish('NAME', 200, 100, { kind: 'region' });
    const words = wish('a · b · c', 200, 100, { kind: 'words', under: name });
    const wall = { left: 0, right: 400, top: 60, bottom: 140 };
    expect(placeLabels([name, words], measure, size, 9, { obstacles: [wall] })).toEqual([]);
    expect(texts([name, wish('other', 200, 112, { kind: 'region' }), words])).toEqual(['NAME', 'other']);
    expect(texts([words, name])).toEqual(['NAME']);
  });

  it('stops at the most', () => {
    expect(texts([wish('a', 50, 50), wish('b', 150, 50), wish('c', 250, 50)], 2)).toEqual(['a', 'b']);
  });

  it('never lets two labels touch', () => {
    const at = fc.record({
      text: fc.string({ minLength: 1, maxLength: 20 }),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      fontSize: fc.integer({ min: 10, max: 18 }),
      kind: fc.constantFrom('region' as const, 'title' as const, 'strong' as const),
    });
    fc.assert(
      fc.property(fc.array(at, { maxLength: 60 }), (list) => {
        const labels = placeLabels(
          list.map((entry) => wish(entry.text, entry.x, entry.y, entry)),
          measure,
          size,
          60,
        );
        for (const [i, a] of labels.entries()) {
          for (const b of labels.slice(i + 1)) {
            const apart =
              Math.abs(a.textX - b.textX) >= (a.width + b.width) / 2 ||
              Math.abs(a.textY - b.textY) >= (a.fontSize + b.fontSize) * 0.65;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});

describe('shorten', () => {
  it('cuts at a word where one ends nearby, and between whole characters', () => {
    expect(shorten('random variable', 20)).toBe('random variable');
    expect(shorten('partially observable markov decision process', 24)).toBe('partially observable…');
    expect(shorten('Donaudampfschifffahrtsgesellschaft', 12)).toBe('Donaudampfs…');
    expect(shorten('👩‍🔬👩‍🔬👩‍🔬', 3)).not.toContain('\uFFFD');
  });
});
