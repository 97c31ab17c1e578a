/** Dates and addresses are what Hugo 0.111.3 made of these very notes. */
import { appendFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { commit, git, hasGit, SAMPLE_GIT } from '../sample-repository.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

const app = sampleApp();
afterAll(() => {
  vi.unstubAllEnvs();
  removeSampleFolders();
});
beforeEach(() => {
  for (const [name, value] of Object.entries(SAMPLE_GIT)) vi.stubEnv(name, value);
});

const SETTINGS = '[permalinks]\nposts = "/:year/:month/:day/:filename/"\n';
const BOTH = '---\ndate: 2015-05-05\nlastmod: 2030-06-06\n---\n';

/** A site with a history; `notyet` is in no commit. */
function blog(settings: string): string {
  const root = sampleFolder({
    'hugo.toml': settings,
    'content/posts/none.md': 'text',
    'content/posts/both.md': BOTH,
    'content/posts/2019-01-02-named.md': 'text',
    'content/posts/ren.md': 'renamed',
  });
  git(root, ['init', '-q']);
  commit(root, '2020-01-31T23:30:00-11:00');
  renameSync(path.join(root, 'content/posts/ren.md'), path.join(root, 'content/posts/ren2.md'));
  commit(root, '2018-02-03T00:30:00+01:00', '2022-02-03T00:30:00+13:00');
  writeFileSync(path.join(root, 'content/posts/notyet.md'), '');
  for (const name of ['none', 'both', '2019-01-02-named', 'ren2', 'notyet'])
    touch(path.join(root, `content/posts/${name}.md`), '2017-07-07T07:07:07.9Z');
  return root;
}

function touch(file: string, moment: string): void {
  utimesSync(file, new Date(moment), new Date(moment));
}

/** By name: address, date and change. */
async function datesOf(root: string): Promise<Record<string, unknown[]>> {
  const { graph } = await sampleSite(root, app);
  return Object.fromEntries(
    graph.notes.map(({ path: note, permalink, date, lastmod }) => [
      path.basename(note, '.md'),
      [permalink, date, lastmod],
    ]),
  );
}

describe.skipIf(!hasGit)('dates that a Hugo site has from git', () => {
  test('are those of the last change, whatever the note says, where nothing else is said', async () => {
    expect(await datesOf(blog(`enableGitInfo = true\n${SETTINGS}`))).toEqual({
      // Where Hugo has no date, that of the first commit stands over the note; its address has none.
      none: ['/1/01/01/none/', '2020-01-31', '2020-01-31T23:30:00-11:00'],
      both: ['/2015/05/05/both/', '2015-05-05', '2020-01-31T23:30:00-11:00'],
      '2019-01-02-named': ['/1/01/01/2019-01-02-named/', '2020-01-31', '2020-01-31T23:30:00-11:00'],
      ren2: ['/1/01/01/ren2/', '2018-02-03', '2018-02-03T00:30:00+01:00'],
      notyet: ['/1/01/01/notyet/', undefined, undefined],
    });
  });

  test('are dates like others where the site says so, of addresses too', async () => {
    const ways =
      '[frontmatter]\ndate = [":filename", ":git", "date"]\nlastmod = ["lastmod", ":git", ":fileModTime"]\n';
    expect(await datesOf(blog(`enableGitInfo = true\n${ways}${SETTINGS}`))).toEqual({
      none: ['/2020/01/31/none/', '2020-01-31T23:30:00-11:00', '2020-01-31T23:30:00-11:00'],
      both: ['/2020/01/31/both/', '2020-01-31T23:30:00-11:00', '2030-06-06'],
      '2019-01-02-named': ['/2019/01/02/2019-01-02-named/', '2019-01-02', '2020-01-31T23:30:00-11:00'],
      ren2: ['/2018/02/03/ren2/', '2018-02-03T00:30:00+01:00', '2018-02-03T00:30:00+01:00'],
      notyet: ['/1/01/01/notyet/', undefined, '2017-07-07T07:07:07Z'],
    });
  });

  test('say whether a note is there, where the site says that they do', async () => {
    const settings = (ways: string): string => `enableGitInfo = true\n[frontmatter]\n${ways}\n`;
    expect(Object.keys(await datesOf(blog(settings('expiryDate = ":git"'))))).toEqual(['notyet']);
    // A date from elsewhere alone keeps no note back.
    const root = blog(settings('date = ":git"'));
    appendFileSync(path.join(root, 'content/posts/none.md'), 'more');
    commit(root, '2099-01-01T00:00:00Z');
    expect((await datesOf(root))['none']).toEqual([
      '/posts/none/',
      '2099-01-01T00:00:00Z',
      '2099-01-01T00:00:00Z',
    ]);
    writeFileSync(path.join(root, 'hugo.toml'), settings('publishDate = ":git"'));
    expect(Object.keys(await datesOf(root))).not.toContain('none');
  });

  test('count for nothing where it doesn’t ask for git, and a name’s date brings its slug only where it counts', async () => {
    const ways = '[frontmatter]\ndate = [":git", ":filename"]\n';
    const slugs = '[permalinks]\nposts = "/:slug/"\n';
    expect((await datesOf(blog(ways + slugs)))['2019-01-02-named']![0]).toBe('/named/');
    const withGit = await datesOf(blog(`enableGitInfo = true\n${ways}${slugs}`));
    expect(withGit['2019-01-02-named']![1]).toBe('2020-01-31T23:30:00-11:00');
    expect(withGit['2019-01-02-named']![0]).not.toBe('/named/');
    expect(withGit['none']![2]).toBe('2020-01-31T23:30:00-11:00');
  });

  test('are new after a commit, though nothing of the note is', async () => {
    const root = blog('enableGitInfo = true');
    const cache = sampleFolder();
    const lastmod = async (): Promise<unknown> => {
      const { graph } = await createIndexer({ folder: root, app, cache, workers: 0 }).run();
      return graph.notes.find((note) => note.path === 'posts/notyet.md')!.lastmod;
    };
    expect(await lastmod()).toBeUndefined();
    commit(root, '2023-03-04T05:06:07+02:00');
    expect(await lastmod()).toBe('2023-03-04T05:06:07+02:00');
  });
});

describe.skipIf(!hasGit)('what git does not know', () => {
  const found = async (root: string): Promise<string[]> => {
    const { report } = await sampleSite(root, app);
    const own = report.diagnostics.filter(({ code }) => code === 'no-git-dates');
    return own.map(({ file, severity, message }) => `${severity} ${file} ${message}`);
  };

  test('is told of a repository within, and not of a note that is new', async () => {
    const root = blog('enableGitInfo = true');
    expect(await found(root)).toEqual([]);
    const inner = path.join(root, 'content/shared/notes');
    git(root, ['init', '-q', inner]);
    writeFileSync(path.join(inner, 'a.md'), '');
    writeFileSync(path.join(root, 'content/shared/b.md'), '');
    expect(await found(root)).toEqual([
      expect.stringMatching(/^info shared\/notes is a repository of its own.*not asked/),
    ]);
  });

  test('is told where it is all of the notes', async () => {
    const root = blog('enableGitInfo = true\ncontentDir = "other"');
    writeFileSync(path.join(sampleFolder(), 'x'), '');
    git(root, ['mv', 'content', 'other']);
    expect(await found(root)).toEqual([expect.stringMatching(/^info \. none of the notes is in a commit/)]);
  });
});

describe('dates that a Hugo site has from the times of files', () => {
  test('are those, in UTC, and a file that is touched has another', async () => {
    const root = sampleFolder({
      'hugo.toml': `[frontmatter]\ndate = ["date", ":fileModTime"]\n${SETTINGS}`,
      'content/posts/a.md': '',
    });
    const cache = sampleFolder();
    const file = path.join(root, 'content/posts/a.md');
    const indexer = createIndexer({ folder: root, app, cache, workers: 0 });
    const permalink = async (moment: string): Promise<string> => {
      touch(file, moment);
      return (await indexer.run()).graph.notes[0]!.permalink;
    };
    expect(await permalink('2017-07-07T07:07:07Z')).toBe('/2017/07/07/a/');
    expect(await permalink('2018-08-08T23:59:59Z')).toBe('/2018/08/08/a/');
  });
});
