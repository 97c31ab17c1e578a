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
])('a note is summed up by %s', (_, text, expected) => {
  expect(summaryOf(sampleVault(text).note)).toBe(expected);
});
