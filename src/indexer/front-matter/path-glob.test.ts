/** Rows are what Hugo 0.111.3 itself matched. */
import { describe, expect, test } from 'vitest';
import { pathGlob } from './path-glob.ts';

describe('pathGlob', () => {
  test.each([
    ['/s/p.md', '/s/p.md', true],
    ['/s/p', '/s/p.md', false],
    ['s/p.md', '/s/p.md', false],
    ['/s/*', '/s/p.md', true],
    ['/s/*', '/s/b/index.md', false],
    ['/s/**', '/s/b/index.md', true],
    ['/**', '/s/b/index.md', true],
    ['**.md', '/s/b/index.md', true],
    ['/s/**/r.md', '/s/sub/r.md', true],
    ['/s/**p.md', '/s/p.md', true],
    ['/s/*/r.md', '/s/sub/deep/r.md', false],
    ['/s/{p,q}.md', '/s/q.md', true],
    ['/s/{p,{q,own}}.md', '/s/own.md', true],
    ['/s/{p,q}.md', '/s/own.md', false],
    ['/s/[a-p].md', '/s/p.md', true],
    ['/s/[a-p].md', '/s/q.md', false],
    ['/s/[!a-p].md', '/s/q.md', true],
    ['/s/[pq].md', '/s/q.md', true],
    ['/s/?.md', '/s/q.md', true],
    ['/s?q.md', '/s/q.md', false],
    ['/s/\\*', '/s/*', true],
    ['/s/\\*', '/s/p', false],
    ['/{,a/**}', '/a/b', true],
    ['/😀?', '/😀ü', true],
  ])('%s and %s: %s', (pattern, path, expected) => expect(pathGlob(pattern)!(path)).toBe(expected));

  test.each(['/[', '/{a', '/{a,{b}', '\\', '{'.repeat(2_000)])('can’t read %j', (pattern) =>
    expect(pathGlob(pattern)).toBeNull(),
  );

  test('is done with a pattern made to take long', () => {
    const path = `/${'a'.repeat(250)}`;
    expect(pathGlob(`/${'*a'.repeat(200)}b`)!(path)).toBe(false);
    expect(pathGlob(`/${'{a,{a,{a,a}}}*'.repeat(100)}b`)!(path)).toBe(false);
  });
});
