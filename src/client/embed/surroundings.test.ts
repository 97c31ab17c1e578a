import { describe, expect, it } from 'vitest';
import { nearFile, nearFiles } from '../../contract/near-names.ts';
import { around } from '../graph/garden/neighbourhood.ts';
import { hrefOf, tellNote } from './places.ts';
import { readRequest } from './request.ts';
import { findNote, laidOut, readSurroundings } from './surroundings.ts';

const NOTES = 64;
const BASE = 'https://blog.example/my/';
const SITE = { near: 'near/', texts: 't/', map: 'm.json', pages: 'p.json', baseURL: BASE, notes: NOTES };
const ROOT = new URL('https://garden.example/map/');

/** `a` leads to `b` and to a ghost, `c` to `a`; on the blog `b` stands elsewhere. */
const NEAR = {
  version: 1,
  ids: [1, 2, 3, 70],
  titles: ['A', 'B', 'C', 'nobody'],
  slugs: ['a', 'b', 'c'],
  unit: 1,
  x: [0, 30, -30, 0],
  y: [0, 0, 0, 30],
  region: [-1, -1, -1, -1],
  in: [1, 1, 0, 1],
  out: [2, 0, 1, 0],
  from: [0, 0, 2],
  to: [1, 3, 0],
  regions: [],
  pages: [0, '/my/2024/b/', ''],
  moved: [],
};
const EMPTY = {
  ...NEAR,
  ids: [],
  titles: [],
  slugs: [],
  x: [],
  y: [],
  region: [],
  in: [],
  out: [],
  from: [],
};

function served(asked: string[] = []) {
  const files = new Map<string, unknown>();
  const put = (key: string, value: object) => files.set(`near/${nearFile(key, nearFiles(NOTES))}`, value);
  put('2024/b', { ...EMPTY, to: [], pages: [], moved: [['2024/b', 'b']] });
  for (const key of ['a', 'b', 'c']) put(key, { ...NEAR, moved: [['2024/b', 'b']] });
  return (path: string): Promise<unknown> => {
    asked.push(path);
    return Promise.resolve(files.get(path) ?? { ...EMPTY, to: [], pages: [] });
  };
}
const ask = (text: string) => readRequest(new URLSearchParams(text), 'https://garden.example');

describe('the note of a map', () => {
  it.each([
    ['is the one that is named', 'note=b&page=https://blog.example/my/a/', 'b'],
    ['is the one that is named as a browser writes its address', 'note=/%2562/', 'b'],
    ['is the one whose page this is', 'page=https://blog.example/my/a/index.html?x#y', 'a'],
    ['is found on another host too, while its author writes', 'page=http://localhost:1313/my/a/', 'a'],
    ['is found where the blog has it elsewhere', 'page=https://blog.example/my/2024/b/', 'b'],
    ['is not found where its slug is no page', 'page=https://blog.example/my/b/', undefined],
    ['is not found where it isn’t on the blog', 'page=https://blog.example/my/c/', undefined],
    ['is not found on a page that is none', 'page=https://blog.example/my/tags/', undefined],
    ['is the one whose page is named', 'about=/my/a/&page=https://blog.example/my/2024/b/', 'a'],
    [
      'is no other than the one whose page is named',
      'about=/my/zz/&page=https://blog.example/my/a/',
      undefined,
    ],
    [
      'goes by the canonical address too where the page that is named is another site’s',
      'about=/my/c/&page=https://blog.example/my/a/&page=https://x.example/p',
      'a',
    ],
    ['goes by the address first', 'page=https://else.example/my/zz/&page=https://blog.example/my/a/', 'a'],
    ['goes by the canonical address then', 'page=https://blog.example/my/a/&page=https://x.example/p', 'a'],
    [
      'is not found on another site, by a path that is the same by chance',
      'page=https://x.example/a/',
      undefined,
    ],
    [
      'is found where another site says whose text it is',
      'page=https://blog.example/my/a/&page=https://x.example/a/',
      'a',
    ],
    ['is found on the host of the map itself', 'page=https://garden.example/my/a/', 'a'],
    [
      'is found whether or not www stands before the host, and by http',
      'page=http://www.blog.example/my/a/',
      'a',
    ],
  ])('%s', async (_, text, slug) => {
    expect((await findNote(ask(text), SITE, served()))?.slug).toBe(slug);
  });

  it('is found on any host where the notes have no address', async () => {
    const site = { ...SITE, baseURL: null };
    expect((await findNote(ask('page=https://x.example/a/'), site, served()))?.slug).toBe('a');
  });

  it.each([
    ['about=/my/a/&page=https://blog.example/my/', false],
    ['about=/my/a/&page=https://blog.example/my/a/', true],
    ['page=https://blog.example/my/a/', true],
    ['about=javascript:a&page=https://blog.example/my/a/', true],
  ])('is the page around, or another: %s', async (text, isOwn) => {
    const about = await readSurroundings(ask(text), SITE, served());
    expect(about.garden.titles[about.centre!]).toBe('A');
    expect(about.isOwn).toBe(isOwn);
    expect(about.at?.href).toBe('https://blog.example/my/a/');
  });

  it('that nobody has is told in words', async () => {
    await expect(findNote(ask('note=zz'), SITE, served())).rejects.toThrow('There is no note "zz".');
  });
});

describe('a map of neighbours', () => {
  it('asks for one small file alone', async () => {
    const asked: string[] = [];
    const { centre, garden, placement } = await readSurroundings(ask('note=a'), SITE, served(asked));
    expect(asked).toHaveLength(1);
    expect(garden.titles[centre!]).toBe('A');
    expect([...placement.shown!]).toEqual([1, 1, 1, 1]);
    expect(placement.x[0]).toBe(0);
    expect(placement.x[1]).toBeGreaterThan(placement.x[2]!);
  });

  it.each([
    ['out', [1, 1, 0, 1]],
    ['in', [1, 0, 1, 0]],
  ])('follows links %s', async (direction, shown) => {
    const { placement } = await readSurroundings(ask(`note=a&direction=${direction}`), SITE, served());
    expect([...placement.shown!]).toEqual(shown);
  });

  it('and of more is laid out in the page, which waits for no worker', async () => {
    const { near } = (await findNote(ask('note=a'), SITE, served()))!;
    const { x, shown, local } = laidOut(near.garden, around(near.garden, 0, 2, 'both'), 0);
    expect([...shown!]).toEqual([1, 1, 1, 1]);
    expect([x[0], local]).toEqual([0, true]);
    expect(Math.abs(x[1]! - near.garden.x[1]!)).toBeGreaterThan(10);
  });

  it('is refused in words where there is no note to be about', async () => {
    const asked = ask('view=local&page=https://blog.example/my/tags/');
    await expect(readSurroundings(asked, SITE, served())).rejects.toThrow('attribute "note"');
  });
});

describe('a press on a note', () => {
  it('leads to its page on the blog, or in the explorer, as the author wishes and as far as there is one', async () => {
    const about = await readSurroundings(ask('note=a'), SITE, served());
    const [a, b, c, ghost] = [0, 1, 2, 3].map((node) => tellNote(node, about, BASE, ROOT));
    expect(hrefOf(a!, 'blog')).toBe('https://blog.example/my/a/');
    expect(hrefOf(a!, 'explorer')).toBe('https://garden.example/map/notes/a/');
    expect(hrefOf(a!, 'event')).toBeNull();
    expect(hrefOf(b!, 'blog')).toBe('https://blog.example/my/2024/b/');
    expect(hrefOf(c!, 'blog')).toBe('https://garden.example/map/notes/c/');
    expect(hrefOf(ghost!, 'blog')).toBe('https://garden.example/map/?ghost=nobody');
    expect(ghost!.note).toBeNull();
  });

  it('stays on the host where the blog is seen', async () => {
    const about = await readSurroundings(ask('page=http://localhost:1313/my/a/'), SITE, served());
    expect(tellNote(1, about, BASE, ROOT).blog).toBe('http://localhost:1313/my/2024/b/');
  });

  it('stays there from a page that is none of the notes too, but not on another site’s host', async () => {
    const blogOf = async (page: string, origin = 'https://garden.example') => {
      const request = readRequest(new URLSearchParams(`note=a&page=${page}`), origin);
      return tellNote(1, await readSurroundings(request, SITE, served()), BASE, ROOT).blog;
    };
    expect(await blogOf('http://localhost:1313/about/', 'http://localhost:1313')).toBe(
      'http://localhost:1313/my/2024/b/',
    );
    expect(await blogOf('https://garden.example/about/')).toBe('https://blog.example/my/2024/b/');
    expect(await blogOf('https://else.example/about/')).toBe('https://blog.example/my/2024/b/');
  });

  it('leads to the explorer where there is no blog', async () => {
    const about = await readSurroundings(ask('note=a'), SITE, served());
    expect(hrefOf(tellNote(0, about, null, ROOT), 'blog')).toBe('https://garden.example/map/notes/a/');
  });
});
