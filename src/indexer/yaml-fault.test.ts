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
  ['title: "x" y', '2:12 front matter is not YAML: Unexpected scalar at node end'],
])('what %j lacks is said in words', (block, fault) => expect(faultOf(block)).toBe(fault));
