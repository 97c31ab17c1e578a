import { describe, expect, it } from 'vitest';
import { nearFile, nearFiles, pageName } from './near-names.ts';
import { blogPath, readNear, readPages } from './near.ts';

const FILE = {
  version: 1,
  ids: [4, 9, 30],
  titles: ['A', 'B', 'ghost'],
  slugs: ['a', 'b'],
  unit: 0.5,
  x: [0, 10, 20],
  y: [0, 0, 0],
  region: [0, -1, -1],
  in: [7, 2, 1],
  out: [1, 8, 0],
  from: [0, 1],
  to: [1, 2],
  regions: [{ name: '', hub: 0, words: [], colour: 3 }],
  pages: [0, '/else/b/'],
  moved: [['else/b', 'b']],
};

describe('a file of surroundings', () => {
  it('is a small map with the degrees of the whole one', () => {
    const { garden, ids, moved } = readNear(FILE);
    expect([...garden.x]).toEqual([0, 5, 10]);
    expect([...garden.inDegree]).toEqual([7, 2, 1]);
    expect([...garden.outDegree]).toEqual([1, 8, 0]);
    expect(garden.noteCount).toBe(2);
    expect(ids).toEqual([4, 9, 30]);
    expect(moved.get('else/b')).toBe('b');
  });

  it.each([
    ['of another version', { version: 2 }],
    ['with too few ids', { ids: [4, 9] }],
    ['with a degree that is none', { in: [1, -1, 2] }],
    ['with too few pages', { pages: [0] }],
    ['with a page that is none', { pages: [0, 1] }],
    ['with a link into nowhere', { to: [1, 3] }],
    ['without names', { slugs: undefined }],
  ])('%s is refused in words', (_, fault) => {
    expect(() => readNear({ ...FILE, ...fault })).toThrow(/[a-z]+\.$/);
  });
});

describe('the name of a page', () => {
  it.each([
    ['/posts/a/', '', 'posts/a'],
    ['/posts/a', '', 'posts/a'],
    ['/posts/a/index.html', '', 'posts/a'],
    ['/posts/a.html', '', 'posts/a.html'],
    ['/blog/posts/%C3%B6/', '/blog', 'posts/ö'],
    ['/blogs/a/', '/blog', 'blogs/a'],
    ['/a%/', '', 'a%'],
    ['/', '', ''],
  ])('of %s below "%s" is "%s"', (path, base, name) => {
    expect(pageName(path, base)).toBe(name);
  });
});

it('a note stands on the blog where its slug says, or elsewhere, or nowhere', () => {
  expect(blogPath(0, 'a b/ö', '/blog')).toBe('/blog/a%20b/%C3%B6/');
  expect(blogPath('/2024/a/', 'a', '/blog')).toBe('/2024/a/');
  expect(blogPath('', 'a', '/blog')).toBeNull();
  expect(blogPath(undefined, 'a', '')).toBeNull();
});

it('names are spread over all files', () => {
  const files = nearFiles(640);
  const counts = new Map<string, number>();
  for (let i = 0; i < 640; i++) {
    const file = nearFile(`posts/note-${i}`, files);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  expect(counts.size).toBe(files);
  expect(Math.max(...counts.values())).toBeLessThan(80);
});

it('pages that are not as many as notes are refused', () => {
  expect(readPages([0, ''], 2)).toEqual([0, '']);
  expect(() => readPages([0], 2)).toThrow('broken');
});
