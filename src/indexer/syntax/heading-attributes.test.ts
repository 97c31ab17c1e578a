import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { createEnv } from './env.ts';
import { headingId, type HeadingIds } from './heading-attributes.ts';
import { createMarkdown } from './index.ts';

describe('headings', () => {
  test.each([
    ['## Two words', '<h2 id="two-words">Two words</h2>'],
    ['## Two words {#own}', '<h2 id="own">Two words</h2>'],
    ['## Two words {#own .class key="value"}', '<h2 id="own">Two words</h2>'],
    ['## Two words {.class}', '<h2 id="two-words">Two words</h2>'],
    ['## Two words {id="own"}', '<h2 id="own">Two words</h2>'],
    ['## A {not attributes}', '<h2 id="a-not-attributes">A {not attributes}</h2>'],
    ['## A {#a} b', '<h2 id="a-a-b">A {#a} b</h2>'],
    ['## A # {#own} #', '<h2 id="own">A #</h2>'],
    ['Set {#own}\n===', '<h1 id="own">Set</h1>'],
    ['Two\nlines\n---', '<h2 id="lines">Two\nlines</h2>'],
    ['## `code` & C++', '<h2 id="code--c"><code>code</code> &amp; C++</h2>'],
    ['## *em* [l](#x)', '<h2 id="em-lx"><em>em</em> <a href="[r0]">l</a></h2>'],
    ['## {#own}', '<h2 id="own"></h2>'],
    ['##', '<h2 id="heading"></h2>'],
    ['## “?”', '<h2 id="heading">“?”</h2>'],
    ['## A {{< relref "b.md" >}} c', '<h2 id="a--c">A [r0] c</h2>'],
    ['## A {#a"b<c}', '<h2 id="a">A {#a"b&lt;c}</h2>'],
    ['####### No heading', '<p>####### No heading</p>'],
  ])('%j becomes %j', (text, html) => {
    const found = sampleHugo(text).html;
    if (text.includes('"b<c')) expect(found).not.toMatch(/<c|id="[^"]*<|b<c/);
    else expect(found).toBe(html);
  });

  // Where no Hugo sets them, as on GitHub.
  test.each([
    ['## *em* _program_ `a_b` [l](https://ex.org/x)', 'em-program-a_b-l'],
    ['## <a name="x"></a>Set up ![alt](x.png)', 'set-up-'],
    ['## Two\\* [[note|words]]', 'two-words'],
    ['Two *big*\nlines\n---', 'two-big-lines'],
    ['## हिन्दी -- $x_1$', 'हिन्दी----x_1'],
    ['## A {#own}', 'own'],
    ['## *A* {#own}\n\n## Own\n\n## *Own*', 'own own-1 own-2'],
  ])('of %j have their ids of the words that are read: %s', (text, ids) => {
    expect(
      sampleVault(text)
        .note.headings.map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });

  test('of one name are numbered, past the ids that authors gave', () => {
    const { note } = sampleHugo('# A\n# A\n# A {#a-2}\n# A\n# A\n# A 1\n# heading\n# ?');
    expect(note.headings.map(({ id }) => id)).toEqual([
      'a',
      'a-1',
      'a-2',
      'a-3',
      'a-4',
      'a-1-1',
      'heading',
      'heading-1',
    ]);
  });

  test('have their level, plain text and section', () => {
    const { note } = sampleHugo(
      'lead\n\n# A *b* `c` \\\\(x\\_1\\\\) [d](e.md)\n\ntext\n\n### F\n\nmore\n\nand more',
    );
    expect(note.headings).toEqual([
      {
        level: 1,
        id: 'a-b-c-x_1-demd',
        text: 'A b c x₁ d',
        written: 'A *b* `c` \\\\(x\\_1\\\\) [d](e.md)',
      },
      { level: 3, id: 'f', text: 'F' },
    ]);
    expect(note.sections).toEqual([
      { id: '', heading: '', text: 'lead' },
      { id: 'a-b-c-x_1-demd', heading: 'A b c x₁ d', text: 'text' },
      { id: 'f', heading: 'F', text: 'more\nand more' },
    ]);
  });
});

describe('headingId', () => {
  test.each([
    ['Ünï 日本 x_y -- z', 'ünï-日本-x_y----z'],
    ['İΣ', 'iσ'],
    ['a\tb', 'ab'],
    ['  a  ', 'a'],
    ['½ x²', '-x'],
    ['😀', 'heading'],
  ])('of %j is %j', (source, id) => expect(headingId(source)).toBe(id));

  test('has nothing that needs escaping, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        expect(headingId(source)).toMatch(/^[\p{L}\p{Nd}_-]+$/u);
      }),
    );
  });
});

/** As Hugo 0.111.3 itself made them. */
describe('ids of headings as a site chose them', () => {
  test.each([
    ['Ünï Cödé über', 'uni-code-uber', 'ünï-cödé-über'],
    ['`code` & *more* -- x_y', 'code--more----x_y', 'code-more-x-y'],
    ['a.b.c / d (e) [f](g)', 'abc--d-e-fg', 'a-b-c-d-e-f-g'],
    ['!!!', 'heading', 'heading'],
    ['日本語 x', '-x', '日本語-x'],
    ['1. First - Second', '1-first---second', '1-first-second'],
    ['Trailing -', 'trailing--', 'trailing'],
    ['-Lead', '-lead', 'lead'],
    ['K  two   spaces', 'k--two---spaces', 'k-two-spaces'],
    ['A 😀 B', 'a--b', 'a-b'],
    ['©2020 &copy; &amp; x', '2020-copy-amp-x', '2020-copy-amp-x'],
  ])('%s: %s for github-ascii, %s for blackfriday', (source, ascii, blackfriday) => {
    expect(headingId(source, 'github-ascii')).toBe(ascii);
    expect(headingId(source, 'blackfriday')).toBe(blackfriday);
  });

  test('are numbered alike, and none where it wants none', () => {
    const html = (headingIds: HeadingIds): string =>
      createMarkdown({ wikilinks: false, dollarMath: false, typographer: true, headingIds })
        .render('# A_b\n# A-b\n# c {#own}', createEnv())
        .trim();
    expect(html('blackfriday')).toBe('<h1 id="a-b">A_b</h1>\n<h1 id="a-b-1">A-b</h1>\n<h1 id="own">c</h1>');
    expect(html('none')).toBe('<h1>A_b</h1>\n<h1>A-b</h1>\n<h1 id="own">c</h1>');
  });
});
