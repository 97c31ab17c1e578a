import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

const FILES = { 'content/a.md': '', 'content2/b.md': '', 'static/x.png': '' };

function mounted(...mounts: readonly string[]): { read: string; told: string[] } {
  const toml = ['title = "x"', ...mounts.map((mount) => `[[module.mounts]]\n${mount}`)].join('\n');
  const site = sampleFolder({ ...FILES, 'hugo.toml': toml });
  const { content, diagnostics } = readConfiguration(site);
  return {
    read: path.relative(site, content),
    told: diagnostics.map(({ severity, line, message }) => `${severity} ${line} ${message}`),
  };
}

test('a folder mounted in the place of the content is read', () => {
  expect(mounted('source = "content2"\ntarget = "content"')).toEqual({ read: 'content2', told: [] });
  expect(mounted('source = "content"\ntarget = "content"')).toEqual({ read: 'content', told: [] });
});

test('what else is mounted counts for nothing', () => {
  expect(mounted('source = "static"\ntarget = "static"')).toEqual({ read: 'content', told: [] });
});

test('a folder mounted beside the content or below it is told, with its place', () => {
  const both = mounted('source = "content2"\ntarget = "content"', 'source = "content"\ntarget = "content"');
  expect(both).toEqual({
    read: 'content',
    told: [`warning 3 mounts "content2" as "content", which isn't read: its notes are not shown here`],
  });
  const below = mounted('source = "content2"\ntarget = "content/posts"');
  expect(below.told).toEqual([expect.stringContaining('mounts "content2" as "content/posts"')]);
});

test('files that a mount picks are told', () => {
  const { told } = mounted('source = "content"\ntarget = "content"\nexcludeFiles = "a*"');
  expect(told).toEqual([`warning 3 mounts "content" with excludefiles, which isn't heeded here`]);
});

test('a mount that names no folder is told in words', () => {
  expect(() => mounted('source = "gone"\ntarget = "content"')).toThrow(/no folder ".*gone".*module\.mounts/);
});

test('files that newer Hugo has a mount pick are told', () => {
  const { told } = mounted('source = "content"\ntarget = "content"\nfiles = ["! a*"]');
  expect(told).toEqual([`warning 3 mounts "content" with files, which isn't heeded here`]);
});

test.each([
  ['lang = "en"', 'lang = "fr"'],
  ['sites.matrix.languages = "en"', 'sites.matrix.languages = ["fr"]'],
  ['sites.matrix.languages = ["! f*"]', 'sites.matrix.languages = "{fr,de}"'],
])('each language may have a folder of its own, as by %s and %s', (ofEnglish, ofFrench) => {
  const site = sampleFolder({
    'hugo.toml': `defaultContentLanguage = "en"
[languages.en]
[languages.fr]
[params.hearthmap]
language = "fr"
[[module.mounts]]
source = "content/en"
target = "content"
${ofEnglish}
[[module.mounts]]
source = "content/fr"
target = "content"
${ofFrench}`,
    'content/en/a.md': '',
    'content/fr/a.md': '',
  });
  const { content, languages, diagnostics } = readConfiguration(site);
  expect(content).toBe(path.join(site, 'content/fr'));
  expect(languages).toMatchObject({ chosen: 'fr', unnamed: 'fr' });
  expect(diagnostics).toEqual([]);
});
