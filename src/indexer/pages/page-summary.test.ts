import { expect, test } from 'vitest';
import { sampleVault } from '../parse/sample-parse.ts';
import { summaryOf } from './derive-page.ts';

test.each([
  ['as its author says', '---\ndescription: Said.\n---\nBegun.', 'Said.'],
  ['its beginning', 'Begun  with\na *word*.\n\nMore.', 'Begun with a word. More.'],
  ['the text below its first heading', '# Title\n\n## Part\n\nBegun.', 'Begun.'],
  ['its own words, not the name of what it embeds', '![[other]]\n\nBegun.\n\n![[other#part]]', 'Begun.'],
  ['its own words below, where it only embeds first', '![[other]]\n\n# Part\n\nBegun.', 'Begun.'],
  ['a sentence that embeds something within it', '![[other]] and more.', 'other and more.'],
  ['nothing, where it has no text', '# Title\n\n![[other]]', null],
  ['its first running text, not the table above it', '| a | b |\n|---|---|\n| c | d |\n\nBegun.', 'Begun.'],
  [
    'its first running text, though below a heading',
    '```\ncode\n```\n\n# Part\n\nBegun.\n\n# More\n\nGone on.',
    'Begun.',
  ],
  [
    'its first running text, not the picture above it',
    '![alt](a.png)\n\n<figure>x</figure>\n\nBegun.',
    'Begun.',
  ],
  ['its first running text, without the code in it', 'Begun:\n\n    code\n\nand done.', 'Begun: and done.'],
  [
    'the items of a list, parted',
    '- One\n- Two.\n- Three\n  1. Four\n\nMore.',
    'One · Two. Three · Four · More.',
  ],
  ['what a list holds, behind its announcement', 'Two things:\n\n- this\n- that', 'Two things: this · that'],
  ['no dot at its end', '- 234567 x\n'.repeat(20), `${'234567 x · '.repeat(13)}234567 x…`],
  ['cells, where it has no running text', '| a | b |\n|---|---|\n| $x$ | d |', 'a · b · x · d'],
  ['code, where it has nothing else', '```\nlet a;\n```', 'let a;'],
  ['what a callout says', '> [!note] Mind\n> Begun.', 'Begun.'],
])('a note is summed up by %s', (_, text, expected) => {
  expect(summaryOf(sampleVault(text).note)).toBe(expected);
});
