import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch, { type AsPlainObject } from 'minisearch';
import { afterAll, describe, expect, test } from 'vitest';
import { SEARCH_OPTIONS } from '../contract/search.ts';
import type { BuildOptions } from './common/types.ts';
import { createIndexer } from './index.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp, textsOf } from './sample-site.ts';

afterAll(removeSampleFolders);

const app = sampleApp();
const NOW = new Date('2024-06-01T12:00:00Z');

const HUGO: Readonly<Record<string, string>> = {
  'config.toml': 'title = "Site"\nbaseURL = "https://ex.org/blog/"',
  'content/a.md':
    '+++\ntitle = "A"\ntags = ["fire"]\n+++\n[b]({{< relref "b.md#h" >}}) {{< relref "gone.md" >}}',
  'content/b.md': '# B\n\n## H\n\n![](/pic.png) $$x$$ {{< relref "posts" >}}',
  'content/posts/c.md': '[a]({{< relref "a.md" >}})',
  'content/draft.md': '+++\ndraft = true\n+++\nTOP SECRET [a]({{< relref "a.md" >}}) \\\\(\\frac\\\\)',
  'static/pic.png': 'png',
};

function siteFolder(files = HUGO): string {
  return sampleFolder(files);
}

describe('an indexer', () => {
  test('says what it found, and the kind of folder', async () => {
    const folder = siteFolder();
    const stages: string[] = [];
    const onProgress = (stage: string): void => void stages.push(stage);
    const { summary } = await createIndexer({ folder, app, now: NOW, onProgress }).run();
    expect(summary).toMatchObject({
      kind: 'hugo',
      title: 'Site',
      contentFolder: path.join(folder, 'content'),
      notes: 3,
      references: 4,
      unresolved: 1,
      ghosts: 1,
      orphans: 0,
      leftOut: { drafts: 1, future: 0, expired: 0 },
    });
    expect(summary.stages.map(({ name }) => name)).toEqual([...new Set(stages)]);
  });

  test('lets nothing of a note that is left out into any file', async () => {
    const folder = siteFolder();
    const { files, report } = await createIndexer({ folder, app, now: NOW }).run();
    for (const [name, text] of await textsOf(files)) {
      expect(`${name} ${text}`, name).not.toMatch(/TOP SECRET|draft\.md|notes\/draft/);
    }
    expect((await report()).diagnostics.map(({ file }) => file)).toEqual(['a.md']);
    const all = await createIndexer({ folder, app, now: NOW, drafts: true }).run();
    expect([...(await textsOf(all.files)).values()].join()).toContain('TOP SECRET');
  });

  test('lets nothing into any file of what a section makes drafts, were its own file all that is edited', async () => {
    const folder = siteFolder({
      ...HUGO,
      'content/diary/_index.md': '---\ntitle: Diary\n---\n',
      'content/diary/day.md':
        '---\ntags: [hush]\naliases: [TOP SECRET]\n---\nTOP SECRET [a]({{< relref "a.md" >}})',
      'content/e.md': '{{< relref "day.md" >}} {{< relref "diary/day" >}} {{< relref "tags/hush" >}}',
    });
    const options = { folder, app, now: NOW, cache: sampleFolder() };
    const indexer = createIndexer(options);
    expect([...(await textsOf((await indexer.run()).files)).values()].join()).toContain('TOP SECRET');
    const section = '---\ntitle: Diary\ncascade: [{draft: true, _target: {kind: page}}]\n---\n';
    write('content/diary/_index.md', section)(folder);
    for (const again of [indexer, createIndexer(options), createIndexer({ ...options, cache: null })]) {
      const { files, graph, summary } = await again.run();
      for (const [name, text] of await textsOf(files)) {
        expect(`${name} ${text}`, name).not.toMatch(/TOP SECRET|notes\/diary\/day/);
      }
      expect(graph.notes.map((note) => note.path)).toEqual([
        'a.md',
        'b.md',
        'diary/_index.md',
        'e.md',
        'posts/c.md',
      ]);
      expect(
        graph.references.filter(({ argument }) => /day|hush/.test(argument)).map(({ to }) => to),
      ).toEqual([null, null, null]);
      expect(summary.leftOut.drafts).toBe(2);
    }
  });

  test('throws in words where the app is not built', async () => {
    const run = createIndexer({ folder: siteFolder(), app: sampleFolder(), now: NOW }).run();
    await expect(run).rejects.toThrow(/app is not built.*manifest\.json.*npm run build/);
  });

  test('parses in other threads what it parses in this one', async () => {
    const folder = siteFolder();
    const alone = await textsOf((await createIndexer({ folder, app, now: NOW, workers: 0 }).run()).files);
    const many = await textsOf((await createIndexer({ folder, app, now: NOW, workers: 3 }).run()).files);
    expect(many).toEqual(alone);
  });
});

type Edit = (folder: string) => void;

const write =
  (name: string, text: string): Edit =>
  (folder) =>
    writeFileSync(path.join(folder, name), text);

const settings = (title: string, more = ''): string =>
  `title = "${title}"\nbaseURL = "https://ex.org/"\n${more}\n[params.hearthmap]\nwikilinks = true\n`;

/** Its pages say where others are on the blog, in their own text and in what they show of others. */
const BLOG: Readonly<Record<string, string>> = {
  'config.toml': settings('Site'),
  'content/a.md': '![[c]] {{< relref "c.md" >}} {{< ref "c.md" >}}',
  'content/posts/c.md': '---\ndate: 2024-01-02\n---\n[there](../there/) $x$',
};

const BLOG_EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  ['its title', write('config.toml', settings('New'))],
  ['where its posts are', write('config.toml', settings('Site', '[permalinks]\nposts = "/:year/:slug/"'))],
  ['how its addresses end', write('config.toml', settings('Site', 'uglyURLs = true'))],
  [
    'what it hands to notes',
    write('config.toml', settings('Site', '[[cascade]]\ndescription = "d"\nlastmod = 2024-02-03')),
  ],
];

const SAFE = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';
const UNSAFE = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';

const VAULT: Readonly<Record<string, string>> = {
  '.obsidian/app.json': '{}',
  'content/a.md': '![[safe.svg]] [[unsafe.svg]] [[b]]',
  'content/b.md': '![[a]] [x](safe.svg)',
  'content/safe.svg': SAFE,
  'content/unsafe.svg': UNSAFE,
};

const VAULT_EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  ['a picture that becomes unsafe', write('content/safe.svg', UNSAFE)],
  ['a picture that is mended', write('content/unsafe.svg', SAFE)],
  ['a picture that is deleted', (folder) => rmSync(path.join(folder, 'content/safe.svg'))],
  ['what the vault leaves out', write('.obsidian/app.json', '{"userIgnoreFilters":["content/b"]}')],
  [
    'a picture that makes way for a note',
    (folder) => {
      rmSync(path.join(folder, 'content/safe.svg'));
      write('content/safe.md', 'A note')(folder);
    },
  ],
];

const EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  ['nothing', () => undefined],
  ['another text', write('content/a.md', 'Other text, [b]({{< relref "b.md" >}})')],
  ['another title', write('content/b.md', '# New title\n\n## H\n\ntext')],
  ['a heading that is linked to', write('content/b.md', '# B\n\n## I\n\ntext')],
  ['a new note that a ghost waits for', write('content/gone.md', 'Here I am')],
  ['another slug', write('content/b.md', '+++\nslug = "bee"\n+++\n## H')],
  ['a note that becomes a draft', write('content/b.md', '+++\ndraft = true\n+++\n# B')],
  ['a note that is no draft any more', write('content/draft.md', 'Public now')],
  [
    'a section that makes drafts of its notes',
    write('content/posts/_index.md', '---\ncascade: {draft: true}\n---\n'),
  ],
  [
    'a section that hands its notes fields',
    write(
      'content/posts/_index.md',
      '---\ncascade: {title: Handed, tags: [x], slug: y, description: z}\n---\n',
    ),
  ],
  [
    'a configuration that makes drafts',
    write('config.toml', '[[cascade]]\ndraft = true\n_target.path = "/{a,b}.md"'),
  ],
  ['a note that breaks', write('content/b.md', '+++\ntitle = \n+++\n')],
  ['a note that is deleted', (folder) => rmSync(path.join(folder, 'content/b.md'))],
  [
    'a note that is renamed',
    (folder) => renameSync(path.join(folder, 'content/b.md'), path.join(folder, 'content/d.md')),
  ],
  ['a note of the same name elsewhere', write('content/posts/b.md', 'twin')],
  ['a tag', write('content/posts/c.md', '+++\ntags = ["b"]\n+++\n')],
  ['a picture that is deleted', (folder) => rmSync(path.join(folder, 'static/pic.png'))],
  ['the configuration', write('config.toml', 'title = "New"\nbaseURL = "https://new.example/"')],
  ['the syntax', write('config.toml', '[params.hearthmap]\nwikilinks = true')],
];

function expectSame(found: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
}

/** An index that notes were taken out of has other bytes than a new one, and the same answers. */
function withAnswers(texts: ReadonlyMap<string, string>): Map<string, string> {
  const queries = ['a', 'b', 'text', 'other', 'new', 'title', 'h', 'i', 'fire', 'twin', 'here', 'x'];
  return new Map(
    [...texts].map(([name, text]) => {
      if (!name.startsWith('data/search.')) return [name, text];
      const { index } = JSON.parse(text) as { index: AsPlainObject };
      const search = MiniSearch.loadJS(index, SEARCH_OPTIONS);
      const answers = queries.map((query) => search.search(query).map(({ id, score }) => [id, score]));
      return [name, JSON.stringify(answers)];
    }),
  );
}

describe('a second run', () => {
  const options = (folder: string, rest: Partial<BuildOptions> = {}): BuildOptions => ({
    folder,
    app,
    now: NOW,
    // Else the map remembers the notes as they were, as it should: see recall-map.test.ts.
    freshMap: true,
    // As a server runs: it keeps more.
    live: 'events',
    ...rest,
  });

  const changed = (folder: string): string[] =>
    ['a', 'b', 'gone', 'draft', 'd', 'posts/_index', 'posts/b', 'posts/c'].map((name) =>
      path.join(folder, 'content', `${name}.md`),
    );

  const expectAsFirst = async (files: Readonly<Record<string, string>>, edit: Edit): Promise<void> => {
    const folder = siteFolder(files);
    const cache = sampleFolder();
    const kept = createIndexer(options(folder, { cache }));
    const before = await kept.run();
    const textsBefore = await textsOf(before.files);
    edit(folder);
    const again = await kept.run(changed(folder));
    const first = await createIndexer(options(folder)).run();
    const remembered = await createIndexer(options(folder, { cache })).run();
    expect(again.graph).toEqual(first.graph);
    expect(await again.report()).toEqual(await first.report());
    const expected = await textsOf(first.files);
    // A site that was written is left as it is by its keys.
    for (const [name, content] of first.files) {
      const old = before.files.get(name);
      if (content.kind === 'made' && old?.kind === 'made' && content.key === old.key)
        expect(expected.get(name), name).toBe(textsBefore.get(name));
    }
    expectSame(await textsOf(remembered.files), expected);
    expectSame(withAnswers(await textsOf(again.files)), withAnswers(expected));
  };

  test.each(EDITS)('after a change of %s is what a first one would be', (_, edit) =>
    expectAsFirst(HUGO, edit),
  );

  test.each(BLOG_EDITS)('after a blog changed %s is what a first one would be', (_, edit) =>
    expectAsFirst(BLOG, edit),
  );

  test.each(VAULT_EDITS)('after a change in a vault of %s is what a first one would be', (_, edit) =>
    expectAsFirst(VAULT, edit),
  );

  test('keeps the formulas of a note that is held, however many runs follow', async () => {
    const folder = siteFolder();
    const kept = createIndexer(options(folder, { holds: true }));
    await textsOf((await kept.run()).files);
    write('content/b.md', '+++\ntitle = \n+++\n')(folder);
    for (const text of ['$$y$$', '$$z$$', 'none', 'none at all']) {
      write('content/a.md', text)(folder);
      const texts = await textsOf((await kept.run(changed(folder))).files);
      expect(texts.get('notes/b/index.html')).toContain('<annotation encoding="application/x-tex">x<');
    }
  });

  test.each([
    ['one after the other', 1],
    ['in the opposite order', -1],
  ])('after many changes, %s, is what a first one would be', async (_, step) => {
    const folder = siteFolder();
    const kept = createIndexer(options(folder));
    await textsOf((await kept.run()).files);
    const edits = EDITS.filter(([what]) => !/deleted|renamed/.test(what));
    for (const [what, edit] of step > 0 ? edits : edits.toReversed()) {
      edit(folder);
      const again = await kept.run(changed(folder));
      const first = await createIndexer(options(folder)).run();
      expect(again.graph, what).toEqual(first.graph);
      expectSame(withAnswers(await textsOf(again.files)), withAnswers(await textsOf(first.files)));
    }
  });
});
