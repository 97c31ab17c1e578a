import path from 'node:path/posix';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../common/diagnose.ts';
import { MOST_ORDERED, nearestFirst, parts, steps } from './nearest-notes.ts';
import { sampleNames, sampleNote } from './sample-notes.ts';

const folderPath = fc
  .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })
  .map((names) => names.join('/') || '.');

test('the nearest ones come first, as if all had been compared', () => {
  fc.assert(
    fc.property(fc.uniqueArray(folderPath, { maxLength: 60 }), folderPath, (folders, start) => {
      const names = sampleNames(folders.map((folder) => sampleNote(path.join(folder, 'x.md'))));
      const paths = names.notes.map(({ note }) => note.path);
      const found = paths.map((_, index) => index);
      const far = (index: number): number => steps(parts(path.dirname(paths[index]!)), parts(start));
      const all = found.toSorted(
        (a, b) => far(a) - far(b) || paths[a]!.length - paths[b]!.length || compareText(paths[a]!, paths[b]!),
      );
      const answer = nearestFirst(found, start, names);
      expect(answer.slice(0, MOST_ORDERED)).toEqual(all.slice(0, MOST_ORDERED));
      expect(answer.toSorted((a, b) => a - b)).toEqual(found);
    }),
  );
});

// The square of the time would outlast the test's.
test('in twenty thousand notes of one title, each link to it finds the nearest soon', () => {
  const notes = Array.from({ length: 20_000 }, (_, index) => sampleNote(`f${index}/n${index}.md`));
  const names = sampleNames(notes);
  const found = notes.map((_, index) => index);
  for (let from = 0; from < 20_000; from += 20) {
    expect(nearestFirst(found, `f${from}`, names)[0]).toBe(from);
  }
});
