/** What of a folder is left out by where it lies, from the settings to the site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundText } from '../command/summary.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite, type SampleSite } from '../sample-site.ts';
import { patternFits } from './exclusions.ts';

afterAll(removeSampleFolders);

let app: string;
beforeAll(() => {
  app = sampleApp();
});

const NOTES = {
  'Home.md': '[[Plan]] [[Daily]] ![[seal.png]]',
  'Plan.md': 'A plan.',
  'Meta/Templates/Daily.md': '---\ndate: {{date}}: x\n---\n<% tp.file.title %>',
  'Meta/Templates of old.md': 'About templates.',
  'Private/Diary.md': 'secret',
  'Private/seal.png': 'png',
};

async function siteOf(files: Readonly<Record<string, string>>): Promise<SampleSite> {
  return sampleSite(sampleFolder({ ...NOTES, ...files }), app);
}

async function pathsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { graph } = await siteOf(files);
  return graph.notes.map(({ path }) => path);
}

async function toldOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { report } = await siteOf(files);
  return report.diagnostics
    .filter(({ code }) => code === 'bad-configuration')
    .map(
      ({ severity, file, line, message, suggestion }) =>
        `${severity} ${file}:${line} ${message}. ${suggestion}`,
    );
}

const ALL_BUT_TEMPLATE = ['Home.md', 'Meta/Templates of old.md', 'Plan.md', 'Private/Diary.md'];

describe('a vault', () => {
  test.each([
    ['Obsidian itself has', 'templates.json', '{"folder":"Meta/Templates"}'],
    [
      'the plug-in Templater has',
      'plugins/templater-obsidian/data.json',
      '{"templates_folder":"Meta/Templates/"}',
    ],
    [
      'Obsidian Publish leaves out',
      'publish.json',
      '{"siteId":"x","included":[],"excluded":["Meta/Templates"]}',
    ],
    ['is excluded in Obsidian', 'app.json', '{"userIgnoreFilters":["Meta/Templates/"]}'],
    ['an expression excludes', 'app.json', String.raw`{"userIgnoreFilters":["/^Meta\\/.*\\//"]}`],
  ])(
    'is published without the folder of templates that %s, and what is wrong in it isn’t told',
    async (_, file, text) => {
      const { graph, report, summary } = await siteOf({ [`.obsidian/${file}`]: text });
      expect(graph.notes.map(({ path }) => path)).toEqual(ALL_BUT_TEMPLATE);
      expect(report.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
        'unresolved-reference Home.md',
      ]);
      expect(foundText(summary, [], 'check')).toContain('\n  left out by where they lie: 1 note\n');
    },
  );

  test('takes the beginning of a path as Obsidian does, in any letter case', async () => {
    const text = '{"userIgnoreFilters":["meta/templ", "Private"]}';
    expect(await pathsOf({ '.obsidian/app.json': text })).toEqual(['Home.md', 'Plan.md']);
  });

  test('shows pictures of a folder that is left out, where a note does', async () => {
    const { texts } = await siteOf({ '.obsidian/app.json': '{"userIgnoreFilters":["Private/"]}' });
    expect(texts.get('files/notes/Private/seal.png')).toBe('png');
    expect([...texts.values()].join()).not.toContain('secret');
  });

  test.each([
    ['templates.json', '{"folder":"/"}'],
    ['templates.json', '{"folder":""}'],
    ['templates.json', '[]'],
    ['app.json', '{"userIgnoreFilters":null}'],
    ['app.json', '{"userIgnoreFilters":["", 3]}'],
    ['publish.json', '{"excluded":[""]}'],
  ])('is published whole where nothing is named: %s %s', async (file, text) => {
    const all = [...ALL_BUT_TEMPLATE, 'Broken'];
    expect(await pathsOf({ [`.obsidian/${file}`]: text, 'Meta/Templates/Daily.md': '' })).toHaveLength(
      all.length,
    );
  });

  test('tells an expression that is none', async () => {
    expect(await toldOf({ '.obsidian/app.json': '{"userIgnoreFilters":["/(/"]}' })).toEqual([
      'warning .obsidian/app.json:1 has "/(/" among its excluded files, which is no regular expression. ' +
        'Mend it in Obsidian, under Files and links; it is passed over.',
    ]);
  });

  test('leaves out what its own `exclude` says as well', async () => {
    const files = {
      '.obsidian/templates.json': '{"folder":"Meta/Templates"}',
      'hearthmap.toml': 'exclude = ["private", "Plan.md"]',
    };
    expect(await pathsOf(files)).toEqual(['Home.md', 'Meta/Templates of old.md']);
  });
});

test.each([
  [
    'hearthmap.toml',
    'exclude = ["Private"\npictures = false',
    /^hearthmap\.toml:2:1 can't be read: .*nothing is published until you mend it\.$/,
  ],
  ['.obsidian/app.json', '{"userIgnoreFilters": ["Private/"]', /^\.obsidian\/app\.json:1:1 can't be read: /],
  ['.obsidian/templates.json', '{"folder": "Meta', /^\.obsidian\/templates\.json:1:1 can't be read: /],
])('nothing is published where %s can’t be read and says what stays out', async (file, text, told) => {
  await expect(siteOf({ [file]: text })).rejects.toThrow(told);
});

test('what can’t be read and says nothing of that is told alone', async () => {
  expect(await toldOf({ 'hearthmap.toml': 'pictures =' })).toHaveLength(1);
  expect(await toldOf({ '.obsidian/app.json': '{' })).toHaveLength(1);
});

test('a graph of Logseq is published without what its pages were before', async () => {
  const files = { 'logseq/bak/Plan/1.md': 'old', 'logseq/custom.css': '' };
  expect(await pathsOf(files)).toContain('logseq/bak/Plan/1.md');
  expect(await pathsOf({ ...files, 'logseq/config.edn': '{}' })).not.toContain('logseq/bak/Plan/1.md');
});

describe('exclude', () => {
  test('leaves notes of a plain folder out', async () => {
    expect(await pathsOf({ 'hearthmap.toml': 'exclude = ["**/templates", "Private/"]' })).toEqual([
      'Home.md',
      'Meta/Templates of old.md',
      'Plan.md',
    ]);
  });

  test('tells what lies nowhere, and what is no path', async () => {
    const toml = 'exclude = [\n  "Private",\n  "Privat",\n  "[a",\n  5,\n]\n';
    expect(await toldOf({ 'hearthmap.toml': toml })).toEqual([
      'error hearthmap.toml:1 has "[a" in "exclude", which is no path or pattern of one. Write a list such as exclude = ["Private", "**/drafts"].',
      'error hearthmap.toml:1 has 5 in "exclude", which is no path or pattern of one. Write a list such as exclude = ["Private", "**/drafts"].',
      'warning hearthmap.toml:3 has "Privat" in "exclude", where no note lies. Mend the name, or drop it.',
    ]);
  });

  test('is told where a Hugo site has another setting for that', async () => {
    const files = { 'hugo.toml': '[params.hearthmap]\nexclude = ["a.md"]\n', 'content/a.md': '' };
    expect(await toldOf(files)).toEqual([
      'warning ../hugo.toml:2 has "exclude", for which a Hugo site has ignoreFiles. Name there what neither of the two should read.',
    ]);
    expect(await pathsOf(files)).toEqual(['a.md']);
  });

  test('says so where it leaves nothing', async () => {
    const { report } = await sampleSite(
      sampleFolder({ 'a.md': '', 'hearthmap.toml': 'exclude = ["*"]' }),
      app,
    );
    expect(report.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'no-notes: all that there is was left out by where it lies',
    ]);
  });
});

test.each([
  ['Private', 'Private/a.md'],
  ['private/', 'Private/deep/a.md'],
  ['/Private', 'Private/a.md'],
  ['./Private', 'Private/a.md'],
  ['Private/**', 'Private/deep/a.md'],
  ['Private/*', 'Private/deep/a.md'],
  ['a.md', 'a.md'],
  ['*.draft.md', 'a.draft.md'],
  ['**/*.draft.md', 'b/a.draft.md'],
  ['**/*.draft.md', 'a.draft.md'],
  ['**/old', 'a/Old/b.md'],
  ['**/old', 'old/b.md'],
  ['{x,y}/z', 'y/z/a.md'],
  ['cafe\u0301', 'café/a.md'],
])('%j is about %s', (pattern, path) => {
  expect(patternFits(pattern)!(path)).toBe(true);
});

test.each([
  ['Private', 'Private2/a.md'],
  ['Private', 'a/Private/a.md'],
  ['a.md', 'b/a.md'],
  ['a', 'a.md'],
  ['*.md', 'b/a.md'],
  ['old', 'folder/b.md'],
])('%j isn’t about %s', (pattern, path) => {
  expect(patternFits(pattern)!(path)).toBe(false);
});

test.each(['', ' ', '/', './', '[', '{a'])('%j is no pattern', (pattern) => {
  expect(patternFits(pattern)).toBeNull();
});
