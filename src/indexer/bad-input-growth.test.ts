/** Texts made to cost: each is parsed in linear time. Quadratic work on any of them would outlast the test's time limit. */
import { expect, test } from 'vitest';
import { sampleHugo, sampleVault } from './parse/sample-parse.ts';

const TEXTS: readonly (readonly [name: string, text: () => string])[] = [
  ['front matter of blanks', () => `+++\na = 1${' '.repeat(65_000)}\n+++\n`],
  ['front matter of empty lines', () => `---\na: 1${'\n'.repeat(60_000)}---\n`],
  ['front matter of lines of blanks', () => `+++\na = 1${' \n'.repeat(30_000)}+++\n`],
  ['front matter of dates', () => `+++\na = [${'\n2020-01-01,'.repeat(5_000)}]\n+++\n`],
  ['open brackets', () => '[['.repeat(50_000)],
  ['wikilinks that are never closed', () => '[[a '.repeat(30_000)],
  ['links without a sentence’s end', () => 'a b [c](d.md) '.repeat(12_000)],
  ['links in the text of pictures', () => '![[[a]]](b.png) '.repeat(6_000)],
  ['links in a row', () => '[[a]]'.repeat(15_000)],
  ['the beginnings of shortcodes', () => '{{<'.repeat(100_000)],
  ['highlighting that is never closed', () => '{{< highlight go >}} '.repeat(8_000)],
  ['inline formulas that are never closed', () => '\\\\('.repeat(50_000)],
  ['displayed formulas that are never closed', () => '\\\\[\n\n'.repeat(15_000)],
  ['environments that are never closed', () => '\\begin{a} '.repeat(40_000)],
  ['environments of which half are closed', () => '\\begin{a} '.repeat(20_000) + '\\end{a} '.repeat(10_000)],
  ['dollars', () => '$a '.repeat(20_000)],
  ['escaped dollars', () => '$a\\$'.repeat(20_000)],
  ['headings of one name', () => '# a\n'.repeat(15_000)],
  ['a heading of blanks', () => `# a${' '.repeat(500_000)}b`],
  ['headings with braces', () => `# ${'{a}'.repeat(100_000)}`],
  ['quotes in a row', () => '"'.repeat(60_000)],
  ['addresses behind brackets', () => '[ http://a.bc '.repeat(10_000)],
  ['addresses in a row', () => 'http://a'.repeat(40_000)],
  ['cells with an escaped bar', () => `|a|\n|-|\n|${'[[a\\|b]]'.repeat(8_000)}|\n`],
  ['a wide table', () => `${'|a'.repeat(8_000)}|\n${'|-'.repeat(8_000)}|\n${'|b'.repeat(8_000)}|`],
  ['a long table', () => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(6_000)}`],
  ['signs of marking', () => '=='.repeat(60_000)],
  ['words marked at their beginning', () => '==a '.repeat(30_000)],
  ['marked words', () => '==a=='.repeat(30_000)],
  ['signs of comments', () => '%'.repeat(100_001)],
  ['comments that are never closed', () => `%%${'\n\n- %a'.repeat(20_000)}`],
  ['comments in quotes', () => '> %% a\n\n'.repeat(15_000)],
  ['comments in a list', () => '- %% a\n'.repeat(15_000)],
  ['the beginnings of callouts', () => '> [!a'.repeat(20_000)],
  ['callouts', () => '> [!a]-\n\n'.repeat(8_000)],
  ['callouts without an end', () => `> [!${'a'.repeat(300_000)}`],
  ['the beginnings of embeds', () => '![['.repeat(50_000)],
  ['embeds', () => '![[a]]'.repeat(15_000)],
  ['embeds with bars', () => `![[a${'|1'.repeat(100_000)}]]`],
  ['tags', () => '#a/b '.repeat(20_000)],
  ['a tag of slashes', () => `#${'a/'.repeat(100_000)}`],
  ['names that stand alone', () => 'a\n\n^b\n\n'.repeat(4_000)],
  ['names of one block', () => `a\n\n${'^b\n\n'.repeat(4_000)}`],
  ['names of blocks', () => ' ^a'.repeat(60_000)],
  ['a line of two million letters', () => 'a'.repeat(2_000_000)],
  ['a line of words', () => 'word '.repeat(200_000)],
  ['the beginnings of elements', () => '<a '.repeat(50_000)],
  ['a table of HTML', () => `<table>\n${'<tr>\n<td>a</td>\n</tr>\n'.repeat(12_000)}</table>\n`],
  ['elements in a line of HTML', () => '<p>'.repeat(60_000)],
  ['links in a line of HTML', () => `<div>${'<a href="b.md">b</a>'.repeat(10_000)}</div>`],
];

test.each(TEXTS)('%s', (_, text) => {
  expect(sampleVault(text()).note.path).toBe('folder/note.md');
});

test('a figure’s caption of angles', () => {
  expect(sampleHugo(`{{< figure src="a.png" caption="${'<'.repeat(200_000)}" >}}`).note.assets).toHaveLength(
    1,
  );
});
