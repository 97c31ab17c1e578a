import { afterAll, describe, expect, test } from 'vitest';
import { diagnosticLine } from '../command/summary-diagnostics.ts';
import type { ParsedNote } from '../common/types.ts';
import { createParser } from '../parse/parse.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

const ID = '64f1a2b3-1111-4222-8333-444455556666';
const LOST = '64f1a2b3-1111-4222-8333-444455550000';

function read(text: string, path = 'pages/a.md', logseq = true): ParsedNote {
  const parse = createParser({
    logseq,
    breaks: logseq,
    wikilinks: true,
    dollarMath: true,
    typographer: false,
    baseURL: null,
  });
  return parse({ path, bytes: Buffer.from(text), hash: '', stamp: '' }).note!;
}

function shown(text: string, logseq = true): string {
  return read(text, undefined, logseq)
    .html.replace(/HM[0-9a-f]{16}([a-z]\d+)x/g, '[$1]')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

describe('in a Logseq graph', () => {
  test.each([
    [
      `- one\n  id:: ${ID}\n  collapsed:: true\n- two`,
      `<ul><li>one<span id="${ID}"></span></li><li>two</li></ul>`,
    ],
    ['alias:: b, c\ntitle:: A\n\n- one', '<ul><li>one</li></ul>'],
    ['- mine:: yours', '<ul><li>mine:: yours</li></ul>'],
    ['- the id:: is text', '<ul><li>the id:: is text</li></ul>'],
    [`- as ((${ID})) says`, '<ul><li>as <a href="[r0]">block</a> says</li></ul>'],
    [`- {{embed ((${ID}))}}`, '<ul><li><a href="[r0]">block</a></li></ul>'],
    [
      '- {{query (todo TODO)}} f((x)) (y)',
      '<ul><li><span class="hm-shortcode">query</span> f((x)) (y)</li></ul>',
    ],
    ['- {{other x}} {{query x', '<ul><li>{{other x}} {{query x</li></ul>'],
    ['- `{{query x}}` ${{query}}$', '<ul><li><code>{{query x}}</code> [m0]</li></ul>'],
    ['- a {{cloze *b* c}} d', '<ul><li>a <em>b</em> c d</li></ul>'],
    ['- {{renderer :a, b}}', '<ul><li><span class="hm-shortcode">renderer</span></li></ul>'],
    [
      '- {{video https://example.org/a}}',
      '<ul><li><a href="https://example.org/a" class="hm-external" rel="noopener noreferrer">https://example.org/a</a></li></ul>',
    ],
    [
      '- a\n  #+BEGIN_QUERY\n  {:title [[b]]\n   :query [:find]}\n  #+END_QUERY\n- #+BEGIN_QUERY',
      '<ul><li>a<br /><span class="hm-shortcode">query</span></li><li>#+BEGIN_QUERY</li></ul>',
    ],
    [
      '- TODO a\n  SCHEDULED: <2023-09-01 Fri>\n  DEADLINE: <2023-09-02 Sa. 10:00 .+1d>\n  :LOGBOOK:\n  :END:\n  b',
      '<ul><li>TODO a<br />Scheduled: 2023-09-01<br />Deadline: 2023-09-02 10:00 .+1d<br />b</li></ul>',
    ],
    ['- SCHEDULED: soon DEADLINE: <2023>', '<ul><li>SCHEDULED: soon DEADLINE: &lt;2023&gt;</li></ul>'],
    [
      '- #[[two words]], a#[[b]] #[[ ]]',
      '<ul><li><a href="[g0]">#two words</a>, a#<a href="[r0]">b</a> #[[ ]]</li></ul>',
    ],
    ['- a\n  mine:: [[b]]\n  id:: x\n  c', '<ul><li>a<br />mine:: <a href="[r0]">b</a><br />c</li></ul>'],
    ['- ![p](p.png){:height 3, :width 4}', '<ul><li><img src="[a0]" alt="p" loading="lazy" /></li></ul>'],
    ['- a {:height 3}', '<ul><li>a {:height 3}</li></ul>'],
    ['- a\n  :LOGBOOK:\n  CLOCK: [2023-09-01 Fri]\n  :END:', '<ul><li>a</li></ul>'],
  ])('%j is shown as %s', (text, html) => expect(shown(text)).toBe(html));

  test('a page is called as Logseq calls it', () => {
    const named = ({ title, frontMatter: { aliases, tags } }: ParsedNote): unknown => ({
      title,
      aliases,
      tags,
    });
    expect(
      named(read('alias:: [[Yard]], The plot\ntags:: [[in town]], #green', 'pages/b%3Fc___d.md')),
    ).toEqual({
      title: 'b?c/d',
      aliases: ['Yard', 'The plot'],
      tags: ['in town', 'green'],
    });
    expect(named(read('title:: T\n\n- # H', 'pages/e.md'))).toEqual({ title: 'T', aliases: ['e'], tags: [] });
    for (const [day, words] of [
      ['01', 'Sep 1st, 2023'],
      ['12', 'Sep 12th, 2023'],
      ['23', 'Sep 23rd, 2023'],
    ]) {
      const note = read('', `journals/2023_09_${day}.md`);
      expect(named(note)).toEqual({ title: `2023-09-${day}`, aliases: [words], tags: [] });
    }
  });

  test('a page that is not public is a draft', () => {
    const draft = (value: string): unknown => read(`public:: ${value}`).frontMatter.draft;
    expect(['false', 'true', ''].map(draft)).toEqual([true, false, false]);
  });

  test('links lead to blocks, pages and days, and lost ones are told', async () => {
    const { graph, report } = await sampleSite(
      sampleFolder({
        'logseq/config.edn': '{}',
        'pages/a.md': `- one\n  id:: ${ID}`,
        'pages/b___c.md': `- ((${ID})) [x](((${ID}))) ((${LOST})) [[Sep 1st, 2023]]`,
        'journals/2023_09_01.md': '- [[B/C]]',
      }),
      sampleApp(),
    );
    const path = (index: number | null): string | null => (index === null ? null : graph.notes[index]!.path);
    expect(graph.references.map(({ from, to, anchor }) => [path(from), path(to), anchor])).toEqual([
      ['journals/2023_09_01.md', 'pages/b___c.md', null],
      ['pages/b___c.md', 'pages/a.md', ID],
      ['pages/b___c.md', 'pages/a.md', ID],
      ['pages/b___c.md', null, null],
      ['pages/b___c.md', 'journals/2023_09_01.md', null],
    ]);
    expect(report.diagnostics.map((found) => diagnosticLine(found))).toEqual([
      `pages/b___c.md:1:90 unresolved-reference no block with the id ${LOST}`,
    ]);
  });
});

test('elsewhere all of that is text', () => {
  expect(shown(`- one\n  id:: ${ID}\n- ((${ID}))`, false)).toBe(
    `<ul><li>oneid:: ${ID}</li><li>((${ID}))</li></ul>`,
  );
  expect(read('title:: T', 'pages/b___c.md', false)).toMatchObject({ title: 'b___c' });
});
