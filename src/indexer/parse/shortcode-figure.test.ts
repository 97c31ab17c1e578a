import { expect, test } from 'vitest';
import { sampleHugo } from './sample-parse.ts';

test.each([
  ['A *b* [c](https://d.org) `e` <b>x</b>', 'A b c e x'],
  ['1 < 2 & \\"q\\"', '1 &lt; 2 &amp; “q”'],
  ['\\\\\\\\(x^2\\\\\\\\)', 'x²'],
])('a figure without an alt is told by the plain text of its caption: %s', (caption, alt) =>
  expect(sampleHugo(`{{< figure src="a.png" caption="${caption}" >}}`).html).toContain(` alt="${alt}" `),
);

test('its own alt has the first word', () =>
  expect(sampleHugo('{{< figure src="a.png" alt="*own*" caption="other" >}}').html).toContain(
    ' alt="*own*" ',
  ));

test('no caption breaks out of it', () =>
  expect(sampleHugo('{{< figure src="a.png" caption="\\"><script>x</script>" >}}').html).not.toMatch(
    /alt="[^"]*[<>]|<script/,
  ));

const linked = (link: string): ReturnType<typeof sampleHugo> =>
  sampleHugo(`x\n\n{{< figure src="a.png" caption="The *sea*" link="${link}" >}}`);

test.each([
  ['/posts/b/', 'permalink /posts/b/ 3:1'],
  ['../b/', 'permalink ../b/ 3:1'],
  ['b.md#c', 'markdown b.md#c 3:1'],
  ['https://ex.org/blog/b/', 'permalink https://ex.org/blog/b/ 3:1'],
])('the link of a figure is a reference of the note, as any other: %s', (link, reference) => {
  const { html, references, note } = linked(link);
  expect(references).toEqual([reference]);
  expect(html).toContain('<figure><a href="[r0]"><img ');
  expect(note.references[0]).toMatchObject({ text: 'The sea', sentence: 'The sea' });
});

test('a file that a figure leads to is a file of the note', () => {
  const { html, note } = linked('/x.svg');
  expect(note.assets.map(({ argument }) => argument)).toEqual(['a.png', '/x.svg']);
  expect(html).toContain('<a href="[a1]"><img src="[a0]"');
});

test.each([
  [
    'https://else.org/\\"><b>',
    '<a class="hm-external" rel="noopener noreferrer" href="https://else.org/&quot;&gt;&lt;b&gt;">',
  ],
  ['mailto:a@b.org', '<a href="mailto:a@b.org">'],
  ['#top', '<a href="#top">'],
])('a figure leads elsewhere as its link says: %s', (link, tag) => {
  const { html, references } = linked(link);
  expect(references).toEqual([]);
  expect(html).toContain(`<figure>${tag}<img `);
});

test.each(['java\tscript:alert(1)', 'javascript:alert(1)'])(
  'a figure leads nowhere where no page may lead, and that is told: %j',
  (link) => {
    const { html, diagnostics } = linked(link);
    expect(html).not.toContain('href');
    expect(diagnostics).toEqual(['unresolved-reference 3:1']);
  },
);

test('a figure with a link to a file of one computer tells so', () =>
  expect(linked('file:///home/me/x.pdf').diagnostics).toEqual(['missing-asset 3:1']));

test.each(['50%', '20em', '1.5rem', '300'])('a figure keeps a width as Hugo prints it: %s', (width) =>
  expect(sampleHugo(`{{< figure src="a.png" width="${width}" >}}`).html).toContain(` width="${width}">`),
);
