import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { readSearch, SEARCH_OPTIONS, type SearchDocument } from '../../contract/search.ts';
import type { ParsedNote } from '../common/types.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { searchFiles } from './derive-search.ts';
import { Words } from './words.ts';

type Index = ReturnType<MiniSearch['toJSON']>;

async function indexOf(notes: readonly ParsedNote[], words = new Words()): Promise<Index> {
  await words.update(notes, () => {});
  const file = readSearch(JSON.parse(searchFiles(notes, words, 'texts/', 0).index));
  return (file.store === 'whole' ? file.index : null) as Index;
}

function searchDocument({ title, frontMatter, sections }: ParsedNote, id: number): SearchDocument {
  const around = [...frontMatter.tags, ...frontMatter.aliases, frontMatter.description ?? ''];
  const body = [...around, ...sections.flatMap(({ heading, text }) => [heading, text])].join('\n');
  return { id, title, body };
}

/** MiniSearch's own index of them; its averages are rounded at each note. */
function expected(notes: readonly ParsedNote[]): Index {
  const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
  index.addAll(notes.map(searchDocument));
  const { averageFieldLength, index: terms, ...rest } = index.toJSON();
  return {
    ...rest,
    averageFieldLength: averageFieldLength.map((length) => expect.closeTo(length, 6) as number),
    index: [...terms].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

const word = fc.constantFrom(
  'a',
  'Wärme',
  'heat',
  'heat',
  '熱力学',
  '"',
  '__proto__',
  'constructor',
  '1',
  '🔥',
);
const note = fc.tuple(fc.array(word), fc.array(word), fc.array(word)).map(([title, heading, text]) =>
  sampleNote(
    'n.md',
    { tags: ['heat'] },
    {
      title: title.join(' '),
      sections: [{ id: 'h', heading: heading.join(' '), text: text.join(' ') }],
    },
  ),
);

test('it is the index that MiniSearch makes of the same notes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(note), async (notes) => {
      expect(await indexOf(notes)).toEqual(expected(notes));
    }),
  );
});

test('it is the same whatever stood in it before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(note), fc.array(note), fc.array(note), async (gone, kept, fresh) => {
      const index = new Words();
      await indexOf([...gone, ...kept], index);
      expect(await indexOf([...kept, ...fresh], index)).toEqual(await indexOf([...kept, ...fresh]));
    }),
  );
});
