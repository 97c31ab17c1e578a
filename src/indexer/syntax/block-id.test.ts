import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('names of blocks', () => {
  test.each([
    ['A paragraph. ^name', '<p id="^name">A paragraph.</p>'],
    ['Two\nlines ^a-1', '<p id="^a-1">Two<br>\nlines</p>'],
    ['- item ^i\n- other', '<ul>\n<li id="^i">item</li>\n<li>other</li>\n</ul>'],
    ['- a\n\n  loose ^i', '<ul>\n<li>\n<p>a</p>\n<p id="^i">loose</p>\n</li>\n</ul>'],
    [
      '- a ^i\n  - below\n\n- b',
      '<ul>\n<li id="^i">\n<p>a</p>\n<ul>\n<li>below</li>\n</ul>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>',
    ],
    ['> quote ^q', '<blockquote>\n<p id="^q">quote</p>\n</blockquote>'],
    ['^alone', '<p id="^alone"></p>'],
    ['a\n\n^b', '<p id="^b">a</p>'],
    ['- a\n- b\n\n^l', '<ul id="^l">\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['> q\n\n^q', '<blockquote id="^q">\n<p>q</p>\n</blockquote>'],
    ['- a\n\n  ^in\n\nb', '<ul>\n<li>\n<p id="^in">a</p>\n</li>\n</ul>\n<p>b</p>'],
    [
      '> [!tip]\n> x\n\n^c',
      '<div class="callout callout-tip" role="note" id="^c">\n<p class="callout-title">Tip</p>\n<p>x</p>\n</div>',
    ],
    ['a\n\n***\n\n^r', '<p>a</p>\n<div id="^r">\n<hr>\n</div>'],
    ['a ^x\n\n^y', '<div id="^y">\n<p id="^x">a</p>\n</div>'],
    ['a [[b]] ^c', '<p id="^c">a <a href="[r0]">b</a></p>'],
    ['$x^2$', '<p>⟨x^2⟩</p>'],
    ['x^name', '<p>x^name</p>'],
    ['not ^here but there', '<p>not ^here but there</p>'],
    ['not ^a_b', '<p>not ^a_b</p>'],
    ['# Head ^no', '<h1 id="head-no">Head ^no</h1>'],
    ['`code ^no`', '<p><code>code ^no</code></p>'],
  ])('%j becomes %j', (text, html) => expect(sampleVault(text).html).toBe(html));

  test('are ids of the note', () => {
    expect(sampleVault('a ^x\n\n- b ^y').note.ids).toEqual(['^x', '^y']);
  });

  test('are text in a blog', () => {
    expect(sampleHugo('A paragraph. ^name').html).toBe('<p>A paragraph. ^name</p>');
  });
});
