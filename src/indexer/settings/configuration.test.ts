import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

describe('readConfiguration', () => {
  test('recognises a Hugo site, its own content folder, and what only looks like one', () => {
    const site = sampleFolder({ 'config.toml': 'title = "S"', 'content/a.md': '' });
    for (const folder of [site, path.join(site, 'content'), `${site}/content/`]) {
      expect(readConfiguration(folder)).toMatchObject({
        kind: 'hugo',
        root: site,
        content: path.join(site, 'content'),
        title: 'S',
        wikilinks: false,
        dollarMath: false,
      });
    }
    mkdirSync(path.join(site, 'content', 'content'));
    expect(readConfiguration(path.join(site, 'content', 'content')).kind).toBe('plain');
    expect(readConfiguration(sampleFolder({ 'config.toml': '', 'a.md': '' })).kind).toBe('plain');
  });

  test('recognises a vault by its folder of settings', () => {
    const vault = sampleFolder({ '.obsidian/app.json': '{}', 'a.md': '', 'content/b.md': '' });
    expect(readConfiguration(vault)).toMatchObject({
      kind: 'obsidian',
      content: vault,
      title: path.basename(vault),
      wikilinks: true,
      dollarMath: true,
      baseURL: null,
    });
  });

  test('takes any other folder for plain Markdown, and unwraps one that only wraps its content', () => {
    const plain = sampleFolder({ 'a.md': '', 'static/x.png': '' });
    expect(readConfiguration(plain)).toMatchObject({
      kind: 'plain',
      content: plain,
      statics: [path.join(plain, 'static')],
      title: null,
    });
    const wrapping = sampleFolder({ 'README.md': '', 'content/deep/a.markdown': '', 'static/': '' });
    expect(readConfiguration(wrapping)).toMatchObject({
      content: path.join(wrapping, 'content'),
      statics: [path.join(wrapping, 'static')],
    });
    const empty = sampleFolder({ 'a.md': '', 'content/picture.png': '' });
    expect(readConfiguration(empty).content).toBe(empty);
  });

  const FIELDS = {
    'config.toml': `
      baseURL = "https://ex.org/blog/"
      languageCode = "de-CH"
      refLinksErrorLevel = "warning"
      contentDir = "notes"
      staticDir = ["assets", "absent"]
      uglyURLs = true
      disablePathToLower = true
      removePathAccents = true
      BuildDrafts = true
      buildFuture = true
      enableGitInfo = true
      buildExpired = true
      disableKinds = ["term"]
      [permalinks]
        posts = "/:year/:slug/"
        Docs = "/d/:filename/"
      [taxonomies]
        tag = "tags"
        series = "Series"
      [params.hearthmap]
        wikilinks = true
        dollarMath = true
      [markup.goldmark.extensions]
        typographer = false`,
    'config.yaml': `
baseurl: https://ex.org/blog/
languagecode: de-CH
reflinkserrorlevel: WARNING
contentdir: notes
staticdir: [assets, absent]
uglyurls: true
disablepathtolower: true
removepathaccents: true
builddrafts: true
buildfuture: true
ENABLEGITINFO: true
buildexpired: true
disablekinds: [term]
permalinks: { posts: "/:year/:slug/", Docs: "/d/:filename/" }
taxonomies: { tag: tags, series: Series }
params: { Hearthmap: { wikilinks: true, dollarmath: true } }
markup: { goldmark: { extensions: { typographer: false } } }`,
    'hugo.json': JSON.stringify({
      baseURL: 'https://ex.org/blog/',
      languageCode: 'de-CH',
      refLinksErrorLevel: 'WARNING',
      contentDir: 'notes',
      staticDir: ['assets', 'absent'],
      uglyURLs: true,
      disablePathToLower: true,
      removePathAccents: true,
      buildDrafts: true,
      buildFuture: true,
      enablegitinfo: true,
      buildExpired: true,
      disableKinds: ['term'],
      permalinks: { posts: '/:year/:slug/', docs: '/d/:filename/' },
      taxonomies: { tag: 'tags', series: 'Series' },
      params: { hearthmap: { wikilinks: true, dollarMath: true } },
      markup: { goldmark: { extensions: { typographer: false } } },
    }),
  };
  test('reads what is handed to all pages, and says what it can’t take of it', () => {
    const read = readConfiguration(
      sampleFolder({
        'hugo.toml':
          'defaultContentLanguage = "de"\n[[cascade]]\ndraft = true\n_target.path = "/a/**"\n[[cascade]]\ndate = "soon"\n',
        'content/': '',
      }),
      { HUGO_ENVIRONMENT: 'staging' },
    );
    expect(read.cascade[0]).toEqual({ target: { path: '/a/**' }, fields: { draft: true, given: ['draft'] } });
    expect(read).toMatchObject({ environment: 'staging', contentLanguage: 'de' });
    expect(read.diagnostics).toMatchObject([
      {
        code: 'bad-configuration',
        severity: 'warning',
        file: '../hugo.toml',
        message: 'in "cascade", "date" is "soon", which is no date here',
      },
    ]);
  });

  test.each(Object.entries(FIELDS))('reads the fields of %s, whatever their letter case', (name, text) => {
    const site = sampleFolder({ [name]: text, 'notes/': '', 'assets/': '' });
    expect(readConfiguration(site)).toEqual({
      kind: 'hugo',
      logseq: false,
      root: site,
      content: path.join(site, 'notes'),
      statics: [path.join(site, 'assets')],
      title: null,
      baseURL: 'https://ex.org/blog/',
      hostlessPath: '',
      language: 'de-CH',
      languages: { chosen: 'en', all: ['en'], unnamed: 'en' },
      languagePrefix: '',
      permalinks: new Map([
        ['posts', '/:year/:slug/'],
        ['docs', '/d/:filename/'],
      ]),
      listPermalinks: {
        section: new Map(),
        taxonomy: new Map(),
        term: new Map([
          ['posts', '/:year/:slug/'],
          ['docs', '/d/:filename/'],
        ]),
      },
      uglyURLs: true,
      shortcodes: [],
      blockAttributes: false,
      uglySections: [],
      disablePathToLower: true,
      removePathAccents: true,
      keepsSpaces: false,
      taxonomies: ['tags', 'Series'],
      ignoreFiles: [],
      exclude: [],
      extras: [],
      emoji: false,
      headingIds: 'github',
      breaks: false,
      lineNumbers: false,
      without: [],
      dateWays: {
        date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
        lastmod: [':git', 'lastmod', 'modified'],
        publishdate: ['publishdate', 'pubdate', 'published', 'date'],
        expirydate: ['expirydate', 'unpublishdate'],
      },
      terms: false,
      unresolvedSeverity: 'warning',
      cascade: [],
      environment: 'production',
      contentLanguage: 'en',
      buildDrafts: true,
      buildFuture: true,
      buildExpired: true,
      gitInfo: true,
      dates: null,
      wikilinks: true,
      textFirst: false,
      dollarMath: true,
      passthrough: [],
      macros: [],
      typographer: false,
      offline: true,
      pictures: true,
      views: [],
      diagnostics: [],
    });
  });

  test.each([
    ['true', true, []],
    ['"true"', true, []],
    ['"yes"', false, []],
    ['{ posts = true, Docs = true, other = false }', false, ['posts', 'docs']],
  ])('reads uglyURLs = %s', (written, uglyURLs, uglySections) => {
    const site = sampleFolder({ 'hugo.toml': `uglyURLs = ${written}`, 'content/': '' });
    expect(readConfiguration(site)).toMatchObject({ uglyURLs, uglySections });
  });

  test('reads permalinks by the kind of page, and tells a list of them', () => {
    const nested =
      '[permalinks.page]\n"/" = "/r/:slug/"\n"posts/2024/" = "/y/:slug/"\n[permalinks.section]\nposts = "/articles/"\n[permalinks.term]\ntags = "/t/:slug/"\n';
    expect(readConfiguration(sampleFolder({ 'hugo.toml': nested, 'content/': '' }))).toMatchObject({
      permalinks: new Map([
        ['', '/r/:slug/'],
        ['posts/2024', '/y/:slug/'],
      ]),
      listPermalinks: {
        section: new Map([['posts', '/articles/']]),
        taxonomy: new Map(),
        term: new Map([['tags', '/t/:slug/']]),
      },
      diagnostics: [],
    });
    const list = 'title = "T"\n[[permalinks]]\npattern = "/a/:slug/"\n';
    expect(readConfiguration(sampleFolder({ 'hugo.toml': list, 'content/': '' }))).toMatchObject({
      permalinks: new Map(),
      diagnostics: [{ code: 'bad-configuration', severity: 'warning', line: 2 }],
    });
  });

  test.each([
    ['locale = "de-AT"', 'de-AT'],
    ['locale = "de-AT"\nlanguageCode = "en"', 'de-AT'],
    ['[languages.de]\nlocale = "de-AT"\n[params.hearthmap]\nlanguage = "de"', 'de-AT'],
    ['[languages.de]\nlabel = "Deutsch"\n[params.hearthmap]\nlanguage = "de"', 'de'],
  ])('takes the language from %j, as newer Hugo calls it', (settings, language) => {
    const site = sampleFolder({ 'hugo.toml': settings, 'content/': '' });
    expect(readConfiguration(site).language).toBe(language);
  });

  test.each([
    ['/blog/', '', '/blog'],
    ['/', '', ''],
    ['//elsewhere.example/blog/', '', '/blog'],
    ['//elsewhere.example', '', ''],
    ['elsewhere.example/blog/', '', ''],
    ['/blog', 'fr', '/blog/fr'],
    ['', 'fr', '/fr'],
  ])('takes the path of a baseURL without a host: %j in language %j', (baseURL, language, hostlessPath) => {
    const settings = `baseURL = "${baseURL}"\n[languages.en]\n[languages.fr]\n[params.hearthmap]\nlanguage = "${language}"`;
    const site = sampleFolder({ 'hugo.toml': settings, 'content/': '' });
    expect(readConfiguration(site)).toMatchObject({ baseURL: null, hostlessPath });
  });

  test('has Hugo’s defaults', () => {
    const site = sampleFolder({ 'hugo.toml': '', 'content/': '', 'static/': '' });
    expect(readConfiguration(site)).toMatchObject({
      statics: [path.join(site, 'static')],
      language: 'en',
      baseURL: null,
      taxonomies: ['tags', 'categories'],
      terms: true,
      unresolvedSeverity: 'error',
      buildDrafts: false,
      typographer: true,
    });
  });

  test.each([
    ['', ['static', 'assets']],
    ['assetDir = "media"', ['static', 'media']],
    ['staticDir = ["assets", "static"]', ['assets', 'static']],
  ])('has files in static, and then where Hugo has its assets: %j', (settings, folders) => {
    const files = { 'hugo.toml': settings, 'content/': '', 'static/': '', 'assets/': '', 'media/': '' };
    const site = sampleFolder(files);
    expect(readConfiguration(site).statics).toEqual(folders.map((name) => path.join(site, name)));
  });

  test.each([
    ['', '', false, ''],
    ['', '[languages.de]', false, ''],
    ['[pagination]', '', true, 'en/'],
    ['theme = "t"', '[languages.de]', true, 'de/'],
  ])(
    'goes by the Hugo that a site is written for: %j %j',
    (least, languages, keepsSpaces, languagePrefix) => {
      const site = sampleFolder({
        'hugo.toml': `defaultContentLanguageInSubdir = true\n${least}\n${languages}`,
        'themes/t/theme.toml': 'min_version = "0.123.0"',
        'content/': '',
      });
      expect(readConfiguration(site)).toMatchObject({ keepsSpaces, languagePrefix });
    },
  );

  test('reads a folder of configuration, field by field', () => {
    const site = sampleFolder({
      'config/_default/config.toml':
        'title = "From a folder"\n[params]\nx = 1\n[params.hearthmap]\nwikilinks = true',
      'config/_default/params.toml': 'y = 2\n[hearthmap]\ndollarMath = true',
      'config/_default/permalinks.yaml': 'posts: /:slug/',
      'config/_default/menus.toml': 'broken [',
      'config/_default/languages.toml': '[en]\n[de]',
      'config/_default/params.de.toml': '[hearthmap]\nwikilinks = false',
      'content/': '',
    });
    expect(readConfiguration(site)).toMatchObject({
      kind: 'hugo',
      title: 'From a folder',
      permalinks: new Map([['posts', '/:slug/']]),
      languages: { chosen: 'en', all: ['en', 'de'], unnamed: 'en' },
      wikilinks: true,
      dollarMath: true,
      diagnostics: [],
    });
  });

  test.each([
    ['config.toml', 'title = "a"\nbaseURL = ', 2],
    ['config.yaml', 'title: a\nb: [', 2],
    ['config.json', '{\n"title": }', 1],
  ])('tells where %s is broken, and goes on with the defaults', (name, text, line) => {
    const site = sampleFolder({ [name]: text, 'content/': '' });
    const { kind, title, diagnostics } = readConfiguration(site);
    expect({ kind, title }).toEqual({ kind: 'hugo', title: null });
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'bad-configuration', severity: 'error', file: `../${name}`, line }),
    ]);
    expect(diagnostics[0]!.message).not.toContain('\n');
  });

  test.each([
    ['autoHeadingIDType = "github-ascii"', 'github-ascii'],
    ['autoHeadingIDType = "blackfriday"', 'blackfriday'],
    ['autoHeadingIDType = "nonsense"', 'github'],
    ['autoHeadingID = false\nautoHeadingIDType = "blackfriday"', 'none'],
  ])('takes from %j how headings get their ids', (toml, headingIds) => {
    const site = sampleFolder({ 'hugo.toml': `[markup.goldmark.parser]\n${toml}`, 'content/': '' });
    expect(readConfiguration(site).headingIds).toBe(headingIds);
  });

  test.each([
    ['enableEmoji = true', true],
    ['enableEmoji = false', false],
    ['', false],
  ])('takes from %j whether names of emoji are signs', (toml, expected) => {
    const { emoji, diagnostics } = readConfiguration(
      sampleFolder({ 'hugo.toml': `title = "x"\n${toml}`, 'content/': '' }),
    );
    expect({ emoji, diagnostics }).toEqual({ emoji: expected, diagnostics: [] });
  });

  test('takes ignoreFiles as Go reads it, and tells what can’t be taken', () => {
    const site = sampleFolder({
      'hugo.toml': "title = \"x\"\nignoreFiles = ['a(?=b)', '\\.draft\\.md\\z']",
      'content/': '',
    });
    const { ignoreFiles, diagnostics } = readConfiguration(site);
    expect(ignoreFiles.map((pattern) => pattern.test('/x/a.draft.md'))).toEqual([true]);
    expect(diagnostics).toMatchObject([
      { code: 'bad-configuration', severity: 'warning', line: 2, column: 17 },
    ]);
    expect(diagnostics[0]!.message).toBe(
      'has "a(?=b)" in ignoreFiles, which has "(?=b)", which can\'t be taken',
    );
    const words = sampleFolder({ 'hugo.toml': 'ignoreFiles = "one two"', 'content/': '' });
    expect(readConfiguration(words).ignoreFiles).toEqual([/one/u, /two/u]);
  });

  test('says in words that the content folder is not there, and publishes nothing else instead', () => {
    const site = sampleFolder({ 'config.toml': 'contentDir = "nots"', 'README.md': '', 'layouts/x.md': '' });
    expect(() => readConfiguration(site)).toThrow(/There is no folder ".*nots".*contentDir.*config.toml/);
  });

  test.each(['example.org', '/', '//ex.org/', 'javascript:alert(1)', 'ftp://ex.org/', '{{ .x }}'])(
    'takes %j for no address of a blog',
    (baseURL) => {
      const site = sampleFolder({ 'config.json': JSON.stringify({ baseURL }), 'content/': '' });
      expect(readConfiguration(site).baseURL).toBeNull();
    },
  );

  test.each([
    ['example.org', 1],
    ['example.org/blog/', 1],
    ['ftp://example.org/', 1],
    ['', 0],
    ['/', 0],
    ['//example.org/', 0],
    ['https://example.org', 0],
  ])('tells that a baseURL of %j is no address, where it is none', (baseURL, count) => {
    const site = sampleFolder({
      'hugo.toml': `title = "a"\nbaseURL = "${baseURL}"`,
      'content/': '',
    });
    expect(readConfiguration(site).diagnostics).toMatchObject(
      Array.from({ length: count }, () => ({
        code: 'bad-configuration',
        severity: 'warning',
        file: '../hugo.toml',
        line: 2,
        message: `has "baseURL" set to "${baseURL}", which is no address of the web`,
      })),
    );
  });

  test('heeds no field of the wrong kind, and none of an object’s own', () => {
    const site = sampleFolder({
      'config.json':
        '{"title": ["x"], "permalinks": "y", "uglyURLs": "yes", "taxonomies": [], "params": null, "__proto__": {"title": "p"}, "constructor": 1}',
      'content/': '',
    });
    expect(readConfiguration(site)).toMatchObject({
      title: null,
      permalinks: new Map(),
      uglyURLs: false,
      taxonomies: [],
      diagnostics: [],
    });
  });

  test('says in words that there is no such folder, or that it is a file', () => {
    const folder = sampleFolder();
    writeFileSync(path.join(folder, 'a.md'), '');
    expect(() => readConfiguration(path.join(folder, 'nope'))).toThrow(/There is no folder ".*nope"/);
    expect(() => readConfiguration(path.join(folder, 'a.md'))).toThrow(/is a file/);
  });

  test('makes pictures unless it is told not to', () => {
    expect(readConfiguration(sampleFolder({ 'a.md': '' })).pictures).toBe(true);
    const bare = sampleFolder({ 'a.md': '', 'hearthmap.toml': 'pictures = false' });
    expect(readConfiguration(bare).pictures).toBe(false);
  });

  test('keeps notes for offline unless it is told not to', () => {
    expect(readConfiguration(sampleFolder({ 'a.md': '' })).offline).toBe(true);
    const without = sampleFolder({ 'a.md': '', 'hearthmap.toml': 'offline = false' });
    expect(readConfiguration(without).offline).toBe(false);
  });
});
