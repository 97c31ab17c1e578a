import { describe, expect, test } from 'vitest';
import { both, filterMask, foldersOf, folderOf, NO_FILTER, tagsOf } from './filter.ts';
import { sampleGarden } from './sample-garden.ts';

const garden = {
  ...sampleGarden(
    ['a/One', 'a/b/Two', 'Three', 'alone', 'ghost'],
    [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 4],
    ],
    1,
  ),
  tags: ['fire', 'constructor', 'fire/wood', 'firefly'],
  noteTags: [[0], [0, 1], [2], [3]],
};
const shown = (filter: Partial<typeof NO_FILTER>): number[] =>
  Array.from(filterMask(garden, { ...NO_FILTER, ...filter }) ?? [9]);

describe('a filter', () => {
  test('that lets all in hides nothing', () => expect(filterMask(garden, NO_FILTER)).toBeNull());

  test.each([
    ['orphans', { orphans: false }, [1, 1, 1, 0, 1]],
    ['ghosts', { ghosts: false }, [1, 1, 1, 1, 0]],
    ['notes without a tag or one below it', { tag: 'fire' }, [1, 1, 1, 0, 0]],
    ['notes with the tag above alone', { tag: 'fire/wood' }, [0, 0, 1, 0, 0]],
    ['all for a tag that no note has', { tag: '__proto__' }, [0, 0, 0, 0, 0]],
    ['notes outside of a folder', { folder: 'a' }, [1, 1, 0, 0, 0]],
    ['notes above a folder', { folder: 'a/b' }, [0, 1, 0, 0, 0]],
    ['nodes with few neighbours', { links: 3 }, [0, 0, 1, 0, 0]],
    ['what any of several conditions hides', { tag: 'fire', folder: 'a/b', links: 2 }, [0, 1, 0, 0, 0]],
  ])('hides %s', (_, filter, expected) => expect(shown(filter)).toEqual(expected));

  test('joins with what the local map shows', () => {
    const one = Uint8Array.of(1, 1, 0);
    expect(both(one, Uint8Array.of(0, 1, 1))).toEqual(Uint8Array.of(0, 1, 0));
    expect(both(one, null)).toBe(one);
    expect(both(null, null)).toBeNull();
  });
});

test('folders and tags are offered with how many notes they have', () => {
  expect(foldersOf(garden)).toEqual([
    { name: 'a', count: 2 },
    { name: 'a/b', count: 1 },
  ]);
  expect(tagsOf(garden)).toEqual([
    { name: 'fire', count: 3 },
    { name: 'constructor', count: 1 },
    { name: 'fire/wood', count: 1 },
    { name: 'firefly', count: 1 },
  ]);
  expect(folderOf('note')).toBe('');
});
