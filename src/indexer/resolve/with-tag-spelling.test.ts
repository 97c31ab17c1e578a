import { describe, expect, test } from 'vitest';
import type { ResolvedNote } from './resolved-note.ts';
import { sampleNote } from './sample-notes.ts';
import { withTagSpelling } from './with-tag-spelling.ts';

function noteOf(path: string, tags: readonly string[], textTags: readonly string[] = []): ResolvedNote {
  return { note: sampleNote(path, { tags }, { textTags }), slug: path, permalink: '', resolutions: [] };
}

function tagsOf(notes: readonly ResolvedNote[]): string[] {
  return withTagSpelling(notes).map(({ note }) => note.frontMatter.tags.join(' '));
}

describe('tags that differ in letter case only', () => {
  test('are spelled as most notes spell them', () => {
    expect(tagsOf([noteOf('a', ['Physics']), noteOf('b', ['physics']), noteOf('c', ['physics'])])).toEqual([
      'physics',
      'physics',
      'physics',
    ]);
  });

  test('are spelled as the first does where it is even', () => {
    expect(tagsOf([noteOf('a', ['x', 'Maths']), noteOf('b', ['maths'])])).toEqual(['x Maths', 'Maths']);
  });

  test('are one in a note that has both, also by accents that are composed in another way', () => {
    expect(tagsOf([noteOf('a', ['Café', 'cafe\u0301', 'cafe'])])).toEqual(['Café cafe']);
  });

  test('are spelled alike in each of their parts', () => {
    expect(
      tagsOf([
        noteOf('a', ['PKM/method']),
        noteOf('b', ['PKM', 'pkm/Method']),
        noteOf('c', ['pkm/method/Old']),
        noteOf('d', ['old']),
        noteOf('e', ['PKM']),
      ]),
    ).toEqual(['PKM/method', 'PKM PKM/method', 'PKM/method/Old', 'old', 'PKM']);
  });

  test('lead to one tag from the text, too', () => {
    const [, other] = withTagSpelling([noteOf('a', ['Ink']), noteOf('b', ['ink'], ['ink', 'INK'])]);
    expect(other!.note.textTags).toEqual(['Ink', 'Ink']);
  });

  test('are a Map’s keys, whatever they are called', () => {
    const names = ['constructor', '__proto__', 'a//b', '/', 'toString'];
    expect(tagsOf([noteOf('a', names)])).toEqual([names.join(' ')]);
  });

  test('may be very many', () => {
    const letters = Array.from({ length: 17 }, (_, bit) => bit);
    const tags = Array.from({ length: 2 ** 17 }, (_, n) =>
      letters.map((bit) => ((n >> bit) & 1 ? 'A' : 'a')).join(''),
    );
    expect(tagsOf([noteOf('a', tags)])).toEqual([tags[0]]);
  });

  test('make another note, with another hash, of those alone that spell them otherwise', () => {
    const notes = [noteOf('a', ['ink']), noteOf('b', ['Ink']), noteOf('c', ['ink'])];
    const [first, second, third] = withTagSpelling(notes);
    expect(first).toBe(notes[0]);
    expect(third).toBe(notes[2]);
    expect(second!.note.hash).not.toBe(notes[1]!.note.hash);
    expect(notes[1]!.note.frontMatter.tags).toEqual(['Ink']);
    expect(withTagSpelling(notes)[1]).toBe(second);
    const turned = withTagSpelling([notes[1]!, noteOf('d', ['Ink']), notes[2]!]);
    expect(turned[0]).toBe(notes[1]);
    expect(turned[2]!.note.frontMatter.tags).toEqual(['Ink']);
  });
});
