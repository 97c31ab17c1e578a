import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';

afterAll(removeSampleFolders);

const configured = (toml: string): ReturnType<typeof readConfiguration> =>
  readConfiguration(sampleFolder({ 'hugo.toml': toml, [path.join('content', 'a.md')]: '' }));

test('ways to dates have Hugo’s defaults and aliases', () => {
  const { dateWays, diagnostics } = configured(
    '[frontmatter]\ndate = [":Filename", ":default"]\nlastmod = [":git", "changed"]',
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

test('a way that isn’t taken is told, with its place', () => {
  const { diagnostics } = configured(
    '[frontmatter]\ndate = ["date", ":fileModTime"]\nlastmod = ":fileModTime"',
  );
  expect(diagnostics).toMatchObject([
    { code: 'bad-configuration', severity: 'info', line: 2, column: 18 },
    { code: 'bad-configuration', severity: 'info', line: 3, column: 12 },
  ]);
  expect(diagnostics[0]!.message).toMatch(/"date" from ":fileModTime".*from machine to machine/);
});
