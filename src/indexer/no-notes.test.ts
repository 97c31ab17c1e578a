import { afterAll, describe, expect, it } from 'vitest';
import { foundText } from './command/summary.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp, sampleSite } from './sample-site.ts';

afterAll(removeSampleFolders);

const toldOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { report } = await sampleSite(sampleFolder(files), sampleApp());
  return report.diagnostics
    .filter(({ code }) => code === 'no-notes')
    .map(({ severity, file, message, suggestion }) => `${severity} ${file} ${message}. ${suggestion}`);
};

describe('a site without notes', () => {
  it.each([
    ['a folder without a note', { 'a.txt': 'x' }, /^warning \. no file here .*\.md or \.markdown\. .*folder/],
    ['a Hugo site without content', { 'hugo.toml': 'title = "x"' }, /hugo\.toml .*no folder content/],
    [
      'a Hugo site with empty content',
      { 'hugo.toml': 'title = "x"', 'content/a.txt': '' },
      /no file in content\/ .*\.md or \.markdown/,
    ],
    ['drafts alone', { 'a.md': '---\ndraft: true\n---\n' }, /left out: drafts.*--drafts/],
    ['notes that can’t be read', { 'a.md': '+++\nbroken\n+++\n' }, /none of the 1 file .*could be read/],
  ])('tells what was looked for: %s', async (_, files, told) => {
    expect(await toldOf(files)).toEqual([expect.stringMatching(told)]);
  });

  it('is told by none that has a note', async () => {
    expect(await toldOf({ 'a.md': 'A note.', 'b.md': '---\ndraft: true\n---\n' })).toEqual([]);
  });

  it('is said in the words of a build, and by its pages without scripts', async () => {
    const { report, summary, texts } = await sampleSite(sampleFolder({ 'a.txt': 'x' }), sampleApp());
    const found = foundText(summary, report.diagnostics, 'hearthmap check');
    expect(found).toContain('There are no notes: no file here has a name');
    expect(found).toContain('.md or .markdown');
    for (const page of ['index.html', 'notes/index.html']) {
      expect(texts.get(page)).toContain('There are no notes here yet.');
      expect(texts.get(page)).not.toMatch(/\b0 (?:linked )?notes/);
    }
  });
});
