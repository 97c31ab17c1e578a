import { describe, expect, test } from 'vitest';
import { FORMULA_MARK } from '../math/readable-tex.ts';
import { sampleHugo, sampleVault } from './sample-parse.ts';

const M = FORMULA_MARK;

describe('the plain text of a note', () => {
  test('goes by section, with its code, tables and marked formulas, without markup', () => {
    const { note } = sampleVault(
      [
        'Lead *em* `code` <b>html</b> [[a|link]] &amp; \\* $x^2$',
        '',
        '# One',
        '| h1 | h2 |\n|---|---|\n| c1 | **c2** |',
        '',
        '```js\nlet x;\n```',
        '## Two',
        '- item\n- [ ] task',
        '',
        '![alt](p.png) $$\ny\n$$',
      ].join('\n'),
    );
    expect(note.sections).toEqual([
      { id: '', heading: '', text: `Lead em code html link & * ${M}x^2${M}` },
      { id: 'one', heading: 'One', text: 'h1\nh2\nc1\nc2\nlet x;\n' },
      { id: 'two', heading: 'Two', text: `item\ntask\nalt ${M}y${M}` },
    ]);
    expect(note.words).toBe(20);
  });

  test('has a footnote in the section that refers to it first', () => {
    const { note } = sampleHugo(
      '# One\na[^n] b\n\n# Two\nc[^n] d[^m]\n\n[^m]: other\n[^n]: said *once*\n\n    and again',
    );
    expect(note.sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['', ''],
      ['One', 'a b\nsaid once\nand again'],
      ['Two', 'c d\nother'],
    ]);
  });

  test('holds nothing of a shortcode', () => {
    const { note } = sampleHugo('a {{< x "secret" >}} b\n\n```\n{{< relref "c.md" >}}\n```');
    expect(note.sections[0]!.text).toBe('a b\n\n');
  });
});

describe('the context of a reference', () => {
  test.each([
    ['See [the *b*](b.md). Then', 'the b', 'See the b.'],
    ['[t]({{< relref "b.md" >}}) is', 't', 't is'],
    ['As {{< relref "b.md" >}} says', '', 'As says'],
    ['# Head [b](b.md)', 'b', 'Head b'],
    ['- one [b](b.md)\n- two', 'b', 'one b'],
    ['| [b](b.md) x | y |\n|---|---|', 'b', 'b x'],
    ['Two\nlines [of\ntext](b.md) end', 'of text', 'Two lines of text end'],
    ['<a href="{{< relref "b.md" >}}">raw</a> html', 'raw', 'raw html'],
    ['\\\\(x\\\\) [b](b.md)', 'b', 'x b'],
    ['[![alt](i.png)](b.md)', 'alt', 'alt'],
    ['{{< highlight go >}}{{< /highlight >}}[b](b.md)', 'b', 'b'],
  ])('of %j is %j in %j', (text, linkText, sentence) => {
    const [reference] = sampleHugo(text).note.references;
    expect({ text: reference!.text, sentence: reference!.sentence.trim() }).toEqual({
      text: linkText,
      sentence,
    });
  });

  test('is empty where no page shows it', () => {
    const { note } = sampleHugo('<!-- {{< relref "a.md" >}} -->\n\n```\n{{< relref "b.md" >}}\n```');
    expect(note.references.map(({ sentence, at }) => [sentence, at])).toEqual([
      ['', -1],
      ['', -1],
    ]);
  });
});
