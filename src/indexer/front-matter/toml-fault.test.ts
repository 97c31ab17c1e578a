import { expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

function faultOf(block: string): string {
  try {
    readFrontMatter(`+++\n${block}\n+++\n`);
  } catch (error) {
    const { message, line, column } = error as Error & { line: number; column: number };
    return `${line}:${column} ${message.replace('front matter is not TOML: ', '')}`;
  }
  return 'none';
}

test.each([
  ['draft = true\ntitle = a', '3:9 a text wants quotation marks around it'],
  ['tags = [a]', '2:9 a text wants quotation marks around it'],
  ['title = “a”', '2:9 quotation marks are straight: "…"'],
  ['draft = yes', '2:9 a yes is written true, and a no false'],
  ['title =', '2:8 a value is missing'],
  ['title: a', '2:6 between a name and its value stands an equals sign, not a colon'],
  ['title = "a', '2:9 the quotation mark is never closed on its line'],
  ['title = "a"\ntitle = "b"', '3:1 this name has a value already'],
  [`title = 'it's'`, `2:13 behind the closing ' there is more: a text with that sign stands between "…"`],
  ['title = "a" b', '2:13 behind the value there is more on its line'],
  ['date = 2024-1-5', '2:12 a date is written like 2026-11-21'],
  ['title = "a\\mu"', `2:12 within "…" a backslash is written twice, or the text stands between '…'`],
  ['tags = ["a" "b"]', '2:13 a comma is missing between two values'],
  ['title', '2:1 this is no field: that has a name, an equals sign and a value'],
])('what %j lacks is said in words', (block, fault) => expect(faultOf(block)).toBe(fault));
