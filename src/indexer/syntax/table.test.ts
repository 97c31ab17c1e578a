import { expect, test } from 'vitest';
import { sampleHugo } from '../parse/sample-parse.ts';

test('a table’s columns keep their alignment through the sanitiser', () => {
  const { html } = sampleHugo('| l | c | r | n |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |');
  const cells = (tag: string): string[] =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, 'g'))].map(String);
  expect(cells('th')).toEqual(['<th align="left">', '<th align="center">', '<th align="right">', '<th>']);
  expect(cells('td')).toEqual(['<td align="left">', '<td align="center">', '<td align="right">', '<td>']);
});
