import { expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

function faultOf(block: string): string {
  try {
    readFrontMatter(`---\n${block}\n---\n`);
  } catch (error) {
    const { message, line, column } = error as Error & { line: number; column: number };
    return `${line}:${column} ${message}`;
  }
  return 'none';
}

test.each([
  [
    'x: 1\ntitle: Foo: bar',
    '3:8 front matter is not YAML: a value with a colon in it wants quotation marks around it',
  ],
  ['up: [[a]], [[b]]', '2:10 front matter is not YAML: a wikilink wants quotation marks around it'],
  ['a: @x', '2:4 front matter is not YAML: a value that begins with @ wants quotation marks around it'],
  ['a: `x`', '2:4 front matter is not YAML: a value that begins with ` wants quotation marks around it'],
  ['tags:\n\t- x', '3:1 front matter is not YAML: Tabs are not allowed as indentation'],
  [
    'title: "x" y',
    '2:12 front matter is not YAML: behind the closing " there is more: within "…" that sign has a backslash in front',
  ],
  [
    "title: 'it's'",
    "2:12 front matter is not YAML: behind the closing ' there is more: within '…' that sign is written twice",
  ],
  ['title: "x', '2:10 front matter is not YAML: the quotation mark " is never closed'],
  ['tags: [a, b', '2:12 front matter is not YAML: a list that begins with [ is never closed with ]'],
  ['title: {a', '2:10 front matter is not YAML: a table that begins with { is never closed with }'],
  ['title:Foo\ntags: x', '2:1 front matter is not YAML: a space is missing behind the colon'],
  [
    'title: a\ntags\ndate: 2020-01-01',
    '3:1 front matter is not YAML: this is no field: that has a name, a colon, a space and a value',
  ],
  [
    'title: a\n tags: b',
    '2:8 front matter is not YAML: the line below is indented, as if it were a part of this value',
  ],
  [
    'title: "\\mu"',
    '2:9 front matter is not YAML: \\m has no meaning between "…": there a backslash is written twice',
  ],
  [
    'a: 1\ntitle: *b',
    '3:8 front matter is not YAML: a value that begins with * wants quotation marks around it',
  ],
  [
    'title: *b* c',
    '2:12 front matter is not YAML: a value that begins with * wants quotation marks around it',
  ],
])('what %j lacks is said in words', (block, fault) => expect(faultOf(block)).toBe(fault));
