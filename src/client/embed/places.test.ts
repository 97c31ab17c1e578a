import { describe, expect, it } from 'vitest';
import { sampleGarden } from '../graph/garden/sample-garden.ts';
import { tellNote } from './places.ts';

const ROOT = new URL('https://garden.example/my/map/');
const garden = sampleGarden(['A', 'B'], [[0, 1]]);
const blogOf = (baseURL: string | null, at: URL | null = null): (string | null)[] =>
  [0, 1].map((node) => tellNote(node, { garden, pages: [0, '/my/2024/b/'], at }, baseURL, ROOT).blog);

describe('a note’s page on the blog', () => {
  it.each([
    ['https://blog.example/my/', 'https://blog.example'],
    ['https://blog.example/my', 'https://blog.example'],
    ['/my/', 'https://garden.example'],
  ])('is below %s', (baseURL, host) => {
    expect(blogOf(baseURL)).toEqual([`${host}/my/a/`, `${host}/my/2024/b/`]);
    const here = 'http://localhost:1313';
    expect(blogOf(baseURL, new URL(here))).toEqual([`${here}/my/a/`, `${here}/my/2024/b/`]);
  });

  it('is nowhere without a blog', () => {
    expect(blogOf(null)).toEqual([null, null]);
  });
});
