import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('tags in the text', () => {
  test.each([
    ['#a', ['a']],
    ['x #a y #b-c_d', ['a', 'b-c_d']],
    ['#a/b/c', ['a/b/c']],
    ['#a/ #b//c', ['a', 'b']],
    ['#Köln #標籤 #🌱 #y2024', ['Köln', '標籤', '🌱', 'y2024']],
    ['#a, #b. (x #c)', ['a', 'b', 'c']],
    ['# Head #a', ['a']],
    ['- #a\n- [ ] #b\n\n> #c', ['a', 'b', 'c']],
    ['**x #a**', ['a']],
    ['#a #A', ['a']],
    ['#__proto__', ['__proto__']],
  ])('%j has %j', (text, tags) => expect(sampleVault(text).note.frontMatter.tags).toEqual(tags));

  test.each([
    '#1 #2024 #1/2',
    'a#b',
    '(#a)',
    '##a',
    '# a',
    '\\#a',
    '`#a`',
    '    #a',
    '```\n#a\n```',
    'https://ex.org/ #/a',
    'https://ex.org/#a',
    '[x #a](b.md)',
    '[[x #a]]',
    '[[x#a]] [b](c.md#a)',
    '$x #a$',
    '<!-- #a -->',
    '%% #a %%',
    '&#35; #.',
  ])('%j has none', (text) => expect(sampleVault(text).note.frontMatter.tags).toEqual([]));

  test('are links that keep their sign, and text to the search', () => {
    const { html, note } = sampleVault('x #a/b.');
    expect(html).toBe('<p>x <a href="[g0]">#a/b</a>.</p>');
    expect(note.sections[0]!.text).toBe('x #a/b.');
  });

  test('come behind those of the front matter, each once', () => {
    const { frontMatter } = sampleVault('---\ntags: [Fire, b]\n---\n#fire #c #B #c').note;
    expect(frontMatter.tags).toEqual(['Fire', 'b', 'c']);
  });

  test('are one where only their letters are composed otherwise, and two with other marks', () => {
    const { frontMatter } = sampleVault('#é #e\u0301 #e #कल #कुल').note;
    expect(frontMatter.tags).toEqual(['é', 'e', 'कल', 'कुल']);
  });

  test.each([
    ['tags: one two, three', ['one', 'two', 'three']],
    ['tag: "#one #two"', ['one', 'two']],
    ['tags: [one two, three]', ['one two', 'three']],
    ['tags:\n  - one two', ['one two']],
    ['tags: 5', ['5']],
  ])('of front matter are parted by spaces where %j is one text', (yaml, tags) => {
    expect(sampleVault(`---\n${yaml}\n---\n`).note.frontMatter.tags).toEqual(tags);
  });

  test('of a blog’s front matter may have spaces', () => {
    expect(sampleHugo('---\ntags: one two, three\n---\n').note.frontMatter.tags).toEqual([
      'one two',
      'three',
    ]);
  });

  test('are text in a blog', () => expect(sampleHugo('#a').note.frontMatter.tags).toEqual([]));
});
