import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

/** Where the links of a text lead, in a folder of such files. */
async function targets(text: string, files: Readonly<Record<string, string>>): Promise<(string | null)[]> {
  const { graph } = await sampleSite(sampleFolder({ ...files, 'from.md': text }), sampleApp());
  const from = graph.notes.findIndex(({ path }) => path === 'from.md');
  return graph.references
    .filter((reference) => reference.from === from)
    .map(({ to, anchor }) =>
      to === null ? null : graph.notes[to]!.path + (anchor === null ? '' : `#${anchor}`),
    );
}

const BOX = {
  '202109151032 Oak.md': '# Bark',
  'sub/20210915103300-elm.md': '',
  '20230901 One.md': '',
  '202111111111 a.md': '',
  '202111111111 b.md': '',
};
const WIKI = { 'Installing-It.md': '', 'FAQ.md': '', 'Guide.md': '' };

test.each([
  ['[[202109151032]] [[202109151032#Bark|x]]', ['202109151032 Oak.md', '202109151032 Oak.md#bark']],
  ['[[20210915103300]] [[2021091510320]]', ['sub/20210915103300-elm.md', null]],
  ['[[20230901]] [[202111111111]] [[202109151032 Ash]]', [null, null, null]],
])('in a box of numbered notes, %s leads to %j', async (text, expected) => {
  expect(await targets(text, BOX)).toEqual(expected);
  expect(await targets(text, { ...BOX, '.obsidian/app.json': '{}' })).toEqual(expected.map(() => null));
});

test('in a wiki of GitHub, hyphens are spaces, and the text of a link may come first', async () => {
  const text =
    '[[Installing It]] [[how to install|Installing It]] [[questions|FAQ]] [[FAQ|Guide]] [[no|none]]';
  const [first, ...others] = ['Installing-It.md', 'Installing-It.md', 'FAQ.md', 'FAQ.md', null];
  expect(await targets(text, { ...WIKI, 'Home.md': '' })).toEqual([first, ...others]);
  expect(await targets(text, WIKI)).toEqual([first, null, null, 'FAQ.md', null]);
  expect(await targets(text, { ...WIKI, 'Home.md': '', '.obsidian/app.json': '{}' })).toEqual([
    ...[null, null, null, 'FAQ.md', null],
  ]);
});

test('a wiki of GitHub, which its sidebar or footer tells, shows the text that comes first', async () => {
  const text =
    '[[how to install|Installing It]] [[Guide]] [[q|FAQ#why]] [[none|no page]] [[a.png|alt]] ![[FAQ|x]]';
  const files = { ...WIKI, 'Home.md': text, '_Footer.md': '' };
  const { texts, graph } = await sampleSite(sampleFolder(files), sampleApp());
  const [shown = ''] = /<p>.*how to.*<\/p>/.exec(texts.get('notes/home/index.html')!) ?? [];
  expect([...shown.matchAll(/>([^<>]+)<\/a>/g)].map(([, words]) => words).slice(0, 5)).toEqual([
    ...['how to install', 'Guide', 'q', 'none', 'alt'],
  ]);
  expect(graph.references.map(({ argument }) => argument)).toEqual([
    ...['Installing It', 'Guide', 'FAQ#why', 'no page', 'FAQ'],
  ]);
  expect(graph.ghosts.map(({ name }) => name)).toEqual(['no page']);
});
