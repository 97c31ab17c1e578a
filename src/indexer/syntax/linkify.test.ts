import { expect, test } from 'vitest';
import { sampleHugo } from '../parse/sample-parse.ts';
import { renderHugoLine } from './render-sample.ts';

/** What Hugo 0.111.3 itself makes of each. */
test.each([
  ['see http://a.org/b.', 'see <a href="http://a.org/b">http://a.org/b</a>.'],
  [
    'https://a.org/a_(b) (https://a.org/c)',
    '<a href="https://a.org/a_(b)">https://a.org/a_(b)</a> (<a href="https://a.org/c">https://a.org/c</a>)',
  ],
  ['www.a.org/x, x', '<a href="https://www.a.org/x">www.a.org/x</a>, x'],
  ['a@b.org and <c@d.org>', '<a href="mailto:a@b.org">a@b.org</a> and <a href="mailto:c@d.org">c@d.org</a>'],
  ['x@b', 'x@b'],
  ['foo.org', 'foo.org'],
  ['ftp://a.org/f mailto:x', '<a href="ftp://a.org/f">ftp://a.org/f</a> mailto:x'],
  ['http://localhost/x http://a.b:80/c', 'http://localhost/x <a href="http://a.b:80/c">http://a.b:80/c</a>'],
  ['xhttp://a.org', 'xhttp://a.org'],
  ['"http://a.org"', '“<a href="http://a.org">http://a.org</a>”'],
  ['*http://a.org/b*', '<em><a href="http://a.org/b">http://a.org/b</a></em>'],
  ['~http://a.org', '~<a href="http://a.org">http://a.org</a>'],
  ['[see http://a.org](/u)', '<a href="/u">see http://a.org</a>'],
  ['[open http://a.org', '[open http://a.org'],
  ['[closed] http://a.org', '[closed] <a href="http://a.org">http://a.org</a>'],
  ['http://a.org/?a=b&amp;c;', '<a href="http://a.org/?a=b&amp;amp;c;">http://a.org/?a=b&amp;amp;c;</a>'],
  ['http://a.org/x&amp;', '<a href="http://a.org/x">http://a.org/x</a>&amp;'],
  ['http://a.org/a|b%7Cc', '<a href="http://a.org/a">http://a.org/a</a>|b%7Cc'],
  ['`x`http://a.org', '<code>x</code><a href="http://a.org">http://a.org</a>'],
  ['&lt;a@b.org&gt;', '&lt;a@b.org&gt;'],
  ['http://a.org/Itô', '<a href="http://a.org/It">http://a.org/It</a>ô'],
  ['\\(http://a.org', '(http://a.org'],
  ['a (www.a.org).', 'a (<a href="https://www.a.org">www.a.org</a>).'],
  ['http://a.org/a*b*', '<a href="http://a.org/a">http://a.org/a</a><em>b</em>'],
  ['HTTP://a.org', 'HTTP://a.org'],
  ['http://a.ORG', 'http://a.ORG'],
  ['a+b-c_d@e-f.org.', '<a href="mailto:a+b-c_d@e-f.org">a+b-c_d@e-f.org</a>.'],
  ['a@b.org-', 'a@b.org-'],
  ['http://a.org!?', '<a href="http://a.org">http://a.org</a>!?'],
])('%j becomes %j', (text, html) => expect(renderHugoLine(text)).toBe(html));

test('an address within a link’s own HTML is no second link', () => {
  expect(renderHugoLine('<a href="/x">http://a.org</a>')).toBe('<a href="/x">http://a.org</a>');
});

test('an address after a formula’s open bracket is none, as for Hugo', () => {
  expect(renderHugoLine('\\\\([0,1)\\\\) http://a.org')).toBe('⟨m0⟩ http://a.org');
  expect(renderHugoLine('\\\\([0,1]\\\\) http://a.org')).toBe('⟨m0⟩ <a href="http://a.org">http://a.org</a>');
});

test('an address within the blog is a reference, with its place', () => {
  const { references } = sampleHugo('first line\nsee https://ex.org/blog/posts/a/ there');
  expect(references).toEqual(['permalink https://ex.org/blog/posts/a/ 2:5']);
});

test('a scheme that runs something is no address', () => {
  expect(renderHugoLine('javascript://a.org/%0aalert(1) x')).toBe('javascript://a.org/%0aalert(1) x');
});

test.each([
  ['a long host', `http://${'a.'.repeat(50_000)}`],
  ['a long local part', `${'a'.repeat(200_000)}@`],
  ['many addresses', 'http://a.org '.repeat(5_000)],
  ['many brackets', `${'['.repeat(20_000)} http://a.org`],
])('reads %s in no time', (_, text) => {
  const start = performance.now();
  renderHugoLine(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});
