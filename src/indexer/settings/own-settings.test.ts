import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

function toldOf(files: Record<string, string>): string[] {
  const { diagnostics } = readConfiguration(sampleFolder(files));
  return diagnostics.map(
    ({ code, severity, file, line, column, message, suggestion }) =>
      `${code} ${severity} ${file}:${line}:${column} ${message} | ${suggestion ?? ''}`,
  );
}

test.each([
  ['brackets', `views: ${'['.repeat(2_000)}`, '1:108'],
  ['lists', `views:\n  ${'- '.repeat(2_000)}x`, '2:3'],
])('settings in YAML whose %s are nested too deeply are told with the place', (_, settings, place) => {
  expect(toldOf({ 'a.md': '', 'hearthmap.yaml': settings })).toEqual([
    `bad-configuration error hearthmap.yaml:${place} can't be read: it is nested deeper than 100 levels | Mend it; the defaults are used.`,
  ]);
});

test.each([
  [
    'wikilinks = "false"',
    '2:1 has "wikilinks" set to "false", which is neither true nor false | Write false, without quotation marks.',
  ],
  [
    'pictures = "no"',
    '2:1 has "pictures" set to "no", which is neither true nor false | Write false, without quotation marks.',
  ],
  [
    'dollarmath = "Yes"',
    '2:1 has "dollarMath" set to "Yes", which is neither true nor false | Write true, without quotation marks.',
  ],
  [
    '  dollarMath = "x"',
    '2:3 has "dollarMath" set to "x", which is neither true nor false | Write true or false, without quotation marks.',
  ],
  ['pictures = 0', '2:1 has "pictures" set to 0, which is neither true nor false | Write false.'],
  ['offline = []', '2:1 has "offline" set to a list, which is neither true nor false | Write true or false.'],
])('of the settings, %j is told with its place, and what to write', (line, told) => {
  const settings = `# pictures, wikilinks, offline and dollarMath are on or off\n${line}`;
  expect(toldOf({ 'a.md': '', 'hearthmap.toml': settings })).toEqual([
    `bad-configuration warning hearthmap.toml:${told}`,
  ]);
});

test('what is neither on nor off has no effect', () => {
  const { pictures, wikilinks } = readConfiguration(
    sampleFolder({ 'a.md': '', 'hearthmap.toml': 'pictures = "no"\nwikilinks = 0' }),
  );
  expect({ pictures, wikilinks }).toEqual({ pictures: true, wikilinks: true });
});

test('in a Hugo blog, only the part that is for Hearthmap is looked at', () => {
  const settings =
    'title = "T"\nenableEmoji = "yes"\n[params]\npictures = "no"\n[params.hearthmap]\npictures = "off"\nlanguage = 5\n';
  expect(toldOf({ 'hugo.toml': settings, 'content/a.md': '' })).toEqual([
    'bad-configuration warning ../hugo.toml:6:1 has "pictures" set to "off", which is neither true nor false | Write false, without quotation marks.',
    'bad-configuration warning ../hugo.toml:7:1 has a "language" that is no name | Write language = "en", or another of the site’s.',
  ]);
});

test('a file of settings that holds none is told, unless it is empty', () => {
  expect(toldOf({ 'a.md': '', 'hearthmap.yaml': '- pictures\n' })).toEqual([
    'bad-configuration warning hearthmap.yaml:1:1 holds no settings with values | Write a line for each, such as pictures = false.',
  ]);
  expect(toldOf({ 'a.md': '', 'hearthmap.yaml': '# nothing yet\n' })).toEqual([]);
});
