import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo } from '../sample-parse.ts';
import { headingId } from './heading-attributes.ts';

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
      { level: 1, id: 'a-b-c-x_1-demd', text: 'A b c x₁ d' },
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
