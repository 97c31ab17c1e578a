import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('embeds in Markdown’s own way', () => {
  test.each([
    ['![](Other%20note.md)', '<a href="[r0]?embed">Other note.md</a>', 'embed Other note.md 1:1'],
    ['a ![x](<b c.md#A d>) b', 'a <a href="[r0]?embed">b c.md &gt; A d</a> b', 'embed b c.md#A d 1:3'],
    [
      '![](../n.markdown#^id)',
      '<a href="[r0]?embed">../n.markdown &gt; ^id</a>',
      'embed ../n.markdown#^id 1:1',
    ],
    ['*![](n.md)*', '<em><a href="[r0]">n.md</a></em>', 'embed n.md 1:2'],
    ['![a talk](talk.mp3)', '<a href="[r0]">a talk</a>', 'embed talk.mp3 1:1'],
    ['![](paper.pdf#page=3)', '<a href="[r0]">paper.pdf, page 3</a>', 'embed paper.pdf#page=3 1:1'],
    ['![clip|300x200](clip.mp4)', '<a href="[r0]?size=300x200">clip</a>', 'embed clip.mp4 1:1'],
    ['![300](clip.mp4)', '<a href="[r0]?size=300">clip.mp4</a>', 'embed clip.mp4 1:1'],
    ['![](100%.md)', '<a href="[r0]?embed">100%.md</a>', 'embed 100%.md 1:1'],
    ['![*a* <b>](x.pdf)', '<a href="[r0]">*a* &lt;b&gt;</a>', 'embed x.pdf 1:1'],
  ])('%s becomes %s', (text, html, reference) => {
    const found = sampleVault(text);
    expect(found.html).toBe(`<p>${html}</p>`);
    expect(found.references).toEqual([reference]);
  });

  test('have their places, among other links', () => {
    expect(sampleVault('[[a]] ![](b.md)\n\n- [c](c.md) ![](d.mp3)').references).toEqual([
      'wikilink a 1:1',
      'embed b.md 1:7',
      'embed d.mp3 3:13',
      'markdown c.md 3:3',
    ]);
  });

  test.each([
    '![](pic.png)',
    '![](https://example.org/n.md)',
    '![](//example.org/t.mp3)',
    '![](n)',
    '![](n.md.png)',
    '`![](n.md)`',
    '[![](n.md)](https://example.org)',
    '![](file:n.md)',
  ])('leave %s a picture, or text', (text) => {
    expect(sampleVault(text).references.filter((found) => found.startsWith('embed'))).toEqual([]);
  });

  test('are pictures in a blog', () => {
    expect(sampleHugo('![](n.md)').references).toEqual([]);
  });
});
