/** Rows are `.RelPermalink` as Hugo 0.111.3 itself printed it, and 0.169 where it says so. */
import { describe, expect, test } from 'vitest';
import type { FrontMatter, ParsedNote } from '../common/types.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { blogOf, bundleMembers, permalinksOf } from './permalink.ts';
import { sampleNote } from './sample-notes.ts';

type Settings = Parameters<typeof permalinksOf>[1];

const SETTINGS: Settings = {
  kind: 'hugo',
  baseURL: 'https://ex.org/',
  permalinks: new Map(),
  uglyURLs: false,
  disablePathToLower: false,
  removePathAccents: false,
};

/** All notes are there, since an `_index` makes a section of its folder. */
function permalinksIn(
  rows: readonly (readonly [path: string, fields: string, ...unknown[]])[],
  settings: Partial<Settings> = {},
): string[] {
  const notes = rows.map(([path, yaml]) => {
    const { fields } = readFrontMatter(`---\ndate: 2024-02-29T23:30:00-08:00\n${yaml}\n---\n`);
    return sampleNote(path, { ...fields, title: `T: ${path.split('/').at(-1)} ünï (x) & Y` });
  });
  return permalinksOf(notes, { ...SETTINGS, ...settings });
}

type Row = readonly [path: string, fields: string, permalink: string];

const PLAIN: readonly Row[] = [
  ['_index.md', '', '/'],
  ['plain.md', '', '/plain/'],
  ['(paren).md', '', '/paren/'],
  ['-lead.md', '', '/-lead/'],
  ['trail-.md', '', '/trail-/'],
  ['100%25.md', '', '/100%25/'],
  ['50% off.md', '', '/50-off/'],
  ['a%20b.md', '', '/a%20b/'],
  ['Two Words.md', '', '/two-words/'],
  ['UPPER.md', '', '/upper/'],
  ['a  b.md', '', '/a-b/'],
  ['a--b.md', '', '/a--b/'],
  ['a — b.md', '', '/a-b/'],
  ['dash - dash.md', '', '/dash-dash/'],
  ['amp&amp.md', '', '/ampamp/'],
  ['brack[x].md', '', '/brackx/'],
  ['c++.md', '', '/c++/'],
  ['colon:x.md', '', '/colonx/'],
  ['dot.dot.md', '', '/dot.dot/'],
  ["quote's.md", '', '/quotes/'],
  ['hash#tag.md', '', '/hash#tag/'],
  ['emoji😀x.md', '', '/emojix/'],
  ['½.md', '', '/'],
  ['posts/😀.md', '', '/posts//'],
  ['posts/😀 x.md', '', '/posts/-x/'],
  ['posts/ lead/index.md', '', '/posts/-lead/'],
  ['zero\u200bwidth.md', '', '/zerowidth/'],
  ['e\u0301.md', '', '/e%CC%81/'],
  ['İstanbul.md', '', '/istanbul/'],
  ['日本語.md', '', '/%E6%97%A5%E6%9C%AC%E8%AA%9E/'],
  ['posts/ünï.md', '', '/posts/%C3%BCn%C3%AF/'],
  ['notes/index.md', '', '/notes/'],
  ['posts/Bun Dle/index.md', '', '/posts/bun-dle/'],
  ['Docs Here/_index.md', '', '/docs-here/'],
  ['Docs Here/Sub Dir/_index.md', '', '/docs-here/sub-dir/'],
  ['Docs Here/Sub Dir/Page One.md', '', '/docs-here/sub-dir/page-one/'],
  ['Docs Here/No Index/deep Page.md', '', '/docs-here/no-index/deep-page/'],
  ['Docs Here/Slug Sec/_index.md', 'slug: moved-slug', '/docs-here/slug-sec/'],
  ['Docs Here/Url Sec/_index.md', 'url: /moved/', '/moved/'],
  ['top-s0.md', 'slug: "My Slug"', '/my-slug/'],
  ['posts/s0.md', 'slug: "My Slug"', '/posts/my-slug/'],
  ['posts/s1.md', 'slug: "a/b"', '/posts/a/b/'],
  ['posts/s3.md', 'slug: "Ünï"', '/posts/%C3%BCn%C3%AF/'],
  ['posts/s8.md', 'slug: "(a)"', '/posts/a/'],
  ['posts/s12.md', 'slug: ".."', '/'],
  ['posts/s20.md', 'slug: "-ab--"', '/posts/ab/'],
  ['posts/s21.md', 'slug: "-"', '/posts/s21/'],
  ['posts/u0.md', 'url: "/abs/url/"', '/abs/url/'],
  ['posts/u1.md', 'url: "rel/url"', '/rel/url/'],
  ['posts/u2.md', 'url: "/file.html"', '/file.html'],
  ['posts/u3.md', 'url: "/no-slash"', '/no-slash/'],
  ['posts/u4.md', 'url: "/Sp ace/UP/"', '/Sp%20ace/UP/'],
  ['posts/u5.md', 'url: "ünï/x"', '/%C3%BCn%C3%AF/x/'],
  ['posts/u6.md', 'url: "/q?x=1"', '/q?x=1/'],
  ['posts/u7.md', 'url: "/hash#x"', '/hash#x/'],
  ['posts/u8.md', 'url: "/a//b/"', '/a/b/'],
  ['posts/u9.md', 'url: "/"', '/'],
  ['posts/u12.md', 'url: "/dir/index.html"', '/dir/index.html/'],
  ['posts/u13.md', 'url: "/per%20cent/"', '/per%20cent/'],
  ['posts/u15.md', 'url: "/v1.0"', '/v1.0'],
  ['posts/u17.md', 'url: "/(paren)"', '/(paren)/'],
];

const CONFIGURED: readonly (readonly [string, Partial<Settings>, readonly Row[]])[] = [
  [
    'uglyURLs',
    { uglyURLs: true },
    [
      ['_index.md', '', '/'],
      ['mixed/_index.md', '', '/mixed.html'],
      ['notes/index.md', '', '/notes.html'],
      ['plain.md', '', '/plain.html'],
      ['posts/Bun Dle/index.md', '', '/posts/bun-dle.html'],
      ['posts/😀.md', '', '/posts/.html'],
      ['😀.md', '', '/.html'],
      ['posts/u0.md', 'url: "/abs/url/"', '/abs/url/'],
      ['posts/u3.md', 'url: "/no-slash"', '/no-slash/'],
    ],
  ],
  [
    'uglyURLs of some sections, whose names heed case',
    { uglySections: ['posts', 'docs'], permalinks: new Map([['posts', '/:year/:filename']]) },
    [
      ['_index.md', '', '/'],
      ['posts/_index.md', '', '/posts.html'],
      ['posts/sub/_index.md', '', '/posts/sub.html'],
      ['posts/One.md', '', '/2024/one.html'],
      ['posts/sub/bun/index.md', '', '/2024/bun.html'],
      ['Docs/_index.md', '', '/docs/'],
      ['Docs/x.md', '', '/docs/x/'],
      ['docs/index.md', '', '/docs/'],
      ['plain.md', '', '/plain/'],
    ],
  ],
  [
    'a baseURL without a host',
    { baseURL: null, hostlessPath: '/sub' },
    [
      ['_index.md', '', '/sub/'],
      ['posts/One.md', '', '/sub/posts/one/'],
      ['posts/u0.md', 'url: "/abs/url/"', '/sub/abs/url/'],
    ],
  ],
  [
    'disablePathToLower in a pattern',
    {
      disablePathToLower: true,
      permalinks: new Map([
        ['posts', '/:title/'],
        ['docs', '/:monthname/:section/:slug/:filename'],
      ]),
    },
    [
      ['posts/One.md', '', '/T-One.md-%C3%BCn%C3%AF-x-Y/'],
      ['docs/One Two.md', 'slug: My Slug', '/February/docs/My-Slug/One-Two/'],
      ['docs/One Two.md', 'slug: "C#"', '/February/docs/C/One-Two/'],
      ['docs/One Two.md', 'slug: "C# x"', '/February/docs/C#-x/One-Two/'],
    ],
  ],
  [
    'dates as Go writes them in a pattern',
    { permalinks: new Map([['posts', '/:2006/:01/:Jan/:_2/:002/:15/:slug2/:filename/']]) },
    [
      ['posts/One.md', '', '/2024/02/feb/29/060/23/slug29/one/'],
      ['posts/none.md', 'date: null', '/0001/01/jan/-1/001/00/slug1/none/'],
    ],
  ],
  [
    'disablePathToLower',
    { disablePathToLower: true },
    [
      ['Docs Here/Sub Dir/Page One.md', '', '/Docs-Here/Sub-Dir/Page-One/'],
      ['posts/MiXed.md', '', '/posts/MiXed/'],
      ['posts/s9.md', 'slug: "UPPER"', '/posts/UPPER/'],
    ],
  ],
  [
    'removePathAccents',
    { removePathAccents: true },
    [
      ['Straße.md', '', '/stra%C3%9Fe/'],
      ['posts/é.md', '', '/posts/e/'],
      ['ünï.md', '', '/uni/'],
      ['日本語.md', '', '/%E6%97%A5%E6%9C%AC%E8%AA%9E/'],
    ],
  ],
  [
    'a baseURL with a path',
    { baseURL: 'https://ex.org/a b/Blog/' },
    [
      ['_index.md', '', '/a b/Blog/'],
      ['plain.md', '', '/a b/Blog/plain/'],
      ['posts/u0.md', 'url: "/abs/url/"', '/a b/Blog/abs/url/'],
    ],
  ],
  [
    'a pattern of dates',
    {
      permalinks: new Map([
        ['posts', '/:year/:month/:day/:slug/'],
        ['docs here', '/d/:sections/:filename'],
      ]),
    },
    [
      ['Docs Here/Sub Dir/Page One.md', '', '/docs-here/sub-dir/page-one/'],
      ['plain.md', '', '/plain/'],
      ['posts/Bun Dle/index.md', '', '/2024/02/29/t-index.md-%C3%BCn%C3%AF-x-y/'],
      ['posts/nodate.md', 'date: null', '/1/01/01/t-nodate.md-%C3%BCn%C3%AF-x-y/'],
      ['posts/plus+.md', '', '/2024/02/29/t-plus-.md-%C3%BCn%C3%AF-x-y/'],
      ['posts/s0.md', 'slug: "My Slug"', '/2024/02/29/my-slug/'],
      ['posts/s1.md', 'slug: "a/b"', '/2024/02/29/a/b/'],
      ['posts/s12.md', 'slug: ".."', '/2024/02/'],
      ['posts/u0.md', 'url: "/abs/url/"', '/abs/url/'],
    ],
  ],
  [
    'a pattern of names of days',
    {
      permalinks: new Map([
        ['posts', '/p/:title/'],
        ['mixed', '/:section/:yearday/:weekday/:weekdayname/:monthname/:slugorfilename.html'],
      ]),
    },
    [
      ['mixed/A/B C/bun/index.md', '', '/mixed/60/4/thursday/february/bun.html/'],
      ['mixed/A/s0.md', 'slug: "My Slug"', '/mixed/60/4/thursday/february/my-slug.html/'],
      ['mixed/nodate.md', 'date: null', '/mixed/1/1/monday/january/nodate.html/'],
      ['mixed/p (x).md', '', '/mixed/60/4/thursday/february/p-x.html/'],
      ['posts/Two Words.md', '', '/p/t-two-words.md-%C3%BCn%C3%AF-x-y/'],
    ],
  ],
  [
    'a pattern of sections, which are folders with an _index',
    {
      uglyURLs: true,
      permalinks: new Map([
        ['posts', 'blog/:filename'],
        ['mixed', '/:sections[0]/:sections[last]/:slug'],
      ]),
    },
    [
      ['mixed/_index.md', '', '/mixed.html'],
      ['mixed/A/B/page.md', '', '/mixed/mixed/t-page.md-%C3%BCn%C3%AF-x-y.html'],
      ['mixed/A/s0.md', 'slug: "My Slug"', '/mixed/mixed/my-slug.html'],
      ['posts/Two Words.md', '', '/blog/two-words.html'],
      ['posts/c++.md', '', '/blog/c-.html'],
    ],
  ],
  [
    'a pattern that cuts sections',
    {
      permalinks: new Map([
        ['posts', '/:slug'],
        ['mixed', '/:sections[1:]/x/:filename'],
        ['notes', '/n/:title'],
      ]),
    },
    [
      ['mixed/_index.md', '', '/mixed/'],
      ['mixed/A/B/page.md', '', '/x/page/'],
      ['notes/index.md', '', '/notes/'],
      ['posts/s2.md', 'slug: "/abs/"', '/abs/'],
    ],
  ],
];

describe('permalinksOf', () => {
  const plain = permalinksIn(PLAIN);
  test.each(PLAIN.map((row, index) => [...row, index] as const))(
    'gives %s with "%s" the address %s',
    (_path, _fields, permalink, index) => expect(plain[index]).toBe(permalink),
  );

  test.each(CONFIGURED)('heeds %s', (_, settings, rows) => {
    const expected = rows.map(([path, , permalink]) => [path, permalink]);
    const found = permalinksIn(rows, settings).map((permalink, index) => [rows[index]![0], permalink]);
    expect(found).toEqual(expected);
  });

  const CUTS: readonly (readonly [cut: string, e: string, page: string])[] = [
    ['[:1]', '/docs/x/e/', '/docs/x/page/'],
    ['[1:]', '/x/e/', '/two/three/x/page/'],
    ['[last]', '/x/e/', '/three/x/page/'],
    ['[:last]', '/docs/x/e/', '/docs/two/x/page/'],
    ['[1:2]', '/x/e/', '/two/x/page/'],
    ['[0]', '/docs/x/e/', '/docs/x/page/'],
    ['[1]', '/x/e/', '/two/x/page/'],
    ['[1:last]', '/x/e/', '/two/x/page/'],
    ['', '/docs/x/e/', '/docs/two/three/x/page/'],
  ];
  test.each(CUTS)('cuts :sections%s as Hugo does', (cut, e, page) => {
    const rows = ['docs/e.md', 'docs/two/three/page.md', 'docs/two/_index.md', 'docs/two/three/_index.md'];
    const permalinks = new Map([['docs', `/:sections${cut}/x/:filename/`]]);
    const found = permalinksIn(
      rows.map((path) => [path, ''] as const),
      { permalinks },
    );
    expect(found.slice(0, 2)).toEqual([e, page]);
  });

  const SITE = {
    '_index.md': { title: 'Home' },
    'posts/_index.md': { title: 'All Posts', date: '2020-02-03' },
    'posts/oak.md': { title: 'Oak Tree', slug: 'ok' },
    'posts/2024/_index.md': { title: 'Year 2024', slug: 'y24' },
    'posts/2024/deep/index.md': { title: 'Deep' },
    'posts/loose/x.md': { title: 'X' },
    'docs/c.md': { title: 'C' },
    'tags/_index.md': { title: 'My Tags' },
    'tags/big-tree/_index.md': { title: 'Big Trees!' },
  };
  const inSite = (settings: Partial<Settings>, more: Readonly<Record<string, Partial<FrontMatter>>> = {}) => {
    const all = { ...SITE, ...more };
    const notes = Object.entries(all).map(([path, fields]) => sampleNote(path, fields));
    const found = permalinksOf(notes, { ...SETTINGS, taxonomies: ['tags'], ...settings });
    return Object.fromEntries(Object.keys(all).map((path, index) => [path, found[index]]));
  };
  const lists = (section: string, taxonomy = '', term = ''): Partial<Settings> => {
    const of = (folder: string, pattern: string) => new Map(pattern === '' ? [] : [[folder, pattern]]);
    return {
      listPermalinks: {
        section: of('posts', section),
        taxonomy: of('tags', taxonomy),
        term: of('tags', term),
      },
    };
  };

  test.each([
    ['/s/:slug/', '/s/all-posts/', '/s/y24/'],
    ['/s/:title/:filename', '/s/all-posts/', '/s/year-2024/'],
    ['/s/:contentbasename', '/s/posts/', '/s/2024/'],
    ['/s/:section/:sections/', '/s/posts/posts/', '/s/posts/posts/2024/'],
    ['/s/:sectionslug/:sectionslugs', '/s/all-posts/all-posts/', '/s/all-posts/all-posts/y24/'],
  ])('has a pattern for sections, %s, as Hugo 0.169', (pattern, posts, year) => {
    expect(inSite(lists(pattern))).toMatchObject({
      '_index.md': '/',
      'posts/_index.md': posts,
      'posts/2024/_index.md': year,
      'posts/oak.md': '/posts/ok/',
      'tags/_index.md': '/tags/',
    });
  });

  test('has patterns for taxonomies and their terms, and ugly addresses of lists that have one, as Hugo 0.169', () => {
    const settings = { ...lists('/articles/', '/all/', '/t/:slug/'), uglyURLs: true };
    expect(inSite(settings)).toMatchObject({
      'posts/_index.md': '/articles/index.html',
      'tags/_index.md': '/all/index.html',
      'tags/big-tree/_index.md': '/t/big-trees/index.html',
    });
  });

  test.each([
    ['/:sectionslug/:filename/', '/all-posts/oak/', '/all-posts/deep/', '/all-posts/x/'],
    ['/:sectionslugs/:filename/', '/all-posts/oak/', '/all-posts/y24/deep/', '/all-posts/x/'],
    ['/s/:sectionslugs[1:]/:filename/', '/s/oak/', '/s/y24/deep/', '/s/x/'],
  ])('knows sections by slug or title, %s, as Hugo 0.169', (pattern, oak, deep, loose) => {
    expect(inSite({ permalinks: new Map([['posts', pattern]]) })).toMatchObject({
      'posts/oak.md': oak,
      'posts/2024/deep/index.md': deep,
      'posts/loose/x.md': loose,
      'docs/c.md': '/docs/c/',
    });
  });

  test('takes the pattern of the nearest folder, as Hugo 0.169', () => {
    const permalinks = new Map([
      ['posts', '/p/:filename/'],
      ['posts/2024', '/y/:filename/'],
    ]);
    expect(inSite({ permalinks })).toMatchObject({
      'posts/oak.md': '/p/oak/',
      'posts/2024/deep/index.md': '/y/deep/',
      'posts/loose/x.md': '/p/x/',
    });
  });

  test.each([
    ['posts/u.md', '/x/:year/:slug/', '/x/2024/u-one/'],
    ['posts/u.md', ':sections/:contentbasename', '/posts/u/'],
    ['posts/u.md', '/Up (x)/:slugorcontentbasename.html', '/Up%20%28x%29/u.html'],
    ['posts/u.md', '/t/:2006/:01/:title', '/t/2024/01/u-one/'],
    ['posts/u.md', '/a:b/', '/a:b/'],
    ['posts/2024/u/index.md', '/n/:sectionslugs/:filename/', '/n/all-posts/y24/u/'],
    ['docs/_index.md', '/sec/:slug/', '/sec/u-one/'],
  ])(
    'has words of patterns in the address that front matter says: %s, %s, as Hugo 0.169',
    (path, url, found) => {
      const fields = { title: 'U One', date: '2024-01-02', url };
      expect(inSite({}, { [path]: fields })[path]).toBe(found);
    },
  );

  test('has a hyphen for each space of names, and one for those of slugs and patterns, as Hugo since 0.123', () => {
    const rows = [
      ['plain/A & B.md', '', '/plain/a--b/'],
      ['plain/My Note - Part 1.md', '', '/plain/my-note---part-1/'],
      ['plain/a, (b)  c.md', '', '/plain/a-b--c/'],
      ['plain/😀 x/index.md', '', '/plain/-x/'],
      ['A - B/_index.md', '', '/a---b/'],
      ['A - B/x.md', 'slug: "C - D"', '/a---b/c-d/'],
      ['posts/A & B.md', '', '/p/a-b/'],
    ] as const;
    const permalinks = new Map([['posts', '/p/:filename/']]);
    expect(permalinksIn(rows, { permalinks, keepsSpaces: true })).toEqual(rows.map(([, , found]) => found));
  });

  test('finds no title in the text, and takes the first of a note’s dates', () => {
    const note = (path: string, fields: Partial<FrontMatter>): ParsedNote => ({
      ...sampleNote(path, fields),
      title: 'Derived',
    });
    const notes = [
      note('posts/untitled.md', {}),
      note('posts/changed.md', { lastmod: '2018-03-04', title: 'T' }),
      note('posts/published.md', { lastmod: '2018-03-04', publishDate: '2017-03-04', title: 'T' }),
      note('slugs/untitled.md', { date: '2019-01-01' }),
    ];
    const permalinks = new Map([
      ['posts', '/p/:year/:title/'],
      ['slugs', '/s/:slug'],
    ]);
    expect(permalinksOf(notes, { ...SETTINGS, permalinks })).toEqual([
      '/p/1/',
      '/p/2018/t/',
      '/p/2017/t/',
      '/s/',
    ]);
  });

  test('has a pattern for notes at the top, which no section is around', () => {
    const rows = [
      ['_index.md', ''],
      ['about.md', 'slug: me'],
      ['bundle/index.md', ''],
      ['posts/a.md', ''],
    ] as const;
    const permalinks = new Map([['', '/r/:section/:sections/:slugorfilename']]);
    expect(permalinksIn(rows, { permalinks })).toEqual(['/', '/r/me/', '/r/bundle/', '/posts/a/']);
  });

  test('gives no address to a headless note and to what belongs to a leaf bundle', () => {
    const rows = [
      ['bundle/index.md', ''],
      ['bundle/part.md', ''],
      ['bundle/deep/er/part.md', ''],
      ['bundle/deep/index.md', ''],
      ['hidden/index.md', 'headless: true'],
      ['page.md', '_build: { render: never }'],
      ['bundled.md', ''],
    ] as const;
    expect(permalinksIn(rows)).toEqual(['/bundle/', '', '', '', '', '', '/bundled/']);
  });

  test('heeds headless in a leaf bundle alone, as Hugo does', () => {
    const rows = [
      ['posts/_index.md', 'headless: true'],
      ['posts/page.md', 'headless: true'],
      ['posts/bundle/index.md', 'headless: true'],
    ] as const;
    expect(permalinksIn(rows)).toEqual(['/posts/', '/posts/page/', '']);
  });

  test('outside of Hugo knows no bundles', () => {
    const rows = [
      ['folder/index.md', ''],
      ['folder/part.md', ''],
    ] as const;
    expect(permalinksIn(rows, { kind: 'obsidian' })).toEqual(['/folder/', '/folder/part/']);
  });
});

test('bundleMembers leaves the top of the content folder alone', () => {
  expect([...bundleMembers(['index.md', 'a.md', 'b/index.md', 'b/c.md', 'b/_index.md'])]).toEqual([
    'b/c.md',
    'b/_index.md',
  ]);
});

test.each([
  ['hugo', 'https://ex.org/blog', '', 'https://ex.org/blog', '/blog'],
  ['hugo', null, '/blog', '/blog/', '/blog'],
  ['hugo', null, '', '/', ''],
  ['plain', 'https://ex.org/', '', 'https://ex.org/', ''],
  ['obsidian', null, '', null, null],
] as const)('blogOf %s at %j%s is %j', (kind, baseURL, hostlessPath, address, path) => {
  expect(blogOf({ kind, baseURL, hostlessPath })).toEqual({ address, path });
});
