import { describe, expect, it } from 'vitest';
import type { End } from './end.ts';
import { carried, readEnds, writeEnds } from './ends.ts';

const note = (name: string): End => ({ name, ghost: false });

describe('a list of notes in an address', () => {
  it('writes a folder once for all that follow in it', () => {
    const ends = [note('posts/a'), note('posts/b'), note('posts/deep/c'), note('posts/deep/d'), note('e')];
    expect(writeEnds(ends)).toBe('posts/a~/b~posts/deep/c~/d~e');
    expect(readEnds('posts/a~/b~posts/deep/c~/d~e')).toEqual(ends);
  });

  it('has each note once, and leaves out what is no name', () => {
    expect(readEnds('a~~a~?~?a')).toEqual([note('a'), { name: 'a', ghost: true }]);
  });

  it('takes a name that begins with a slash for what it is', () => {
    const ends = [note('posts/a'), note('/b')];
    expect(readEnds(writeEnds(ends))).toEqual(ends);
  });

  it('carries as many as a web server lets through', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => note(`posts/note-${i}`));
    const some = carried(many);
    expect(some.length).toBeGreaterThan(400);
    expect(some).toEqual(many.slice(0, some.length));
    // The signs between and in them may stand in an address as they are.
    expect(writeEnds(many).length).toBeLessThanOrEqual(6_000);
  });
});
