import { describe, expect, it } from 'vitest';
import { packPostings } from '../contract/search.ts';
import { KnownImpacts } from './impacts.ts';

const packed = packPostings([
  { notes: [2], frequencies: [1] },
  { notes: [0, 2, 7], frequencies: [3, 1, 2] },
]);

describe('KnownImpacts', () => {
  it('gives the notes of all fields with what each is worth', () => {
    const known = new KnownImpacts((field, _, frequency, notes) => 100 * field + 10 * frequency + notes, 100);
    const { notes, worths } = known.of(5, packed);
    expect([...notes]).toEqual([2, 0, 2, 7]);
    expect([...worths]).toEqual([11, 133, 113, 123]);
  });

  it('leaves out what is worth nothing', () => {
    const known = new KnownImpacts((_field, note) => (note > 5 ? 0 : 1), 100);
    expect([...known.of(1, packed).notes]).toEqual([2, 0, 2]);
  });

  it('works a term out once, and lets all go where they would be too many', () => {
    let asked = 0;
    const known = new KnownImpacts(() => ++asked, 8);
    const first = known.of(1, packed);
    known.of(2, packed);
    expect(known.of(1, packed)).toBe(first);
    expect(asked).toBe(8);
    known.of(3, packed);
    known.of(1, packed);
    expect(asked).toBe(16);
  });
});
