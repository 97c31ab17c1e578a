import { describe, expect, it } from 'vitest';
import { readLook, USUAL } from './text-look.ts';

describe('the look of texts', () => {
  it('is as usual where nothing was chosen', () => {
    expect(readLook(null)).toEqual(USUAL);
  });

  it('is what was chosen', () => {
    expect(readLook({ size: 2, width: 'narrow' })).toEqual({ size: 2, width: 'narrow' });
  });

  it.each([[7], ['big'], [{ size: '3', width: 'huge' }], [{ size: NaN }], [[]]])(
    'is as usual where %j was remembered',
    (found) => {
      expect(readLook(found)).toEqual(USUAL);
    },
  );

  it('stays within bounds', () => {
    expect(readLook({ size: 99 }).size).toBe(5);
    expect(readLook({ size: -99 }).size).toBe(-2);
  });
});
