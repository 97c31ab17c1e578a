import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { renderHugo } from './render-sample.ts';

const reference = (number: number, again = ''): string =>
  `<sup id="fnref${again}:${number}"><a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a></sup>`;
const back = (number: number, again = ''): string =>
  `&nbsp;<a href="#fnref${again}:${number}" class="footnote-backref" role="doc-backlink">↩︎</a>`;

describe('as Hugo 0.111.3 itself has it', () => {
  test('a footnote is numbered by its first reference, and leads back to each', () => {
    const html = renderHugo('a[^x] b[^1] c[^x]\n\n[^1]: one\n[^x]: two\n\n    more');
    expect(html).toContain(`<p>a${reference(1)} b${reference(2)} c${reference(1, '1')}</p>`);
    expect(html).toContain(
      `<li id="fn:1">\n<p>two</p>\n<p>more${back(1)}${back(1, '1')}</p>\n</li>\n<li id="fn:2">\n<p>one${back(2)}</p>\n</li>`,
    );
  });

  test.each([
    ['a[^no]', '<p>a[^no]</p>'],
    ['a\n\n[^1]: unused', '<p>a</p>'],
    ['a^[inline]', '<p>a^[inline]</p>'],
  ])('%j becomes %j', (text, html) => expect(renderHugo(text)).toBe(html));
});

test('ids and roles pass the sanitiser', () => {
  const { html, note } = sampleHugo('a[^1]\n\n[^1]: one');
  expect(note.ids).toEqual(['fnref:1', 'fn:1']);
  expect(html).toContain('role="doc-endnotes"');
});

test('in a vault, `^[…]` is a footnote', () => {
  expect(sampleVault('a^[inline]').html).toContain('<li id="fn:1">\n<p>inline');
});
