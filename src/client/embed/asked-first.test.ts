import { describe, expect, it } from 'vitest';
import { askedFirst } from './asked-first.ts';
import { readRequest } from './request.ts';
import { findNote } from './surroundings.ts';

const SITE = {
  near: 'near/',
  texts: 't/',
  map: 'm.json',
  pages: 'p.json',
  baseURL: 'https://blog.example/my/',
  notes: 640,
};
const ask = (text: string) => readRequest(new URLSearchParams(text), 'https://garden.example');

describe('the file that is asked for first', () => {
  it.each([
    'note=a',
    'note=/some/where/&page=https://blog.example/my/a/',
    'page=https://blog.example/my/a/index.html?x#y',
    'page=https://blog.example/my/a/&page=https://x.example/p',
    'page=https://blog.example/my/a/&page=https://blog.example/my/b/',
    'about=/my/c/&page=https://blog.example/my/a/',
    'page=https://blog.example/my/a/&view=whole',
    'page=https://x.example/a/',
    '',
  ])('is the first one that the map reads: %s', async (text) => {
    const read: string[] = [];
    const broken = (path: string): Promise<unknown> => (read.push(path), Promise.reject(new Error('none')));
    await findNote(ask(text), SITE, broken).catch(() => null);
    expect(askedFirst(ask(text), SITE)).toBe(read[0] ?? null);
  });

  it('is that of the page’s note on the site’s own host, where the blog names none', () => {
    const site = { ...SITE, baseURL: '/my/' };
    const note = askedFirst(ask('note=a'), site);
    expect(askedFirst(ask('page=https://garden.example/my/a/'), site)).toBe(note);
    expect(askedFirst(ask('page=http://localhost:1313/my/a/'), site)).toBe(note);
    expect(askedFirst(ask('page=https://x.example/my/a/'), site)).toBeNull();
  });

  it.each(['note=a&query=b', 'note=a&view=essays'])('is none where the explorer shows it: %s', (text) => {
    expect(askedFirst(ask(text), SITE)).toBeNull();
  });
});
