import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALONE, formatBeside, keyOfEnd, MOST_BESIDE, parseBeside, stepBeside } from './beside.ts';
import { sameEnd, type End } from './end.ts';

const note = (name: string): End => ({ name, ghost: false });
const [a, b, c, d] = ['a', 'b', 'c', 'd/e'].map(note) as [End, End, End, End];

describe('notes side by side', () => {
  it('are told from left to right, with a gap where the open one stands', () => {
    expect(formatBeside({ before: [a, d], after: [] })).toBe('a~d/e');
    expect(formatBeside({ before: [a], after: [c] })).toBe('a~~c');
    expect(formatBeside({ before: [], after: [{ name: 'no one', ghost: true }] })).toBe('~?no one');
  });

  it('open on the right, in place of what was opened there before', () => {
    const two = stepBeside(ALONE, a, b, true);
    expect(two).toEqual({ before: [a], after: [] });
    const back = stepBeside(two, b, a, false);
    expect(back).toEqual({ before: [], after: [b] });
    expect(stepBeside(back, a, c, true)).toEqual({ before: [a], after: [] });
  });

  it('are gone to where they stand, whether or not they are asked to stand beside', () => {
    const beside = { before: [a, b], after: [d] };
    expect(stepBeside(beside, c, a, true)).toEqual({ before: [], after: [b, c, d] });
    expect(stepBeside(beside, c, d, false)).toEqual({ before: [a, b, c], after: [] });
  });

  it('stay where a note among them gives way to another', () => {
    const beside = { before: [a], after: [d] };
    expect(stepBeside(beside, b, c, false)).toBe(beside);
  });

  it('end where no note is open', () => {
    expect(stepBeside({ before: [a], after: [] }, b, null, true)).toEqual(ALONE);
  });

  it('are never the same twice, nor the open one, nor too many', () => {
    expect(parseBeside('a~b~a~~c~b', c)).toEqual({ before: [a, b], after: [] });
    const many = Array.from({ length: 50 }, (_, index) => `n${index}`).join('~');
    const { before, after } = parseBeside(many, a);
    expect(before.length + after.length + 1).toBe(MOST_BESIDE);
    expect(before.at(-1)).toEqual(note('n49'));
  });

  it('come back from their text, whatever they are called', () => {
    const end = fc.record({
      name: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('~', '?', '%7E', 'a~b')),
      ghost: fc.boolean(),
    });
    const ends = fc.uniqueArray(end, { maxLength: MOST_BESIDE, minLength: 1, selector: keyOfEnd });
    fc.assert(
      fc.property(ends, fc.nat(), (all, place) => {
        const at = place % all.length;
        const beside = { before: all.slice(0, at), after: all.slice(at + 1) };
        expect(parseBeside(formatBeside(beside), all[at]!)).toEqual(beside);
      }),
    );
  });

  it('read any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { before, after } = parseBeside(text, a);
        expect([...before, ...after].some((end) => sameEnd(end, a))).toBe(false);
      }),
    );
  });
});
