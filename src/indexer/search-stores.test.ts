/** The two stores of the search, made of the same notes, rank alike. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { readSearch, SEARCH_BOOST, SEARCH_OPTIONS, tokenize } from '../contract/search.ts';
import { blockStore } from '../search/block-store.ts';
import type { Answer } from '../search/engine.ts';
import { openStore } from '../search/open-store.ts';
import { mostEdits, type Store, type Strictness } from '../search/store.ts';
import { answer } from '../search/tiers.ts';
import { wholeStore } from '../search/whole-store.ts';
import type { ParsedNote } from './common/types.ts';
import { searchBlocks, searchFiles } from './derive/derive-search.ts';
import { Words } from './derive/words.ts';
import { sampleNote } from './resolve/sample-notes.ts';

const BLOCKS = 3;

interface Stores {
  readonly blocks: Store;
  readonly whole: MiniSearch;
  readonly asked: string[];
}

async function storesOf(
  notes: readonly ParsedNote[],
  broken: readonly string[] = [],
  swaps = false,
): Promise<Stores> {
  const words = new Words();
  await words.update(notes, () => {});
  const whole = readSearch(JSON.parse(searchFiles(notes, words, 'texts/', 0).index));
  const { index, blocks } = searchFiles(notes, words, 'texts/', BLOCKS);
  const file = readSearch(JSON.parse(index));
  if (whole.store !== 'whole' || file.store !== 'blocks') throw new Error('The stores are mixed up.');
  const asked: string[] = [];
  const load = (name: string): Promise<unknown> => {
    asked.push(name);
    if (broken.includes(name)) return Promise.reject(new Error('gone'));
    return Promise.resolve(JSON.parse(blocks[Number.parseInt(name, 10)]!));
  };
  return {
    blocks: blockStore(file, load, swaps),
    whole: MiniSearch.loadJS(whole.index as Parameters<typeof MiniSearch.loadJS>[0], SEARCH_OPTIONS),
    asked,
  };
}

const loose = { prefix: true, fuzzy: (term: string) => mostEdits(term) || false } as const;
const OPTIONS: Readonly<Record<Exclude<Strictness, 'numbers'>, Parameters<MiniSearch['search']>[1]>> = {
  whole: { combineWith: 'AND' },
  begun: { combineWith: 'AND', prefix: (_, index, terms) => index === terms.length - 1 },
  most: { combineWith: 'OR', prefix: (_, index, terms) => index === terms.length - 1 },
  near: { combineWith: 'AND', ...loose },
  any: { combineWith: 'OR', ...loose },
};

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 }),
  fc.constantFrom('Wärme', '熱力学', '__proto__', 'constructor', '∂', '🔥', 'ａｂｃ'),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const note = fc
  .tuple(text, text, text)
  .map(([title, heading, body]) =>
    sampleNote('n.md', {}, { title, sections: [{ id: 'h', heading, text: body }] }),
  );

describe('Thai, which has no spaces', () => {
  // ตากลม is ตาก ลม, to take the air, in most texts, and ตา กลม, round eyes, in others: pairs alone can't tell กลม from it.
  const texts = ['เรานั่งตากลม', 'โต๊ะกลม', 'ลมแรง'];
  const notes = texts.map((text, id) =>
    sampleNote(`${id}.md`, {}, { title: `n${id}`, sections: [{ id: '', heading: '', text }] }),
  );

  test.each(['blocks', 'whole'] as const)('ranks notes with the word itself first: %s', async (kind) => {
    const stores = await storesOf(notes);
    const store = kind === 'blocks' ? stores.blocks : wholeStore(stores.whole);
    for (const how of ['begun', 'near'] as const) {
      const { hits } = await store.rank('กลม', how);
      expect(hits.map(({ id }) => id)).toEqual([1, 0]);
    }
  });

  test('scores alike in both stores', async () => {
    const thai = fc.stringMatching(/^[กลมตาโ๊ะงน ]{0,12}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(thai, { minLength: 1, maxLength: 6 }), thai, async (bodies, query) => {
        const { blocks, whole } = await storesOf(
          bodies.map((text, id) =>
            sampleNote(`${id}.md`, {}, { title: `n${id}`, sections: [{ id: '', heading: '', text }] }),
          ),
        );
        for (const how of ['whole', 'begun', 'most', 'any'] as const) {
          const [ours, theirs] = [await blocks.rank(query, how), await wholeStore(whole).rank(query, how)];
          expect(ours.hits.map(({ id }) => id)).toEqual(theirs.hits.map(({ id }) => id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('one and many', () => {
  const notes = ['Vector space', 'Vector spaces', 'Spaceship', 'Matrices', 'Matrix of vectors'].map((title) =>
    sampleNote('n.md', {}, { title, sections: [{ id: '', heading: '', text: 'as it is' }] }),
  );

  test.each(['blocks', 'whole'] as const)('are found where either is asked for: %s', async (kind) => {
    const stores = await storesOf(notes);
    const store = kind === 'blocks' ? stores.blocks : wholeStore(stores.whole);
    const asked = async (words: string, how: Strictness): Promise<[number[], string[]]> => {
      const { hits } = await store.rank(words, how);
      return [hits.map(({ id }) => id), [...new Set(hits.flatMap(({ terms }) => terms))].sort()];
    };
    expect(await asked('vector spaces', 'begun')).toEqual([[1], ['spaces', 'vector']]);
    expect(await asked('vector spaces', 'numbers')).toEqual([
      [1, 0],
      ['space', 'spaces', 'vector'],
    ]);
    expect((await asked('spaces vectors', 'numbers'))[0].sort()).toEqual([0, 1]);
    expect(await asked('vectors matrix', 'numbers')).toEqual([[4], ['matrix', 'vectors']]);
    expect(await asked('matrices', 'numbers')).toEqual([
      [3, 4],
      ['matrices', 'matrix'],
    ]);
    // The last word may still go on.
    expect((await asked('spac', 'numbers'))[0].sort()).toEqual([0, 1, 2]);
    expect(await asked('matrix space', 'numbers')).toEqual([[], []]);
    const isKnown = async (words: string): Promise<boolean> => (await store.rank(words, 'numbers')).known;
    expect([await isKnown('matrix space'), await isKnown('matrix spice')]).toEqual([true, false]);
  });
});

describe('the store of blocks', () => {
  test.each(Object.keys(OPTIONS) as (keyof typeof OPTIONS)[])(
    'finds what MiniSearch finds, in its order and by the same terms: %s',
    async (how) => {
      await fc.assert(
        fc.asyncProperty(fc.array(note, { minLength: 1 }), text, async (notes, query) => {
          const { blocks, whole } = await storesOf(notes);
          const words = new Set(tokenize(query)).size;
          const least = how === 'most' ? (words < 3 ? words : Math.ceil((words * 2) / 3)) : 1;
          const expected = whole
            .search(query, { ...OPTIONS[how], boost: SEARCH_BOOST })
            .filter(({ queryTerms }) => new Set(queryTerms).size >= least);
          const { hits, lacks } = await blocks.rank(query, how);
          expect(lacks).toEqual([]);
          expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id as number)));
          const scores = new Map(expected.map(({ id, score }) => [id as number, score]));
          const terms = new Map(expected.map((found) => [found.id as number, found.terms]));
          let last = Infinity;
          for (const hit of hits) {
            // Equals may stand either way.
            expect(scores.get(hit.id)!).toBeLessThanOrEqual(last * (1 + 1e-9));
            last = scores.get(hit.id)!;
            // MiniSearch loses this one from its list.
            const told = (list: readonly string[]) => list.filter((term) => term !== '__proto__').sort();
            expect(told(hit.terms)).toEqual(told(terms.get(hit.id)!));
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  const notes = ['ash', 'bellows', 'cinder', 'draught', 'ember', 'flue', 'grate', 'hearth'].map((title) =>
    sampleNote('n.md', {}, { title, sections: [{ id: '', heading: '', text: `${title} fire` }] }),
  );

  test('asks only for the blocks of its words, and for each once', async () => {
    const { blocks, asked } = await storesOf(notes);
    expect((await blocks.rank('hearth', 'whole')).hits.map(({ id }) => id)).toEqual([7]);
    expect(asked).toEqual(['2.json']);
    await blocks.rank('hearth', 'begun');
    expect(asked).toEqual(['2.json']);
    expect((await blocks.rank('unknown', 'whole')).hits).toEqual([]);
    expect(asked).toEqual(['2.json']);
  });

  test('answers with the other words where a block does not come, says which it lacks, and asks again', async () => {
    const broken = ['0.json'];
    const { blocks, asked } = await storesOf(notes, broken);
    expect(await blocks.rank('ash hearth', 'whole')).toMatchObject({
      hits: [{ id: 7, terms: ['hearth'] }],
      lacks: ['ash'],
    });
    broken.pop();
    expect((await blocks.rank('ash fire', 'whole')).hits).toHaveLength(1);
    expect(asked.filter((name) => name === '0.json')).toHaveLength(2);
  });

  test('two letters in the wrong order are one slip', async () => {
    const { blocks } = await storesOf(notes, [], true);
    expect((await blocks.rank('emebr', 'near')).hits.map(({ id }) => id)).toEqual([4]);
    expect((await blocks.rank('embers', 'near')).hits.map(({ id }) => id)).toEqual([4]);
    expect((await blocks.rank('meebr', 'near')).hits).toEqual([]);
  });

  test('tells a word of which only a part came, and each word once', async () => {
    const { blocks } = await storesOf(
      ['ember', 'embers', 'zeal'].map((title) => sampleNote('n.md', {}, { title, sections: [] })),
      ['1.json'],
    );
    const found = await blocks.rank('ember ember', 'near');
    expect(found.lacks).toEqual(['ember']);
    expect(found.hits.map(({ id }) => id)).toEqual([0]);
  });

  test('a word that is asked for twice counts twice, as with MiniSearch', async () => {
    const { blocks, whole } = await storesOf(notes);
    const found = await blocks.rank('fire ash fire', 'any');
    const expected = whole.search('fire ash fire', { ...OPTIONS.any, boost: SEARCH_BOOST });
    expect(found.hits[0]!.id).toBe(expected[0]!.id);
  });
});

describe.each([
  ['of blocks', BLOCKS],
  ['of a whole', 0],
])('the store %s', (_, count) => {
  async function storeOf(notes: readonly ParsedNote[]): Promise<Store> {
    const words = new Words();
    await words.update(notes, () => {});
    const { index, blocks } = searchFiles(notes, words, 'texts/', count);
    const load = (name: string): Promise<unknown> =>
      Promise.resolve(JSON.parse(blocks[Number.parseInt(name, 10)]!));
    return (await openStore(JSON.parse(index), load)).store;
  }
  const texts = (query: string, notes: readonly ParsedNote[]): Promise<Answer> =>
    storeOf(notes).then((store) => answer(store, { words: query }));
  const some = ['hearth', 'ember 🔥', '\ud83d lone'].map((title) =>
    sampleNote('n.md', {}, { title, sections: [{ id: '', heading: title, text: `${title} \u0007 fire` }] }),
  );

  test('answers whatever is asked, of whatever notes, and of none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), async (query, isEmpty) => {
        const { hits } = await texts(query, isEmpty ? [] : some);
        for (const { id } of hits) expect(id).toBeLessThan(isEmpty ? 0 : some.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['a hundred thousand letters', 'x'.repeat(100_000)],
    ['a thousand words', 'fire '.repeat(1_000)],
    ['control characters', '\u0000\u0007fire\u001b'],
    ['half a sign', '\ud83dfire'],
  ])('takes %s', async (_, query) => {
    await expect(texts(query, some)).resolves.toHaveProperty('hits');
  });
});

test('a few notes have their index as a whole, many in blocks of bounded number', () => {
  expect([0, 1, 99, 100, 1834, 90_000].map(searchBlocks)).toEqual([0, 0, 0, 3, 39, 256]);
});
