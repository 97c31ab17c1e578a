import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('marked words', () => {
  test.each([
    ['a ==b== c', 'a <mark>b</mark> c'],
    ['==a *b* [[c]]==', '<mark>a <em>b</em> <a href="[r0]">c</a></mark>'],
    ['*a ==b==*', '<em>a <mark>b</mark></em>'],
    ['`==a==`', '<code>==a==</code>'],
    ['a == b == c', 'a == b == c'],
    ['==a', '==a'],
    ['a=b==c', 'a=b==c'],
    ['\\==a==', '==a=='],
  ])('%j becomes %s', (text, html) => expect(sampleVault(text).html).toBe(`<p>${html}</p>`));

  test('are text in a blog', () => expect(sampleHugo('==a==').html).toBe('<p>==a==</p>'));
});
