import { describe, expect, test } from 'vitest';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { crumbs, findTrails, neighboursInFolder } from './page-trail.ts';

function notesOf(paths: Readonly<Record<string, string | null>>): ResolvedNote[] {
  return Object.entries(paths).map(([path, date]) => ({
    note: sampleNote(path, { date }),
    slug: path.replace(/(?:\/_?index)?\.md$/, ''),
    permalink: '',
    resolutions: [],
  }));
}

describe('the trail of a note', () => {
  const notes = notesOf({
    '_index.md': null,
    'a/_index.md': null,
    'a/b/c.md': null,
    'a/late.md': '2024-02-01',
    'a/Zoo.md': null,
    'a/early.md': '2023-12-31',
    'a/ant.md': null,
    'top.md': null,
  });
  const trails = findTrails(notes);
  const named = (id: number | null): string | null => (id === null ? null : notes[id]!.note.path);

  test('names the folders above it, with the notes that speak for them', () => {
    expect(trails[2]!.folders.map(({ path, note }) => [path, named(note)])).toEqual([
      ['a', 'a/_index.md'],
      ['a/b', null],
    ]);
    expect(trails[0]!.folders).toEqual([]);
    expect(trails[7]!.folders).toEqual([]);
    expect(crumbs(trails[2]!, '../', 'Site', notes)).toMatchInlineSnapshot(
      `"<nav class="hm-crumbs" aria-label="Folders"><ol><li><a href="../">Site</a></li><li><a href="../notes/a/">a</a></li><li><a href="../?folder=a%2Fb">b</a></li></ol></nav>"`,
    );
  });

  test('goes through a folder by date, then by title', () => {
    const order = ['a/early.md', 'a/late.md', 'a/ant.md', 'a/Zoo.md'];
    order.forEach((path, i) => {
      const { before, after } = trails[notes.findIndex(({ note }) => note.path === path)]!;
      expect([named(before), named(after)]).toEqual([order[i - 1] ?? null, order[i + 1] ?? null]);
    });
    expect(neighboursInFolder(trails[2]!, '', notes)).toBe('');
    expect(neighboursInFolder(trails[3]!, '../', notes)).toMatchInlineSnapshot(
      `"<nav class="hm-turn" aria-label="In this folder"><a rel="prev" href="../notes/a/early/"><small>Before in this folder</small>early</a><a rel="next" href="../notes/a/ant/"><small>Next in this folder</small>ant</a></nav>"`,
    );
  });
});
