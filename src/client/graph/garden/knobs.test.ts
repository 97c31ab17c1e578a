import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORCE_KNOBS, LOOK_KNOBS, readKnobs, usual, writeKnobs } from './knobs.ts';

describe('settings that are numbers', () => {
  it('stand in an address only where they differ from the usual', () => {
    expect(writeKnobs(FORCE_KNOBS, usual(FORCE_KNOBS))).toBe('');
    expect(writeKnobs(FORCE_KNOBS, { ...usual(FORCE_KNOBS), repel: 2.5, distance: 0.4 })).toBe('r2.5d0.4');
    expect(writeKnobs(LOOK_KNOBS, { ...usual(LOOK_KNOBS), fade: -1.25, arrows: 0 })).toBe('f-1.25a0');
  });

  it('come back as they were written', () => {
    const knob = FORCE_KNOBS.centre;
    const value = fc.integer({ min: 0, max: (knob.most - knob.least) / knob.step }).map((steps) => {
      return Number((knob.least + steps * knob.step).toFixed(2));
    });
    fc.assert(
      fc.property(value, value, (centre, link) => {
        const settings = { ...usual(FORCE_KNOBS), centre, link };
        expect(readKnobs(FORCE_KNOBS, writeKnobs(FORCE_KNOBS, settings))).toEqual(settings);
      }),
    );
  });

  it('are in their ranges, whatever an address says', () => {
    expect(readKnobs(FORCE_KNOBS, 'c99r-4d0x7')).toEqual({ centre: 3, repel: 0, link: 1, distance: 0.2 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^([crld]-?[0-9.e]{0,9}){0,5}$/)), (text) => {
        const settings = readKnobs(FORCE_KNOBS, text);
        for (const key of ['centre', 'repel', 'link', 'distance'] as const) {
          expect(settings[key]).toBeGreaterThanOrEqual(FORCE_KNOBS[key].least);
          expect(settings[key]).toBeLessThanOrEqual(FORCE_KNOBS[key].most);
        }
        expect(readKnobs(FORCE_KNOBS, writeKnobs(FORCE_KNOBS, settings))).toEqual(settings);
      }),
    );
  });
});
