import { describe, expect, it } from 'vitest';
import { linksAddress, MOST_PLACES, readLinks, type NoteLink } from '../../contract/links.ts';
import { readMap } from '../../contract/map.ts';
import type { SiteFile } from '../../contract/site.ts';
import { sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

const app = sampleApp();

/** By title: what each note says about which node. */
async function linksOf(
  files: Record<string, string>,
): Promise<(title: string, about: string) => NoteLink | undefined> {
  const { texts } = await sampleSite(sampleFolder(files), app);
  const site = JSON.parse(texts.get('site.json')!) as SiteFile;
  const map = readMap(JSON.parse(texts.get(site.map)!));
  return (title, about) => {
    const { file, place } = linksAddress(map.titles.indexOf(title));
    const links = readLinks(JSON.parse(texts.get(site.links! + file)!))[place]!;
    return links.find(({ to }) => map.titles[to] === about);
  };
}

describe('the files of links', () => {
  it('hold each sentence in which a note names another, and the heading it stands under', async () => {
    const of = await linksOf({
      'a.md': [
        '# A',
        'First of all, see [the other](b.md). Then more.',
        '## Why & how {#why}',
        'Again [the other](b.md), for a reason.',
        'Again [the other](b.md), for a reason.',
        '',
        'And [this](a.md) is the note itself.',
      ].join('\n\n'),
      'b.md': '# B\n\nNothing here.',
    });
    expect(of('A', 'B')!.more).toBe(0);
    expect(of('A', 'B')!.places).toEqual([
      { sentence: 'First of all, see the other.', at: 18, length: 9, anchor: 'a', heading: 'A' },
      { sentence: 'Again the other, for a reason.', at: 6, length: 9, anchor: 'why', heading: 'Why & how' },
    ]);
    expect(of('A', 'A')).toBeUndefined();
    expect(of('B', 'A')).toBeUndefined();
  });

  it('tell of names that nobody has written', async () => {
    const of = await linksOf({ '.obsidian/app.json': '{}', 'A.md': 'Some day [[The Lantern]] will shine.' });
    expect(of('A', 'The Lantern')!.places).toEqual([
      { sentence: 'Some day The Lantern will shine.', at: 9, length: 11, anchor: '', heading: '' },
    ]);
  });

  it('lead into a footnote where the link stands in one', async () => {
    const of = await linksOf({
      'a.md': '# A\n\n## Text\n\nA remark.[^1]\n\n## End\n\nThe end.\n\n[^1]: Found in [the other](b.md).',
      'b.md': '# B',
    });
    const [place] = of('A', 'B')!.places;
    expect(place).toMatchObject({ sentence: 'Found in the other.', anchor: 'fn:1', heading: '' });
  });

  it('keep some sentences of very many, and say how many more there are', async () => {
    const sentences = Array.from({ length: MOST_PLACES + 5 }, (_, i) => `Sentence ${i} about [b](b.md).`);
    const of = await linksOf({ 'a.md': `# A\n\n${sentences.join('\n\n')}`, 'b.md': '# B' });
    expect(of('A', 'B')!.places).toHaveLength(MOST_PLACES);
    expect(of('A', 'B')!.more).toBe(5);
  });

  it('agree with the links of the map', async () => {
    const { texts } = await sampleSite('content', app);
    const site = JSON.parse(texts.get('site.json')!) as SiteFile;
    const map = readMap(JSON.parse(texts.get(site.map)!));
    const found = map.slugs.flatMap((_, from) => {
      const { file, place } = linksAddress(from);
      return readLinks(JSON.parse(texts.get(site.links! + file)!))[place]!.map(({ to }) => [from, to]);
    });
    expect(found).toEqual(Array.from(map.from, (from, link) => [from, map.to[link]]));
  });
});
