import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParsedNote } from '../common/types.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { createTellingMemory, tellingWords } from './telling-words.ts';
import { Words } from './words.ts';

const VOCABULARY = ['lantern', 'harbour', 'willow', 'anchor', 'ember', 'kettle'];

test('after edits, words tell what they would tell if nothing had been kept', async () => {
  const note = fc
    .array(fc.constantFrom(...VOCABULARY), { minLength: 2, maxLength: 8 })
    .map(([title, ...text]): ParsedNote => {
      const sections = [{ id: '', heading: '', text: text.join(' ') }];
      return sampleNote(`${title!}.md`, { title: title! }, { sections });
    });
  const garden = fc.array(note, { minLength: 3, maxLength: 6 });
  const edits = fc.array(fc.record({ at: fc.nat(), note }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(garden, edits, async (notes, changes) => {
      const words = new Words();
      const memory = createTellingMemory();
      const now = [...notes];
      for (const change of [null, ...changes]) {
        if (change !== null) now[change.at % now.length] = change.note;
        await words.update(now, () => {});
        const names = words.terms.list;
        expect(tellingWords(now, words, names, memory)).toEqual(
          tellingWords(now, words, names, createTellingMemory()),
        );
      }
    }),
  );
});
