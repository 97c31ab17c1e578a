import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { RawReference } from '../common/types.ts';
import { findLinks } from '../derive/backlinks.ts';
import { Nearness } from '../derive/nearness.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { aroundSections, type PageAround } from './page-around.ts';

const NOTHING: PageAround = { back: [], out: [], mentions: { list: [], more: 0 }, related: [] };

function resolved(title: string, links: readonly (readonly [to: number, sentence: string])[]): ResolvedNote {
  const references = links.map(([, sentence], i): RawReference => {
    const at = sentence.indexOf('it');
    return { kind: 'relref', argument: '', line: i + 1, column: 1, text: 'it', sentence, at };
  });
  return {
    note: sampleNote(`${title}.md`, { title }, { references }),
    slug: title,
    permalink: `/${title}/`,
    resolutions: links.map(([to]) => ({ kind: 'note', to, anchor: null, anchorExists: null })),
  };
}

describe('links of a note', () => {
  test('come with their sentences, those with many places and near ones first', () => {
    const notes = [
      resolved('a', []),
      resolved('b', [[0, 'b names it']]),
      resolved('c', [
        [0, 'c names it'],
        [0, 'and it again'],
      ]),
      resolved('d', [
        [0, 'd names it'],
        [0, 'd names it'],
        [3, 'itself'],
      ]),
    ];
    const links = notes.flatMap(({ resolutions }, from) => resolutions.map(() => [from, 0] as const));
    const nearness = new Nearness({
      noteCount: 4,
      titles: ['a', 'b', 'c', 'd'],
      ghostNames: [],
      from: links.map(([from]) => from),
      to: links.map(([, to]) => to),
    });
    const { back, out } = findLinks(notes, nearness);
    expect(back[0]!.map(({ note, places }) => [note, places.length])).toEqual([
      [2, 2],
      [3, 2],
      [1, 1],
    ]);
    expect(out[2]!.map(({ note, places }) => [note, places.map(({ sentence }) => sentence)])).toEqual([
      [0, ['c names it', 'and it again']],
    ]);
    expect(back[3]).toEqual([]);
    expect(aroundSections({ ...NOTHING, back: back[0]! }, '../', notes).join('\n')).toMatchInlineSnapshot(`
      "<section class="hm-around hm-backlinks" aria-labelledby="hm-backlinks-title">
      <details open><summary><h2 id="hm-backlinks-title">Linked from 3 notes</h2></summary>
      <ul>
      <li><a class="hm-link" href="../notes/c/">c</a><p>c names <mark class="hm-mark">it</mark></p><p>and <mark class="hm-mark">it</mark> again</p></li>
      <li><a class="hm-link" href="../notes/d/">d</a><p>d names <mark class="hm-mark">it</mark></p></li>
      <li><a class="hm-link" href="../notes/b/">b</a><p>b names <mark class="hm-mark">it</mark></p></li>
      </ul>
      </details>
      </section>"
    `);
  });
});

test('what notes share is told in a row of which no line begins with a dot', () => {
  const related = [
    { to: 0, links: 2, words: ['leaf', 'root'] },
    { to: 0, links: 0, words: ['bark'] },
  ];
  const html = aroundSections({ ...NOTHING, related }, '../', [resolved('a', [])]).join('');
  expect(html).toContain('2 neighbours in common\u00a0· leaf\u00a0· root<');
  expect(html).toContain('>bark<');
});

test('titles and sentences are text', () => {
  const notes = [resolved('<img src=x onerror=alert(1)>', [])];
  const said = { sentence: '<script>it</script>', at: 8, text: 'it' };
  const html = aroundSections(
    {
      back: [{ note: 0, places: [said], key: '' }],
      out: [{ note: 0, places: [said], key: '' }],
      mentions: { list: [{ from: 0, ...said }], more: 1 },
      related: [{ to: 0, links: 1, words: ['<b>'] }],
    },
    '',
    notes,
  ).join('');
  expect(html).not.toMatch(/<(?:script|img|b)\b/);
  expect(serialize(parseFragment(html))).toContain('&lt;script&gt;');
  expect(html).toContain('And in 1 more note.');
});

test('what there is none of is not told', () => {
  expect(aroundSections(NOTHING, '', [])).toEqual([]);
});
