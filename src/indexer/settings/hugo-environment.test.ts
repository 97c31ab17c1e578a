import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';
import { withEnvironment } from './hugo-environment.ts';
import { Settings } from './settings.ts';

afterAll(removeSampleFolders);

describe('withEnvironment', () => {
  const settings = new Settings({
    Title: 'Notes',
    uglyURLs: false,
    paginate: 10,
    disableKinds: ['rss'],
    params: { deep: { Colour: 'red' } },
  });
  const over = (environment: Record<string, string>): unknown =>
    Object.fromEntries(withEnvironment(settings, environment).entries());

  test('takes a value as what stands there already', () => {
    expect(over({ HUGO_TITLE: 'true', HUGO_UGLYURLS: 'true', HUGO_PAGINATE: '7' })).toMatchObject({
      title: 'true',
      uglyurls: true,
      paginate: 7,
    });
    expect(over({ HUGO_DISABLEKINDS: '["term"]' })).toMatchObject({ disablekinds: ['term'] });
    expect(over({ HUGO_UGLYURLS: 'maybe', HUGO_PAGINATE: 'x', HUGO_DISABLEKINDS: 'term' })).toMatchObject({
      uglyurls: false,
      paginate: 10,
      disablekinds: ['rss'],
    });
  });

  test('parts keys at the character behind HUGO, and makes the tables that are missing', () => {
    const inner = (environment: Record<string, string>, ...keys: string[]): unknown =>
      keys.reduce((at, key) => at.inner(key), withEnvironment(settings, environment)).entries();
    expect(inner({ HUGO_PARAMS_DEEP_COLOUR: 'blue' }, 'params', 'deep')).toEqual([['colour', 'blue']]);
    expect(inner({ HUGOxPARAMSxMY_ROOT: '/x/' }, 'params')).toContainEqual(['my_root', '/x/']);
    expect(
      inner({ HUGO_MARKUP_GOLDMARK_EXTENSIONS_TYPOGRAPHER: 'false' }, 'markup', 'goldmark', 'extensions'),
    ).toEqual([['typographer', false]]);
    expect(over({ HUGO_: 'x', HUGO: 'x', HUG_TITLE: 'x', HUGO__TITLE: 'x' })).toEqual(over({}));
  });

  test('never throws, whatever stands in the environment', () => {
    const variables = fc.dictionary(
      fc.string().map((name) => `HUGO${name}`),
      fc.oneof(fc.string(), fc.json()),
    );
    fc.assert(fc.property(variables, (environment) => void withEnvironment(settings, environment)));
  });
});

describe('readConfiguration', () => {
  test('reads a file for each language, and tells of one that there isn’t', () => {
    const site = sampleFolder({
      'text/fr/a.md': '',
      'config/_default/hugo.toml': 'defaultContentLanguage = "fr"',
      'config/_default/languages.fr.toml': 'title = "Jardin"\ncontentDir = "text/fr"',
      'config/_default/languages.en.toml': 'title = "Garden"\ncontentDir = "text/en"',
    });
    expect(readConfiguration(site, {})).toMatchObject({ title: 'Jardin', diagnostics: [] });
    const { title, diagnostics } = readConfiguration(site, { HUGO_PARAMS_HEARTHMAP_LANGUAGE: 'fr-FR' });
    expect(title).toBe('Jardin');
    expect(diagnostics).toMatchObject([{ code: 'bad-configuration', suggestion: 'It has en, fr.' }]);
  });

  test('reads the folder of the environment over the defaults, and the variables over both', () => {
    const site = sampleFolder({
      'content/a.md': '',
      'config/_default/hugo.toml': 'title = "Default"\nbaseURL = "https://a.example/"\nuglyURLs = true',
      'config/production/hugo.toml': 'title = "Live"',
      'config/staging/hugo.toml': 'title = "Trial"\nbaseURL = "https://b.example/"',
      'config/staging/params.toml': '[hearthmap]\noffline = false',
    });
    expect(readConfiguration(site, {})).toMatchObject({
      title: 'Live',
      baseURL: 'https://a.example/',
      offline: true,
    });
    expect(readConfiguration(site, { HUGO_ENVIRONMENT: 'staging' })).toMatchObject({
      title: 'Trial',
      baseURL: 'https://b.example/',
      uglyURLs: true,
      offline: false,
    });
    expect(
      readConfiguration(site, { HUGO_BASEURL: 'https://c.example/x/', HUGO_UGLYURLS: 'false' }),
    ).toMatchObject({
      title: 'Live',
      baseURL: 'https://c.example/x/',
      uglyURLs: false,
    });
  });
});
