import { expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

test.each([
  ['one\ntwo\nthree', '<p>one<br>\ntwo<br>\nthree</p>'],
  ['one  \ntwo\\\nthree', '<p>one<br>\ntwo<br>\nthree</p>'],
  ['**one\ntwo**', '<p><strong>one<br>\ntwo</strong></p>'],
  ['`one\ntwo`', '<p><code>one two</code></p>'],
  ['> [!note] One\n> two\n> three', '<p>two<br>\nthree</p>'],
  ['- one\n  two', '<li>one<br>\ntwo</li>'],
  ['one\n$$x$$\ntwo', '<p>one\n⟪x⟫\ntwo</p>'],
  ['one $x$\ntwo', '<p>one ⟨x⟩<br>\ntwo</p>'],
  ['<div>\none\ntwo\n</div>', '<div>\none\ntwo\n</div>'],
])('in a vault, %j holds %j', (text, html) => expect(sampleVault(text).html).toContain(html));

test('a Hugo blog that asks for nothing goes on in the same line', () =>
  expect(sampleHugo('one\ntwo').html).toBe('<p>one\ntwo</p>'));
