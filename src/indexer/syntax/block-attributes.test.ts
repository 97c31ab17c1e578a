import { expect, test } from 'vitest';
import { createParser } from '../parse/parse.ts';

const parse = createParser({
  wikilinks: false,
  dollarMath: false,
  typographer: true,
  baseURL: null,
  blockAttributes: true,
});

// Each as Hugo 0.111 has it, but that classes are dropped.
test.each([
  ['a\n{.c #p}', '<p id="p">a</p>'],
  ['> a\n{#q .x}', '<blockquote id="q">\n<p>a</p>\n</blockquote>'],
  ['- a\n- b\n{#l}', '<ul id="l">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['1. a\n   {#i}\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>'],
  ['## A\n{#h}', '<h2 id="h">A</h2>'],
  ['## A {#own}\n{#h}', '<h2 id="own">A</h2>'],
  ['a\n\n{#alone .x}', '<p>a</p>'],
  ['a\n{.c, key="v w" #d}\nb', '<p id="d">a</p>\n<p>b</p>'],
  ['a {.no}', '<p>a {.no}</p>'],
  ['{not attributes}', '<p>{not attributes}</p>'],
  ['a\n{{ x }}', '<p>a\n{{ x }}</p>'],
  ['a\n{}', '<p>a\n{}</p>'],
])('%j becomes %j', (text, html) => {
  const { note } = parse({ path: 'note.md', bytes: Buffer.from(text), hash: '', stamp: '' });
  expect(note!.html.trim()).toBe(html);
});

test('a table and what stands in a quote have theirs', () => {
  const text = '> | a |\n> | - |\n> | b |\n> {#t}\n\n- a\n\n  b\n  {#c}';
  const { note } = parse({ path: 'note.md', bytes: Buffer.from(text), hash: '', stamp: '' });
  expect(note!.ids).toEqual(['t', 'c']);
});

test('a long line of braces takes no time', () => {
  const text = `{${'.a '.repeat(50_000)}\n\n{${'a=b,'.repeat(50_000)}`;
  expect(parse({ path: 'note.md', bytes: Buffer.from(text), hash: '', stamp: '' }).diagnostics).toEqual([]);
});
