import { afterEach, describe, expect, test } from 'vitest';
import { Stages } from '../common/stages.ts';
import type { FrontMatter, ParsedNote } from '../common/types.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { findAround, type AroundMemory } from './around.ts';
import type { Mentions } from './derive-mentions.ts';
import { createRelatedMemory } from './derive-related.ts';
import { Nearness } from './nearness.ts';
import { Words } from './words.ts';

afterEach(removeSampleFolders);

function note(title: string, text: string, fields: Partial<FrontMatter> = {}): ParsedNote {
  return sampleNote(`${title}.md`, { title, ...fields }, { sections: [{ id: '', heading: '', text }] });
}

type Link = readonly [from: number, to: number];

function nearness(notes: readonly ParsedNote[], links: readonly Link[]): Nearness {
  const ends = { from: links.map(([from]) => from), to: links.map(([, to]) => to) };
  return new Nearness({
    noteCount: notes.length,
    titles: notes.map(({ title }) => title),
    ghostNames: [],
    ...ends,
  });
}

async function around(
  notes: readonly ParsedNote[],
  links: readonly Link[] = [],
  {
    words = new Words(),
    key = '1',
    cache = null as string | null,
    memory = { related: createRelatedMemory() } as AroundMemory,
  } = {},
): ReturnType<typeof findAround> {
  const stages = new Stages(undefined);
  return findAround({ notes, nearness: nearness(notes, links), key, words, cache, stages }, memory);
}

const told = ({ list }: Mentions): string[] =>
  list.map(
    ({ from, sentence, at, text }) =>
      `${from}: ${sentence.slice(0, at)}[${text}]${sentence.slice(at + text.length)}`,
  );

describe('unlinked mentions', () => {
  test('tell the sentence in which another note says the title or an alias', async () => {
    const { mentions } = await around([
      note('Hearth', 'Where the Hearth is.', { aliases: ['fireplace', '/old/stove/'] }),
      note('House', 'It is cold. A house needs its HEARTH first. So it is.'),
      note('Room', 'An old stove or a fireplace warms it.'),
    ]);
    expect(mentions.map(told)).toEqual([
      ['1: A house needs its [HEARTH] first.', '2: An old stove or a [fireplace] warms it.'],
      [],
      [],
    ]);
  });

  test('leave out notes that link to it, in either direction, and put the nearest first', async () => {
    const notes = ['Fire', 'links', 'linked', 'far', 'near', 'hub'].map((title) =>
      note(title, title === 'Fire' ? '' : 'There is fire.'),
    );
    const { mentions } = await around(notes, [
      [1, 0],
      [0, 2],
      [5, 0],
      [5, 4],
    ]);
    expect(mentions[0]!.list.map(({ from }) => from)).toEqual([4, 3]);
  });

  test('are ten at the most, and say how many there are besides', async () => {
    const notes = [
      note('Fire Place', ''),
      ...Array.from({ length: 14 }, (_, i) => note(`n${i}`, 'A fire place.')),
    ];
    const { mentions } = await around(notes);
    expect(mentions[0]!.list).toHaveLength(10);
    expect(mentions[0]!.more).toBe(4);
  });

  test('are none of a single word that everybody says', async () => {
    const notes = [
      note('Then', ''),
      ...Array.from({ length: 100 }, (_, i) => note(`n${i}`, 'And then some.')),
    ];
    const { mentions } = await around(notes);
    expect(mentions[0]).toEqual({ list: [], more: 0 });
  });

  test('are none of a name that more than three notes have: nobody knows which is meant', async () => {
    const shared = (count: number) =>
      around([
        ...Array.from({ length: count }, () => note('Field Trip', '')),
        note('Diary', 'On a field trip.'),
      ]);
    expect((await shared(3)).mentions.map(({ list }) => list.length)).toEqual([1, 1, 1, 0]);
    expect((await shared(4)).mentions.map(({ list }) => list.length)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('related notes', () => {
  test('share telling words, or neighbours, and are not linked already', async () => {
    const notes = [
      note('a', 'ember ashes glow warmth'),
      note('b', 'the ember and the ashes glow'),
      note('c', 'ember ashes glow again'),
      note('d', 'something else entirely'),
      note('e', 'other things'),
      note('f', 'words of their own'),
      note('g', 'numbers'),
    ];
    const { related } = await around(notes, [
      [0, 2],
      [3, 5],
      [3, 6],
      [4, 5],
      [4, 6],
    ]);
    expect(related[0]!.map(({ to, words }) => [to, [...words].sort()])).toEqual([
      [1, ['ashes', 'ember', 'glow']],
    ]);
    expect(related[3]!.map(({ to, links }) => [to, links])).toEqual([[4, 2]]);
  });

  test('share no commands of formulas', async () => {
    const notes = Array.from({ length: 8 }, (_, i) =>
      note(`n${i}`, i < 2 ? '\\mathbf{x} \\qty \\alpha' : `word${i}`),
    );
    const { related } = await around(notes);
    expect(related[0]).toEqual([]);
  });
});

describe('what stands around', () => {
  const notes = [note('Fire', 'Warm.'), note('b', 'A fire.')];

  test('is found again in the cache under the same key, without reading a word', async () => {
    const cache = sampleFolder();
    const first = await around(notes, [], { cache });
    const words = new Words();
    expect(await around(notes, [], { cache, words })).toEqual(first);
    expect(words.terms.list).toEqual([]);
    const other = await around([notes[0]!, note('b', 'No more.')], [], { cache, key: '2' });
    expect(other.mentions[0]!.list).toEqual([]);
  });

  test('follows an edit as if it were found anew', async () => {
    const memory: AroundMemory = { related: createRelatedMemory() };
    const words = new Words();
    await around(notes, [], { memory, words });
    const edited = [note('Fires', 'Warm.'), notes[1]!, note('c', 'Many fires.')];
    expect(await around(edited, [], { memory, words, key: '2' })).toEqual(
      await around(edited, [], { key: '2' }),
    );
  });

  test('follows edits of words and links, and says the same of related notes again where none of them counts', async () => {
    const memory: AroundMemory = { related: createRelatedMemory() };
    const words = new Words();
    // Notes that nobody edits stay the same objects, as they do in a server.
    const others = [
      note('b', 'lantern harbour'),
      note('c', 'lantern harbour willow'),
      note('d', 'willow anchor'),
      note('e', 'anchor'),
    ];
    const garden = (first: string): ParsedNote[] => [note('a', `lantern harbour ${first}`), ...others];
    const edits: readonly (readonly [string, Link[]])[] = [
      ['', []],
      ['unheard', []],
      ['anchor', []],
      ['anchor', [[0, 1]]],
      ['', [[0, 1]]],
    ];
    const found = [];
    for (const [index, [first, links]] of edits.entries()) {
      const key = String(index);
      const kept = await around(garden(first), links, { memory, words, key });
      expect(kept).toEqual(await around(garden(first), links, { key }));
      found.push(kept.related);
    }
    expect(found[0]![0]!.length).toBeGreaterThan(0);
    // A word that no other note has tells nothing of two.
    expect(found[1]).toBe(found[0]);
    expect(found[2]).not.toEqual(found[1]);
    expect(found[3]).not.toEqual(found[2]);
  });
});
