import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

const configured = (toml: string): ReturnType<typeof readConfiguration> =>
  readConfiguration(sampleFolder({ 'hugo.toml': toml, [path.join('content', 'a.md')]: '' }));

test('ways to dates have Hugo’s defaults and aliases', () => {
  const { dateWays, diagnostics } = configured(
    'enableGitInfo = true\n[frontmatter]\ndate = [":Filename", ":default"]\nlastmod = [":git", "changed"]',
  );
  expect(dateWays).toEqual({
    date: [':filename', 'date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
    lastmod: [':git', 'changed'],
    publishdate: ['publishdate', 'pubdate', 'published', 'date'],
    expirydate: ['expirydate', 'unpublishdate'],
  });
  expect(diagnostics).toEqual([]);
  expect(configured('title = "x"').dateWays).toBeNull();
});

test('git is a way where the site asks for it, and the first one to a change', () => {
  expect(configured('enableGitInfo = true').dateWays).toMatchObject({
    date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
    lastmod: [':git', 'lastmod', 'modified'],
  });
  const { dateWays } = configured('[frontmatter]\ndate = [":git", "date"]\nlastmod = ":default"');
  expect(dateWays).toMatchObject({ date: ['date'], lastmod: ['lastmod', 'modified'] });
});

test('a way that is none is told, with its place; those that Hugo has are not', () => {
  const { diagnostics } = configured(
    '[frontmatter]\ndate = ["date", ":filetime"]\nlastmod = [":git", ":fileModTime"]\nexpiryDate = ":filename"',
  );
  expect(diagnostics).toMatchObject([{ code: 'bad-configuration', severity: 'info', line: 2, column: 18 }]);
  expect(diagnostics[0]!.message).toMatch(/"date" from ":filetime".*no way that Hearthmap knows/);
});
