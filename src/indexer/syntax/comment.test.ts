import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../sample-parse.ts';

describe('comments', () => {
  test.each([
    ['a %%b%% c', '<p>a  c</p>'],
    ['a %%b [[c]] *d%% e*', '<p>a  e*</p>'],
    ['a %%b\nc%% d', '<p>a  d</p>'],
    ['%%a%%', ''],
    ['%%\na\n\nb\n%%\nc', '<p>c</p>'],
    ['%% a\n\n# b\n%% c', '<p>c</p>'],
    ['x\n%%\na\n\nb\n%%\ny', '<p>x</p>\n<p>y</p>'],
    ['%%a%% b', '<p> b</p>'],
    ['> %%\n> a\n>\n> b\n> %%\n> c', '<blockquote>\n<p>c</p>\n</blockquote>'],
    ['- %%\n  a\n\n  b\n  %%\n- c', '<ul>\n<li></li>\n<li>c</li>\n</ul>'],
    ['`%%a%%`', '<p><code>%%a%%</code></p>'],
    ['\\%%a%%', '<p>%%a%%</p>'],
    ['a %% b', '<p>a %% b</p>'],
    ['%%\na\n\nb', '<p>%%<br>\na</p>\n<p>b</p>'],
    ['- %% a\n\nb %% c', '<ul>\n<li>%% a</li>\n</ul>\n<p>b %% c</p>'],
    ['100% and 50%%', '<p>100% and 50%%</p>'],
  ])('%j becomes %j', (text, html) => expect(sampleVault(text).html).toBe(html));

  test('in code are code', () => {
    expect(sampleVault('```\n%%\na\n%%\n```').html).toContain('%%\na\n%%');
  });

  test('are gone from text, words and references', () => {
    const { note, references } = sampleVault('one %%two [[three]]%% four\n\n%%\nfive\n\nsix\n%%\n');
    expect(JSON.stringify([note.sections, note.html, references])).not.toMatch(/two|three|five|six/);
    expect(note.words).toBe(2);
  });

  test('are gone from a note that nests too deep', () => {
    const { note } = sampleVault(`${'> '.repeat(120)}a\n\nx %%secret%% y`);
    expect(JSON.stringify(note)).not.toContain('secret');
  });

  test('leave the place of what follows them', () => {
    expect(sampleVault('%%\n\nx\n\n%% [[a]]\n\n%%b%% [[c]]').references).toEqual([
      'wikilink a 5:4',
      'wikilink c 7:7',
    ]);
  });

  test('are text in a blog', () => expect(sampleHugo('a %%b%% c').html).toBe('<p>a %%b%% c</p>'));

  test('never show what stands between two signs that nothing else claims', () => {
    const word = fc.constantFrom('a', '*b*', '\n', '\n\n', '- c\n', '> d\n', '# e\n', '[[f]]', ' ');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const text = `${before.join('')}\n\n%%\nsecret\n\nsecret\n%%\n\n${after.join('')}`;
        expect(JSON.stringify(sampleVault(text).note)).not.toContain('secret');
      }),
    );
  });
});
