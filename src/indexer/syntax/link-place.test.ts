import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('links of Markdown', () => {
  test.each([
    ['[a](b.md)', ['markdown b.md 1:1']],
    [
      'ü [a](b.md "title") [c](<d e.md>) [f](d%20e.md#g)',
      ['markdown b.md 1:4', 'markdown d e.md 1:22', 'markdown d e.md#g 1:36'],
    ],
    ['[a][b] [b] [b][]\n\n[b]: c.md', ['markdown c.md 1:1', 'markdown c.md 1:8', 'markdown c.md 1:12']],
    ['[![p](i.png)](a.md)', ['markdown a.md 1:1']],
    [
      '[a](../b/) [c](/d/#e) [f](g.html)',
      ['permalink ../b/ 1:1', 'permalink /d/#e 1:12', 'permalink g.html 1:23'],
    ],
    ['<https://ex.org/blog/a/>', ['permalink https://ex.org/blog/a/ 1:1']],
    [
      '[a](https://ex.org/blog) [b](https://ex.org/blog#c)',
      ['permalink https://ex.org/blog 1:1', 'permalink https://ex.org/blog#c 1:26'],
    ],
    ['[a](https://ex.org/blogger/) [b](https://ex.org.evil.example/blog/)', []],
    // What Hugo makes is no file beside the notes.
    [
      '[a](/index.xml) [b](/blog/posts/index.json?x) <a href="/sitemap.xml">c</a> [d](/my.xml) [e](index.txt)',
      ['permalink /index.xml 1:1', 'permalink /blog/posts/index.json?x 1:17', 'permalink /sitemap.xml 1:47'],
    ],
    ['[a](#here) [b](#Top)', ['markdown #here 1:1']],
    ['[a](#) [b](mailto:a@b.c) [c](https://else.where/x.md) [d](//else.where/x.md)', []],
    ['`[a](b.md)` \\[a](b.md) [a](javascript:x.md)', []],
  ])('%j refers to %j', (text, references) => expect(sampleHugo(text).references).toEqual(references));

  test('stand where they are written after shortcodes, in any block', () => {
    const text = [
      '+++',
      'title = "[x](x.md)"',
      '+++',
      '> {{< relref',
      '"one.md" >}} [a](a.md)',
      '',
      '1. ü {{% ref "two.md" %}} [b](b.md) `{{< relref "three.md" >}}` [c](c.md)',
      '',
      '| {{< x >}} [d\\|d](d.md) | [e](e.md) |',
      '|---|---|',
      '',
      'Set [f](f.md)',
      '===',
      '',
      '{{< figure src="i.png" >}} [g](g.md)[^n]',
      '',
      '[^n]: Foot [h](h.md)',
      '',
      '{{< highlight go >}}',
      '[no](no.md)',
      '{{< /highlight >}}',
      '',
      'Term',
      ': [i](i.md)',
    ].join('\n');
    const { references } = sampleHugo(text);
    const places = references.map((reference) => reference.replace(/^\w+ (\w+)\.md/, '$1'));
    expect(places).toEqual([
      ...['one 4:3', 'two 7:7', 'three 7:39'],
      ...['a 5:14', 'b 7:28', 'c 7:66', 'd 9:13', 'e 9:28', 'f 12:5', 'g 15:28', 'i 24:3', 'h 17:12'],
    ]);
  });

  test('to pictures and files are assets, and pictures elsewhere are none', () => {
    const { note, references } = sampleVault(
      '![a](i.png) [b](x.pdf) ![c](d%20e.jpg?x#y) ![](https://else.where/i.png) ![](data:image/png;base64,AA) [![p](j.png)](k.txt)',
    );
    expect(references).toEqual([]);
    expect(note.assets.map(({ argument, line, column }) => `${argument} ${line}:${column}`)).toEqual([
      'i.png 1:1',
      'x.pdf 1:13',
      'd e.jpg?x#y 1:24',
      'k.txt 1:104',
      'j.png 1:105',
    ]);
  });
});
