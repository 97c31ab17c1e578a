import { describe, expect, test } from 'vitest';
import { readAttachments } from '../../contract/attachments.ts';
import { deriveAttachments } from './derive-attachments.ts';

describe('the attachments of notes', () => {
  test('stand in the order of their addresses, each with its notes once', () => {
    const file = deriveAttachments([
      ['files/notes/b.png', 'files/notes/a.pdf', 'files/notes/b.png'],
      [],
      ['files/notes/b.png'],
    ]);
    expect(file).toEqual({
      version: 1,
      notes: 3,
      files: ['files/notes/a.pdf', 'files/notes/b.png'],
      users: [[0], [0, 2]],
    });
    expect(readAttachments(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  test('are no file where no note has any', () => {
    expect(deriveAttachments([[], []])).toBeNull();
  });
});

describe('a file of attachments', () => {
  const good = { version: 1, notes: 2, files: ['files/notes/a.png'], users: [[0, 1]] };
  test.each([
    ['no object', null, 'holds none'],
    ['another version', { ...good, version: 2 }, 'version 2'],
    ['no number of notes', { ...good, notes: -1 }, 'of how many notes'],
    ['an address that leads elsewhere', { ...good, files: ['javascript:alert(1)'] }, 'no attachment'],
    ['an address that leads out', { ...good, files: ['files/../../x'] }, 'no attachment'],
    ['a note that is not there', { ...good, users: [[2]] }, 'whose they are'],
    ['fewer lists than files', { ...good, users: [] }, 'whose they are'],
  ])('with %s is refused in words', (_, value, message) => {
    expect(() => readAttachments(value)).toThrow(message);
  });
});
