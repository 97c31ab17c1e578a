import { expect, test } from 'vitest';
import { markdownList } from './markdown-list.ts';
import { sampleGarden } from './sample-garden.ts';

const garden = sampleGarden(['Plain', 'Odd [*title*]\n(one) `x`', 'Nobody'], [[0, 2]], 1);
const addressOf = (node: number): string => `https://example.org/notes/${['a', 'b_(c)'][node]}/`;

test('notes are links, ghosts are titles, and no title is taken for Markdown', () => {
  expect(markdownList(garden, [0, 1, 2], addressOf)).toBe(
    '- [Plain](https://example.org/notes/a/)\n' +
      '- [Odd \\[\\*title\\*\\] (one) \\`x\\`](https://example.org/notes/b_%28c%29/)\n' +
      '- Nobody\n',
  );
});
