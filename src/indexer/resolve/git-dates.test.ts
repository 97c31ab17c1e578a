import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GraphFile } from '../../contract/graph.ts';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { commit, git, hasGit, SAMPLE_GIT } from '../sample-repository.ts';
import { sampleApp, textsOf } from '../sample-site.ts';
import { GitAsker } from './git-dates.ts';

const app = sampleApp();
afterAll(() => {
  vi.unstubAllEnvs();
  removeSampleFolders();
});

beforeEach(() => {
  for (const [name, value] of Object.entries(SAMPLE_GIT)) vi.stubEnv(name, value);
});

type GraphNote = GraphFile['notes'][number];

/** A repository whose folder `notes` has a history. */
function repository(): string {
  const root = sampleFolder({
    'notes/a.md': 'a',
    'notes/in/b ü.md': 'b',
    'other.md': 'o',
    'notes/x.txt': '',
  });
  git(root, ['init', '-q']);
  commit(root, '2020-01-31T23:30:00-11:00');
  appendFileSync(path.join(root, 'notes/a.md'), 'more');
  writeFileSync(path.join(root, 'notes/New.MD'), 'n');
  commit(root, '2021-02-03T00:30:00+13:00');
  renameSync(path.join(root, 'notes/in/b ü.md'), path.join(root, 'notes/c.md'));
  commit(root, '2022-03-04T12:00:00Z');
  writeFileSync(path.join(root, 'notes/not yet.md'), 'not committed');
  return root;
}

const DATES = {
  'a.md': { created: '2020-01-31', modified: '2021-02-03', last: '2021-02-03T00:30:00+13:00' },
  'New.MD': { created: '2021-02-03', modified: '2021-02-03', last: '2021-02-03T00:30:00+13:00' },
  'c.md': { created: '2020-01-31', modified: '2022-03-04', last: '2022-03-04T12:00:00Z' },
};

async function ask(folder: string, cache: string | null = null): ReturnType<GitAsker['ask']> {
  return new GitAsker().ask(folder, cache, 'warning');
}

async function problem(folder: string): Promise<string> {
  const { dates, diagnostic } = await ask(folder);
  expect(dates.size).toBe(0);
  expect(diagnostic).toMatchObject({ code: 'no-git-dates', severity: 'warning', file: '.', line: 1 });
  expect(JSON.stringify(diagnostic)).not.toContain(folder);
  return `${diagnostic!.message} ${diagnostic!.suggestion!}`;
}

describe.skipIf(!hasGit)('dates from git', () => {
  test('are those of the first and the last commit, by path from the folder', async () => {
    const { dates, diagnostic } = await ask(path.join(repository(), 'notes'));
    expect(diagnostic).toBeNull();
    expect(Object.fromEntries(dates)).toEqual(DATES);
  });

  test('do not depend on what the repository or the environment sets', async () => {
    const root = repository();
    git(root, ['config', 'core.quotePath', 'true']);
    git(root, ['config', 'log.date', 'relative']);
    git(root, ['config', 'diff.renames', 'false']);
    git(root, ['config', 'diff.noprefix', 'true']);
    git(root, ['config', 'log.follow', 'true']);
    git(root, ['config', 'core.fsmonitor', 'touch ran']);
    git(root, ['config', 'color.ui', 'always']);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    vi.stubEnv('GIT_DIR', sampleFolder());
    const { dates } = await ask(path.join(root, 'notes'));
    vi.stubEnv('GIT_DIR', undefined);
    expect(Object.fromEntries(dates)).toEqual(DATES);
  });

  test('are asked anew when there is another commit, and kept until then', async () => {
    const root = repository();
    const cache = sampleFolder();
    const asker = new GitAsker();
    const notes = path.join(root, 'notes');
    const first = await asker.ask(notes, cache, 'warning');
    expect((await asker.ask(notes, cache, 'warning')).dates).toBe(first.dates);
    expect(Object.fromEntries((await ask(notes, cache)).dates)).toEqual(DATES);
    commit(root, '2023-01-01T00:00:00Z');
    const { dates } = await asker.ask(notes, cache, 'warning');
    expect(dates.get('not yet.md')).toMatchObject({ created: '2023-01-01', modified: '2023-01-01' });
  });

  test('are missing with a word about it where there is no repository, no commit, or a part of it only', async () => {
    expect(await problem(sampleFolder({ 'a.md': '' }))).toMatch(/no git repository.*Commit them/);
    const bare = sampleFolder({ 'a.md': '' });
    git(bare, ['init', '-q']);
    expect(await problem(bare)).toMatch(/no commit yet/);
    const shallow = path.join(sampleFolder(), 'clone');
    mkdirSync(shallow);
    git(shallow, ['clone', '-q', '--depth', '1', `file://${repository()}`, '.']);
    expect(await problem(path.join(shallow, 'notes'))).toMatch(/shallow clone.*fetch-depth: 0/);
  });

  test('are missing with a word about it where git does not trust the repository', async () => {
    const root = repository();
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    const said = await problem(root);
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', undefined);
    expect(said).toMatch(/does not trust the repository.*safe\.directory/);
  });

  test('are missing with a word about it where there is no git', async () => {
    vi.stubEnv('PATH', sampleFolder());
    const said = await problem(sampleFolder({ 'a.md': '' }));
    vi.unstubAllEnvs();
    expect(said).toMatch(/no git on this machine/);
  });

  test('come into the site when they are asked for, by the author or by Hugo’s own setting', async () => {
    const root = repository();
    writeFileSync(path.join(root, 'notes/a.md'), '---\ndate: 2024-05-05\n---\n');
    const columnsOf = async (folder: string, gitDates: boolean): Promise<unknown> => {
      const site = await createIndexer({ folder, app, workers: 0, gitDates }).run();
      const facts = [...site.files].find(([name]) => name.startsWith('data/facts.'));
      if (facts?.[1].kind !== 'made') return null;
      const { created } = JSON.parse(String(await facts[1].make())) as { created?: unknown };
      return {
        created,
        found: (await site.report()).diagnostics.map(({ code, severity }) => [code, severity]),
      };
    };
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    const notes = path.join(root, 'notes');
    const found: unknown[] = [];
    const dated = [day('2021-02-03'), day('2024-05-05'), day('2020-01-31'), null];
    expect(await columnsOf(notes, true)).toEqual({ created: dated, found });
    expect(await columnsOf(notes, false)).toEqual({ created: [null, day('2024-05-05'), null, null], found });
    writeFileSync(path.join(root, 'hugo.toml'), 'enableGitInfo = true\ncontentDir = "notes"');
    expect(await columnsOf(root, false)).toEqual({ created: dated, found });
    writeFileSync(path.join(root, 'hugo.toml'), 'contentDir = "notes"\nparams.hearthmap.dates = "git"');
    expect(await columnsOf(root, false)).toEqual({ created: dated, found });
    writeFileSync(path.join(root, 'hugo.toml'), 'contentDir = "notes"\nparams.hearthmap.dates = "svn"');
    expect(await columnsOf(root, false)).toMatchObject({ found: [['bad-configuration', 'warning']] });
    const without = sampleFolder({ 'hugo.toml': 'enableGitInfo = true', 'content/a.md': '    code' });
    expect(await columnsOf(without, false)).toEqual({ found: [['no-git-dates', 'info']] });
  });

  test('are dates of pages, graph, feed and sitemap, as those of front matter are, and have no part in addresses', async () => {
    const root = repository();
    writeFileSync(
      path.join(root, 'hugo.toml'),
      'contentDir = "notes"\n[permalinks]\n"/" = "/:year/:filename/"',
    );
    const build = async (gitDates: boolean): Promise<{ note: GraphNote; texts: Map<string, string> }> => {
      const options = { folder: root, app, workers: 0, gitDates, url: 'https://example.org/' };
      const { graph, files } = await createIndexer(options).run();
      return { note: graph.notes.find((note) => note.path === 'c.md')!, texts: await textsOf(files) };
    };
    const { note, texts } = await build(true);
    const without = await build(false);
    expect(note).toMatchObject({ date: '2020-01-31', lastmod: '2022-03-04' });
    expect(without.note.date).toBeUndefined();
    expect(note.permalink).toBe(without.note.permalink);
    const page = texts.get('notes/c/index.html')!;
    expect(page).toContain('2020-01-31');
    expect(page).toContain('"datePublished":"2020-01-31');
    expect(without.texts.get('notes/c/index.html')).not.toContain('2020-01-31');
    expect(texts.get('feed.xml')).toContain('2022-03-04');
    expect(texts.get('sitemap.xml')).toContain('<lastmod>2022-03-04');
  });
});
