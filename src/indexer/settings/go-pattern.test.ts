import { describe, expect, test } from 'vitest';
import { goPattern } from './go-pattern.ts';

describe('goPattern', () => {
  test.each([
    ['\\.foo$', '/b/a.foo', true],
    ['\\.foo$', '/b/a.foo.md', false],
    ['(?i)UPP', '/posts/upper.md', true],
    ['(?P<x>zed)', '/zed.md', true],
    ['(?<x>zed)', '/zed.md', true],
    ['(?:a|b)c', '/bc.md', true],
    ['\\Qq.q\\E', 'q.q.md', true],
    ['\\Qq.q\\E', 'qxq.md', false],
    ['[[:digit:]]{3}', 'n123.md', true],
    ['[[:digit:]]{3}', 'n12.md', false],
    ['[^[:alpha:]/]', 'abc', false],
    ['^[]a]$', ']', true],
    ['[a\\-z]\\_', '-_', true],
    ['\\.md\\z', 'a.md', true],
    ['\\Aposts', '/posts', false],
    ['\\p{Greek}', 'λ.md', true],
    ['\\p{Lu}', 'a.md', false],
    ['\\x{41}', 'A', true],
    ['\\~$', 'a.md~', true],
    ['a{b', 'a{b', true],
    ['a}]', 'a}]', true],
    ['\\d{2}', '42', true],
    ['\\d{2}', '4{2}', false],
    ['\\-{2}', '--', true],
    ['/_', '/posts/_x.md', true],
    ['a#b', 'a#b', true],
    ['[^\\s]', ' ', false],
    ['😀.', '😀x', true],
  ])('takes %j, and tells of %j that it fits: %j', (source, text, fits) => {
    const pattern = goPattern(source);
    expect(pattern).toBeInstanceOf(RegExp);
    expect((pattern as RegExp).test(text)).toBe(fits);
  });

  test.each([
    ['a(?=b)', 'has "(?=b)", which can\'t be taken'],
    ['(?<!a)b', 'has "(?<!a)", which can\'t be taken'],
    ['(a)\\1', 'has "\\1", which can\'t be taken'],
    ['a(?i)b', 'has "(?i)", which can\'t be taken'],
    ['[[:^alpha:]]', 'has "[:^alpha:]", which can\'t be taken'],
    ['(', 'is no regular expression'],
    ['[a', 'is no regular expression'],
    ['*', 'is no regular expression'],
    ['\\', 'is no regular expression'],
    ['\\p{Nope}', 'is no regular expression'],
  ])('says what it can’t take of %j', (source, message) => {
    expect(goPattern(source)).toBe(message);
  });
});
