import { afterAll, describe, expect, test } from 'vitest';
import { HAS, NO_DATE, readFacts } from '../../contract/facts.ts';
import { readMap } from '../../contract/map.ts';
import { readSite } from '../../contract/site.ts';
import type { FrontMatter } from '../common/types.ts';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { deriveFacts } from './derive-facts.ts';

const app = sampleApp();
afterAll(removeSampleFolders);

/** Days as dates, by title; null where unknown. */
async function datesOf(files: Record<string, string>): Promise<Record<string, (string | null)[]>> {
  const { texts } = await sampleSite(sampleFolder(files), app);
  const site = readSite(JSON.parse(texts.get('site.json')!));
  const map = readMap(JSON.parse(texts.get(site.map)!));
  const { created, modified } = readFacts(JSON.parse(texts.get(site.facts!)!));
  const text = (day: number): string | null =>
    day === NO_DATE ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
  return Object.fromEntries(
    [...created.keys()].map((note) => [map.titles[note], [text(created[note]!), text(modified[note]!)]]),
  );
}

describe('the facts', () => {
  test('say when a note was written and changed, as its author counted the days', async () => {
    const dates = await datesOf({
      'a.md': '---\ndate: 2024-02-29\nlastmod: 2024-03-01T00:30:00+13:00\n---\n',
      'b.md': '---\ndate: 1969-12-31T23:59:00-11:00\n---\n',
      'c.md': '---\nlastmod: 2020-01-01\n---\n',
      'd.md': '---\ncreated: 2021-05-05\n---\n',
      'e.md': '---\npublishDate: 2022-06-06\n---\n',
      'f.md': '---\ndate: 0001-01-01\n---\n',
      'g.md': 'No date.',
    });
    expect(dates).toEqual({
      a: ['2024-02-29', '2024-03-01'],
      b: ['1969-12-31', '1969-12-31'],
      c: [null, '2020-01-01'],
      d: ['2021-05-05', '2021-05-05'],
      e: ['2022-06-06', '2022-06-06'],
      f: [null, null],
      g: [null, null],
    });
  });

  test('leave out a column that would say nothing', () => {
    const dated = sampleNote('a.md', { date: '1970-01-02' });
    const bare = sampleNote('b.md');
    expect(deriveFacts([dated, bare], new Map())).toEqual({ version: 1, notes: 2, created: [1, null] });
    expect(deriveFacts([sampleNote('c.md', {}, { has: 3 }), bare], new Map())).toEqual({
      version: 1,
      notes: 2,
      has: [3, 0],
    });
    expect(deriveFacts([bare], new Map())).toBeNull();
  });

  test('take from git what the front matter does not say', () => {
    const commits = { created: '1970-01-11', modified: '1970-01-21', last: '1970-01-21T10:00:00Z' };
    const columnsOf = (fields: Partial<FrontMatter>): unknown[] => {
      const facts = deriveFacts([sampleNote('a.md', fields)], new Map([['a.md', commits]]));
      return [facts?.created?.[0], (facts?.modified ?? facts?.created)?.[0]];
    };
    expect(columnsOf({})).toEqual([10, 20]);
    expect(columnsOf({ date: '1970-01-06' })).toEqual([5, 20]);
    expect(columnsOf({ lastmod: '1970-01-13' })).toEqual([10, 12]);
    expect(columnsOf({ date: '1970-01-06', lastmod: '1970-01-13' })).toEqual([5, 12]);
    // Postdated: the commits lie before.
    expect(columnsOf({ date: '1970-02-01' })).toEqual([31, 31]);
  });

  test('are named by site.json, which says whether any day is known', async () => {
    const siteOf = async (text: string): Promise<ReturnType<typeof readSite>> => {
      const { texts } = await sampleSite(sampleFolder({ 'a.md': text }), app);
      return readSite(JSON.parse(texts.get('site.json')!));
    };
    expect(await siteOf('---\ndate: 2024-01-01\n---\n')).toMatchObject({ dates: true });
    const undated = await siteOf('$x$');
    expect(undated.facts).toMatch(/^data\/facts\.[0-9a-f]{12}\.json$/);
    expect(undated.dates).toBeUndefined();
    expect((await siteOf('Nothing.')).facts).toBeUndefined();
  });
});

describe('what a note has', () => {
  test.each([
    ['a formula', 'Say $x$.', HAS.math],
    ['code', '```js\nlet x;\n```', HAS.code],
    ['code by a shortcode', '{{< highlight js >}}let x;{{< /highlight >}}', HAS.code],
    ['code within a line only', 'The word `let`.', 0],
    ['a picture', '![A hearth](hearth.png)', HAS.picture],
    ['a figure', '{{< figure src="hearth.png" >}}', HAS.picture],
    ['a picture on another host', '![A hearth](https://ex.org/hearth.png)', HAS.picture],
    ['a picture that is embedded', '![[hearth.png|300]]', HAS.picture],
    ['a note that is embedded', '![[hearth]]', 0],
    ['a picture in HTML', '<p><img src="hearth.png"></p>', HAS.picture],
    ['a table', '| a |\n|---|\n| b |', HAS.table],
    ['tasks', '- [ ] one\n- [x] two', HAS.task],
    ['a footnote', 'Word[^1].\n\n[^1]: More.', HAS.footnote],
    ['nothing but words about them', '&lt;table&gt; `<img src="x">` \\$x\\$ [^1]', 0],
    ['two of them', '$x$\n\n| a |\n|---|\n| b |', HAS.math + HAS.table],
  ])('is seen: %s', (_, text, sum) => {
    expect(sampleVault(text).note.has).toBe(sum);
  });

  test('is seen in a blog as well', () => {
    expect(sampleHugo('\\\\(x\\\\) and a word[^1].\n\n[^1]: More.').note.has).toBe(HAS.math + HAS.footnote);
  });
});
