import { describe, expect, test } from 'vitest';
import { renderHugo } from './render-sample.ts';

describe('as Hugo 0.111.3 itself has it', () => {
  test.each([
    ['term\n: def', '<dl>\n<dt>term</dt>\n<dd>def</dd>\n</dl>'],
    ['term\n:   def\n\n    more', '<dl>\n<dt>term</dt>\n<dd>def\n<p>more</p>\n</dd>\n</dl>'],
    ['a\nb\n: c', '<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n</dl>'],
    ['term\n\n: def', '<dl>\n<dt>term</dt>\n<dd>\n<p>def</p>\n</dd>\n</dl>'],
    [
      'term\n: a\n: b\n\nother\n\n: c',
      '<dl>\n<dt>term</dt>\n<dd>a</dd>\n<dd>b</dd>\n<dt>other</dt>\n<dd>\n<p>c</p>\n</dd>\n</dl>',
    ],
    ['term\n~ no', '<p>term\n~ no</p>'],
    ['term\n:no', '<p>term\n:no</p>'],
    ['term\n  : no', '<p>term\n: no</p>'],
    ['term\n\n\n: far', '<dl>\n<dt>term</dt>\n<dd>\n<p>far</p>\n</dd>\n</dl>'],
    [
      '- li\n  : def\n\n- x',
      '<ul>\n<li>\n<dl>\n<dt>li</dt>\n<dd>def</dd>\n</dl>\n</li>\n<li>\n<p>x</p>\n</li>\n</ul>',
    ],
    ['> q\n> : def', '<blockquote>\n<dl>\n<dt>q</dt>\n<dd>def</dd>\n</dl>\n</blockquote>'],
    ['# h\n: no', '<h1 id="h">h</h1>\n<p>: no</p>'],
    ['term\n: - a\n  - b', '<dl>\n<dt>term</dt>\n<dd><ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</dd>\n</dl>'],
    ['term\n: a\nlazy', '<dl>\n<dt>term</dt>\n<dd>a\nlazy</dd>\n</dl>'],
    ['*a* `b`\n: c\n\npara', '<dl>\n<dt><em>a</em> <code>b</code></dt>\n<dd>c</dd>\n</dl>\n<p>para</p>'],
    ['term\n: a\n\n: b\n\n    c', '<dl>\n<dt>term</dt>\n<dd>a</dd>\n<dd>\n<p>b</p>\n<p>c</p>\n</dd>\n</dl>'],
    ['term\n: ', '<dl>\n<dt>term</dt>\n<dd></dd>\n</dl>'],
  ])('%j becomes %j', (text, html) => expect(closer(renderHugo(text))).toBe(closer(html)));
});

test('a definition may begin with indented code', () => {
  expect(renderHugo('term\n:         code')).toContain('<dd>\n⟨c0⟩');
});

test('in code there are none', () => {
  expect(renderHugo('```\na\n: b\n```')).toBe('⟨c0⟩');
});

test('a definition holds quotes, lists and more definitions', () => {
  const html = closer(renderHugo('a\n: > q\n\n  b\n  : - c\n\n  d'));
  expect(html).toBe(
    '<dl><dt>a</dt><dd><blockquote><p>q</p></blockquote><dl><dt>b</dt><dd><ul><li>c</li></ul></dd></dl>d</dd></dl>',
  );
});

test('ten thousand definitions take linear time', () => {
  const start = performance.now();
  renderHugo('term\n: definition\n\n'.repeat(10_000));
  expect(performance.now() - start).toBeLessThan(4_000);
});

/** Line ends between blocks are of no account. */
function closer(html: string): string {
  return html.replace(/(?<=>)\n|\n(?=<)/g, '');
}
