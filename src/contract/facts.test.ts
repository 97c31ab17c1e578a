import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS_VERSION, HAS, NO_DATE, readFacts } from './facts.ts';
import { DataError } from './site.ts';

const file = { version: FACTS_VERSION, notes: 2, created: [19000, null], modified: [19001, 5], has: [3, 0] };

describe('readFacts', () => {
  it('reads the columns, and stands a mark where a day is not known', () => {
    const { created, modified, has } = readFacts(file);
    expect([...created]).toEqual([19000, NO_DATE]);
    expect([...modified]).toEqual([19001, 5]);
    expect(has[0]! & HAS.math).toBeTruthy();
    expect(has[0]! & HAS.table).toBe(0);
  });

  it('takes a note as never changed where the file has no such column', () => {
    expect([...readFacts({ version: 1, notes: 2, created: [1, null] }).modified]).toEqual([1, NO_DATE]);
  });

  it('knows no day and nothing in the notes where the columns are left out', () => {
    const { created, modified, has } = readFacts({ version: 1, notes: 1 });
    expect([[...created], [...modified], [...has]]).toEqual([[NO_DATE], [NO_DATE], [0]]);
  });

  it('knows where headings are told, or that no note has any', () => {
    const told = readFacts({ ...file, headings: 'headings.0a1b.json' });
    expect([told.headingsFile, told.headings]).toEqual(['headings.0a1b.json', null]);
    const none = readFacts(file);
    expect([none.headingsFile, none.headings]).toEqual([null, ['', '']]);
  });

  it.each([
    ['headings elsewhere', { ...file, headings: '../headings.0.json' }, /names "..\/headings.0.json"/],
    ['headings of another host', { ...file, headings: '//a.example/headings.0.json' }, /names/],
    ['headings that are none', { ...file, headings: 7 }, /names 7/],
    ['nothing', null, /no facts/],
    ['a list', [], /no facts/],
    ['another version', { ...file, version: 2 }, /version 2; this page reads version 1/],
    ['no number of notes', { version: 1 }, /how many notes/],
    ['half a note', { ...file, notes: 1.5 }, /how many notes/],
    ['a column that is too short', { ...file, created: [1] }, /of 2 notes, but its "created" is not/],
    ['a column that is none', { ...file, has: 'none' }, /its "has" is not/],
    ['a date as text', { ...file, created: ['2024-01-01', 1] }, /holds "2024-01-01" in "created"/],
    ['a day beyond all years', { ...file, modified: [1, 1e9] }, /in "modified"/],
    ['nothing for something', { ...file, has: [null, 1] }, /holds null in "has"/],
  ])('says what is wrong with %s', (_, value, message) => {
    expect(() => readFacts(value)).toThrow(message);
    expect(() => readFacts(value)).toThrow(DataError);
  });

  it('reads anything at all or throws a message for the reader', () => {
    const column = fc.option(fc.array(fc.oneof(fc.integer(), fc.constant(null), fc.anything())), {
      nil: undefined,
    });
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        version: fc.constant(FACTS_VERSION),
        notes: fc.nat(5),
        created: column,
        modified: column,
        has: column,
      }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        try {
          readFacts(value);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
    );
  });
});
