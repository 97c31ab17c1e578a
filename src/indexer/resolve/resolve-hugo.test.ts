/** Each row is what Hugo 0.111.3 itself answered, on a site of these very files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontMatter } from '../common/types.ts';
import { resolveHugo } from './resolve-hugo.ts';
import { sampleNames, sampleNote } from './sample-notes.ts';

/** Drafts, future and expired notes, which are left out before, are not among them. */
const FILES: readonly (readonly [path: string, fields?: Partial<FrontMatter>])[] = [
  ['_index.md'],
  ['top.md'],
  ['posts/_index.md'],
  ['posts/one.md', { tags: ['fire', 'Two Words'], categories: ['hearth'] }],
  ['posts/Two Tongs.md'],
  ['posts/Cased.md'],
  ['posts/a.b.md'],
  ['posts/bundle/index.md'],
  ['posts/bundle/inner.md'],
  ['posts/nested/deep.md'],
  ['posts/nested.md'],
  ['posts/slugged.md', { slug: 'other-slug' }],
  ['posts/addressed.md', { url: '/elsewhere/' }],
  ['posts/aliased.md', { aliases: ['/old-name/'] }],
  ['posts/headless/index.md', { headless: true }],
  ['posts/unrendered.md', { unrendered: true }],
  ['posts/unlisted.md'],
  ['docs/one.md'],
  ['docs/setup.md'],
  ['docs/sub/_index.md'],
  ['docs/sub/leaf.md'],
  ['docs/subway/line.md'],
  ['notes/index.md'],
  ['lone/hearth.md'],
  ['plus+plus.md'],
  ['(paren).md'],
  ['ünï.md'],
  ['ΟΔΟΣ.md'],
  ['hash#tag.md'],
  ['what?.md'],
  ['tags/note.md'],
  ['Über Uns/page.md'],
  ['bare/deep/er/page2.md'],
];

/** From which note, what is written, what is found: a note's file, `page` with an address, or `missing`. */
type Row = readonly [from: string, argument: string, answer: string];

const RULES: readonly (readonly [rule: string, rows: readonly Row[]])[] = [
  [
    'is read as an address: host and query cut off, %xx decoded, blanks trimmed, letter case ignored',
    [
      ['_index.md', 'https://ex.org/top.md', 'top.md'],
      ['_index.md', 'http://other.org/posts/one', 'posts/one.md'],
      ['_index.md', '//other.org/posts/one', 'posts/one.md'],
      ['_index.md', 'https://ex.org/', '_index.md'],
      ['_index.md', 'https://ex.org', 'nothing'],
      ['_index.md', 'mailto:top.md', 'nothing'],
      ['_index.md', 'top.md?x=1', 'top.md'],
      ['_index.md', 'posts/one?a=b/c', 'posts/one.md'],
      ['_index.md', '?x', 'nothing'],
      ['_index.md', 'Two%20Tongs.md', 'posts/Two Tongs.md'],
      ['_index.md', 'posts/two%20tongs', 'posts/Two Tongs.md'],
      ['_index.md', '%C3%BCn%C3%AF.md', 'ünï.md'],
      ['_index.md', 'plus%2Bplus', 'plus+plus.md'],
      ['_index.md', 'plus+plus.md', 'plus+plus.md'],
      ['_index.md', 'hash%23tag', 'hash#tag.md'],
      ['_index.md', 'hash#tag', 'missing'],
      ['_index.md', 'what%3F.md', 'what?.md'],
      ['_index.md', 'what?.md', 'missing'],
      ['_index.md', '  top.md  ', 'top.md'],
      ['_index.md', 'TOP.md', 'top.md'],
      ['_index.md', 'CASED', 'posts/Cased.md'],
      ['_index.md', 'posts/CASED.MD', 'posts/Cased.md'],
      ['_index.md', 'ÜNÏ', 'ünï.md'],
      ['_index.md', 'οδοσ.md', 'ΟΔΟΣ.md'],
      ['_index.md', 'ΟΔΟΣ', 'ΟΔΟΣ.md'],
      ['_index.md', 'Über Uns', 'page /blog/%C3%BCber-uns/'],
      ['_index.md', 'über uns/page', 'Über Uns/page.md'],
      ['_index.md', '(paren)', '(paren).md'],
    ],
  ],
  [
    "is looked for in the note's own folder, then from the content folder, then by name",
    [
      ['_index.md', 'one', 'ambiguous'],
      ['posts/_index.md', 'one', 'posts/one.md'],
      ['tags/note.md', 'one', 'missing'],
      ['_index.md', 'one.md', 'ambiguous'],
      ['posts/_index.md', 'one.md', 'posts/one.md'],
      ['_index.md', 'posts/one.md', 'posts/one.md'],
      ['_index.md', 'docs/one.md', 'docs/one.md'],
      ['_index.md', '../one.md', 'missing'],
      ['posts/bundle/index.md', '../one.md', 'posts/one.md'],
      ['docs/sub/_index.md', '../one.md', 'docs/one.md'],
      ['_index.md', '../posts/one.md', 'posts/one.md'],
      ['posts/bundle/index.md', '../posts/one.md', 'missing'],
      ['_index.md', 'nested/deep', 'missing'],
      ['posts/_index.md', 'nested/deep', 'posts/nested/deep.md'],
      ['_index.md', 'deep', 'posts/nested/deep.md'],
      ['_index.md', 'bundle', 'posts/bundle/index.md'],
      ['_index.md', '../top', 'top.md'],
      ['posts/bundle/index.md', '../top', 'missing'],
      ['_index.md', '../../top.md', 'top.md'],
      ['_index.md', '../../../top.md', 'top.md'],
      ['_index.md', './one', 'missing'],
      ['posts/_index.md', './one', 'posts/one.md'],
      ['_index.md', 'posts/./one', 'posts/one.md'],
      ['posts/_index.md', 'posts/./one', 'missing'],
      ['_index.md', 'posts/../posts/one', 'posts/one.md'],
      ['posts/_index.md', 'posts/../posts/one', 'missing'],
      ['_index.md', '/posts/../top', 'missing'],
      ['_index.md', 'posts//one', 'posts/one.md'],
      ['_index.md', './top', 'top.md'],
      ['posts/_index.md', './top', 'missing'],
    ],
  ],
  [
    'has its extension cut off, whatever it is, and index and _index behind a folder',
    [
      ['_index.md', 'top.html', 'top.md'],
      ['_index.md', 'top.anything', 'top.md'],
      ['_index.md', 'a.b', 'missing'],
      ['_index.md', 'a.b.md', 'posts/a.b.md'],
      ['_index.md', 'posts/a.b', 'missing'],
      ['_index.md', 'posts/bundle/index.md', 'posts/bundle/index.md'],
      ['_index.md', 'posts/bundle/index', 'posts/bundle/index.md'],
      ['_index.md', 'docs/sub/_index.md', 'docs/sub/_index.md'],
      ['_index.md', 'docs/sub/_index', 'missing'],
      ['_index.md', '/_index.md', '_index.md'],
      ['_index.md', '_index.md', '_index.md'],
      ['posts/_index.md', '_index.md', 'posts/_index.md'],
      ['posts/nested/deep.md', '_index.md', 'posts/nested.md'],
      ['docs/sub/_index.md', '_index.md', 'docs/sub/_index.md'],
      ['_index.md', '_index', 'missing'],
      ['posts/nested/deep.md', '_index', 'posts/nested.md'],
      ['_index.md', 'index.md', 'missing'],
      ['posts/nested/deep.md', 'index.md', 'posts/nested.md'],
      ['_index.md', 'index', 'missing'],
      ['posts/nested/deep.md', 'index', 'posts/nested.md'],
      ['_index.md', '/index.md', 'missing'],
      ['_index.md', 'docs/_index.md', 'missing'],
      ['_index.md', 'nested/_index.md', 'missing'],
      ['posts/_index.md', 'nested/_index.md', 'posts/nested.md'],
      ['_index.md', 'posts/nested/index.md', 'posts/nested.md'],
      ['_index.md', 'top.', 'top.md'],
      ['_index.md', '.md', 'missing'],
    ],
  ],
  [
    'finds a page, section, taxonomy or term by name, if it is the only one',
    [
      ['_index.md', 'setup', 'docs/setup.md'],
      ['_index.md', 'setup.md', 'docs/setup.md'],
      ['_index.md', '/setup', 'docs/setup.md'],
      ['_index.md', './setup.md', 'missing'],
      ['_index.md', 'docs/../setup', 'missing'],
      ['_index.md', 'sub/leaf', 'missing'],
      ['_index.md', 'x/leaf', 'missing'],
      ['_index.md', 'leaf', 'docs/sub/leaf.md'],
      ['_index.md', '/leaf.md', 'docs/sub/leaf.md'],
      ['_index.md', 'sub', 'docs/sub/_index.md'],
      ['_index.md', 'docs', 'page /blog/docs/'],
      ['_index.md', 'posts.md', 'posts/_index.md'],
      ['_index.md', 'line', 'docs/subway/line.md'],
      ['_index.md', 'subway/line', 'missing'],
      ['_index.md', 'tags', 'page /blog/tags/'],
      ['_index.md', 'categories', 'page /blog/categories/'],
      ['tags/note.md', 'categories', 'missing'],
      ['_index.md', 'fire', 'page /blog/tags/fire/'],
      ['_index.md', 'two-words', 'page /blog/tags/two-words/'],
      ['_index.md', 'two words', 'missing'],
      ['_index.md', 'tags/fire', 'page /blog/tags/fire/'],
      ['posts/_index.md', 'tags/fire', 'missing'],
      ['_index.md', '/tags/fire/', 'page /blog/tags/fire/'],
      ['_index.md', 'hearth', 'ambiguous'],
      ['_index.md', 'hearth.md', 'ambiguous'],
      ['_index.md', 'nested', 'posts/nested.md'],
      ['_index.md', 'deep.md', 'posts/nested/deep.md'],
      ['_index.md', 'er', 'missing'],
      ['_index.md', 'page2', 'bare/deep/er/page2.md'],
      ['_index.md', 'bare', 'page /blog/bare/'],
      ['_index.md', 'inner', 'missing'],
      ['_index.md', 'posts/bundle/inner.md', 'missing'],
      ['_index.md', 'note', 'tags/note.md'],
      ['_index.md', 'one/', 'missing'],
      ['posts/_index.md', 'one/', 'posts/one.md'],
      ['_index.md', 'tags/nope', 'missing'],
      ['_index.md', './tags', 'page /blog/tags/'],
      ['posts/_index.md', './tags', 'missing'],
    ],
  ],
  [
    'with a last slash names a section; on a relative path the slash is cleaned away',
    [
      ['_index.md', 'docs/sub/', 'docs/sub/_index.md'],
      ['_index.md', '/docs/sub/', 'docs/sub/_index.md'],
      ['_index.md', 'docs/', 'page /blog/docs/'],
      ['_index.md', '/posts/', 'posts/_index.md'],
      ['_index.md', 'posts/', 'posts/_index.md'],
      ['_index.md', 'bundle/', 'missing'],
      ['posts/_index.md', 'bundle/', 'posts/bundle/index.md'],
      ['_index.md', 'posts/bundle/', 'posts/bundle/index.md'],
      ['posts/_index.md', 'posts/bundle/', 'missing'],
      ['_index.md', '/posts/bundle/', 'missing'],
      ['_index.md', 'notes/', 'notes/index.md'],
      ['posts/_index.md', 'notes/', 'missing'],
      ['_index.md', '/notes/', 'missing'],
      ['_index.md', '/notes', 'notes/index.md'],
      ['_index.md', 'top/', 'top.md'],
      ['posts/_index.md', 'top/', 'missing'],
      ['_index.md', '/top/', 'missing'],
      ['_index.md', 'top.md/', 'top.md'],
      ['posts/_index.md', 'top.md/', 'missing'],
      ['_index.md', 'posts/one/', 'posts/one.md'],
      ['posts/_index.md', 'posts/one/', 'missing'],
      ['_index.md', '/posts/one/', 'missing'],
      ['_index.md', './', '_index.md'],
      ['posts/_index.md', './', 'posts/_index.md'],
      ['posts/nested/deep.md', './', 'posts/nested.md'],
      ['docs/sub/_index.md', './', 'docs/sub/_index.md'],
      ['tags/note.md', './', 'page /blog/tags/'],
      ['_index.md', '.', '_index.md'],
      ['posts/_index.md', '.', 'posts/_index.md'],
      ['posts/nested/deep.md', '.', 'posts/nested.md'],
      ['docs/sub/_index.md', '.', 'docs/sub/_index.md'],
      ['tags/note.md', '.', 'page /blog/tags/'],
      ['_index.md', '..', '_index.md'],
      ['posts/bundle/index.md', '..', 'posts/_index.md'],
      ['docs/sub/_index.md', '..', 'page /blog/docs/'],
      ['_index.md', '../', '_index.md'],
      ['posts/bundle/index.md', '../', 'posts/_index.md'],
      ['docs/sub/_index.md', '../', 'page /blog/docs/'],
      ['_index.md', '/', '_index.md'],
    ],
  ],
  [
    'matches the file, never a slug, url or alias',
    [
      ['_index.md', 'slugged', 'posts/slugged.md'],
      ['_index.md', 'other-slug', 'missing'],
      ['_index.md', 'addressed', 'posts/addressed.md'],
      ['_index.md', 'elsewhere', 'missing'],
      ['_index.md', '/elsewhere/', 'missing'],
      ['_index.md', 'aliased', 'posts/aliased.md'],
      ['_index.md', 'old-name', 'missing'],
      ['_index.md', '/old-name/', 'missing'],
    ],
  ],
  [
    'finds no draft, future or expired note, but one without a page of its own',
    [
      ['_index.md', 'draft', 'missing'],
      ['_index.md', 'draft.md', 'missing'],
      ['_index.md', 'posts/draft.md', 'missing'],
      ['_index.md', 'future', 'missing'],
      ['_index.md', 'expired', 'missing'],
      ['_index.md', 'headless', 'posts/headless/index.md'],
      ['_index.md', 'posts/headless', 'posts/headless/index.md'],
      ['_index.md', 'headless/index.md', 'missing'],
      ['posts/_index.md', 'headless/index.md', 'posts/headless/index.md'],
      ['_index.md', 'unrendered.md', 'posts/unrendered.md'],
      ['_index.md', 'unlisted', 'posts/unlisted.md'],
    ],
  ],
  [
    'keeps its fragment unchecked',
    [
      ['_index.md', '', 'nothing'],
      ['_index.md', '#', 'nothing'],
      ['_index.md', '#x', '_index.md#x'],
      ['_index.md', '#a b', '_index.md#a b'],
      ['_index.md', '#a%20b', '_index.md#a b'],
      ['_index.md', '#é', '_index.md#é'],
      ['_index.md', 'top#', 'top.md'],
      ['_index.md', 'top#x', 'top.md#x'],
      ['top.md', 'top#x', 'top.md#x'],
      ['_index.md', 'top.md#a#b', 'top.md#a#b'],
      ['top.md', 'top.md#a#b', 'top.md#a#b'],
      ['_index.md', 'top.md#?', 'top.md#?'],
      ['top.md', 'top.md#?', 'top.md#?'],
      ['_index.md', 'docs/#x', 'page /blog/docs/#x'],
      ['_index.md', 'nope#x', 'missing'],
      ['_index.md', '?q#x', '_index.md#x'],
    ],
  ],
];

const names = sampleNames(
  FILES.map(([path, fields]) => sampleNote(path, fields)),
  { baseURL: 'https://ex.org/blog/' },
);
const indexOf = (path: string): number => names.notes.findIndex(({ note }) => note.path === path);

function answer(from: string, argument: string): string {
  const found = resolveHugo(argument, indexOf(from), names);
  if (found.kind === 'empty') return 'nothing';
  if (found.kind !== 'found') return found.kind;
  const { named, anchor } = found;
  const where = typeof named === 'number' ? names.notes[named]!.note.path : `page ${named.target}`;
  return anchor === null ? where : `${where}#${anchor}`;
}

describe.each(RULES)('a relref %s', (_, rows) => {
  test.each(rows)('from %s to %j: %s', (from, argument, expected) => {
    expect(answer(from, argument)).toBe(expected);
  });
});

describe('a relref to a page that Hugo makes without a file', () => {
  const notes = [
    sampleNote('Posts/a.md', {
      tags: ['Go Läng'],
      terms: [
        ['topics', 'Go Lang'],
        ['topics', 'C++'],
      ],
    }),
    sampleNote('Äpfel/b.md'),
  ];
  const taxonomies = ['tags', 'Topics'];
  const target = (argument: string, settings: object = {}): string | null => {
    const own = sampleNames(notes, { baseURL: 'https://ex.org/s/', taxonomies, ...settings });
    const found = resolveHugo(argument, 0, own);
    return found.kind === 'found' && typeof found.named !== 'number' ? found.named.target : null;
  };

  test.each([
    ['/topics/go-lang', '/s/topics/go-lang/'],
    ['/topics/Go-Lang', '/s/topics/go-lang/'],
    ['go-lang', '/s/topics/go-lang/'],
    ['c++', '/s/topics/c++/'],
    ['/topics', '/s/topics/'],
    ['topics', '/s/topics/'],
    ['/topics/other', null],
    ['/categories', null],
  ])('of the site’s own taxonomies: %s is %s', (argument, expected) => {
    expect(target(argument)).toBe(expected);
  });

  test.each([
    ['uglyURLs', '/posts', '/s/posts.html'],
    ['uglyURLs', '/tags', '/s/tags.html'],
    ['uglyURLs', '/topics/go-lang', '/s/topics/go-lang.html'],
    ['uglyURLs', '/', '/s/'],
    ['disablePathToLower', '/posts', '/s/posts/'],
    ['disablePathToLower', '/topics/go-lang', '/s/Topics/Go-Lang/'],
    ['removePathAccents', '/äpfel', '/s/apfel/'],
    ['removePathAccents', '/tags/go-lang', '/s/tags/go-lang/'],
    ['removePathAccents', '/tags/go-läng', null],
  ])('has the address that %s gives it: %s is %s', (setting, argument, expected) => {
    expect(target(argument, { [setting]: true })).toBe(expected);
  });
});

/** Rows are what 0.131 and 0.169 both answered; 0.111 answers otherwise. */
describe('a relref of a site that is written for Hugo since 0.123', () => {
  const files = [
    '_index',
    'posts/oak',
    'posts/sub/_index',
    'posts/sub/deep',
    'posts/bun/index',
    'posts/bun2/index',
  ];
  const more = ['docs/_index', 'docs/guide', 'About Me', 'posts/My Note', 'posts/v1.2', 'other/oak2', 'from'];
  const paths = [...files, ...more].map((name) => `${name}.md`);
  const notes = paths.map((path) => sampleNote(path, { tags: ['red'] }));
  const newer = sampleNames(notes, { keepsSpaces: true });

  test.each([
    ['posts/oak.md', 'posts/oak/', 'posts/oak.md'],
    ['posts/oak.md', '/posts/oak/#x', 'posts/oak.md'],
    ['posts/oak.md', '/posts/oak.md/', 'posts/oak.md'],
    ['posts/oak.md', '/posts/bun/', 'posts/bun/index.md'],
    ['posts/oak.md', 'docs/guide/', 'docs/guide.md'],
    ['posts/oak.md', 'index.md', 'page /posts/'],
    ['posts/sub/deep.md', '_index.md', 'posts/sub/_index.md'],
    ['posts/oak.md', '/_index.md', '_index.md'],
    ['posts/oak.md', 'about-me', 'About Me.md'],
    ['posts/oak.md', '/about-me/', 'About Me.md'],
    ['posts/oak.md', 'About Me.md', 'About Me.md'],
    ['from.md', 'my-note', 'posts/My Note.md'],
    ['from.md', 'posts/my-note', 'posts/My Note.md'],
    ['posts/oak.md', 'v1.2', 'posts/v1.2.md'],
    ['posts/oak.md', '/posts/v1.2/', 'posts/v1.2.md'],
    ['from.md', 'v1.2', 'missing'],
    ['from.md', 'v1.2.md', 'posts/v1.2.md'],
    ['posts/oak.md', 'tags/red', 'page /tags/red/'],
    ['from.md', 'red/', 'page /tags/red/'],
    ['from.md', 'deep/', 'posts/sub/deep.md'],
    ['from.md', '/tags.html', 'page /tags/'],
    ['from.md', './docs.html', 'docs/_index.md'],
    ['from.md', '/deep', 'missing'],
    ['from.md', '/oak.md', 'missing'],
    ['from.md', '/content/posts/oak.md', 'missing'],
    ['from.md', './deep.md', 'missing'],
    ['posts/bun2/index.md', '../docs/guide', 'docs/guide.md'],
    ['posts/bun2/index.md', '../docs/guide.md', 'missing'],
    ['posts/bun2/index.md', '../oak.md', 'posts/oak.md'],
    ['posts/bun2/index.md', '../oak', 'missing'],
    ['posts/bun2/index.md', '../sub.html', 'posts/sub/_index.md'],
    ['posts/bun2/index.md', 'index', 'page /posts/'],
  ])('from %s to %j: %s', (from, argument, expected) => {
    const found = resolveHugo(argument, paths.indexOf(from), newer);
    if (found.kind !== 'found') expect(found.kind).toBe(expected);
    else
      expect(typeof found.named === 'number' ? paths[found.named] : `page ${found.named.target}`).toBe(
        expected,
      );
  });
});

describe('a relref', () => {
  test.each(['100%', '%zz.md', 'top%', '1:2', ':b/c.md', '\ttop.md', 'top.md\n', '#%'])(
    'that would stop Hugo, %j, is malformed, with a reason',
    (argument) => {
      const found = resolveHugo(argument, 0, names);
      expect(found).toMatchObject({ kind: 'malformed', reason: expect.stringMatching(/\w+/) });
    },
  );

  test('names all candidates where it is ambiguous', () => {
    const found = resolveHugo('hearth', 0, names);
    expect(found).toEqual({
      kind: 'ambiguous',
      anchor: null,
      candidates: [indexOf('lone/hearth.md'), { target: '/blog/categories/hearth/' }],
    });
  });

  test('with any text gives an answer, and finds every note by its whole path', () => {
    const piece = fc.constantFrom('/', '.', '..', '#', '?', '%', ':', '_index', 'index', '.md', 'posts', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), fc.nat(), (pieces, from) => {
        expect(() => resolveHugo(pieces.join(''), from % names.notes.length, names)).not.toThrow();
      }),
    );
    const name = fc
      .stringMatching(/^[a-zA-Z0-9ß-ü%#? ~+-]{1,12}$/)
      .filter((text) => /[a-z0-9]/i.test(text.trim()));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (segments) => {
        const path = `${segments.map((segment) => segment.trim()).join('/')}.md`;
        const one = sampleNames([sampleNote(path)]);
        const written = path.split('/').map(encodeURIComponent).join('/');
        expect(resolveHugo(`/${written}`, 0, one)).toEqual({ kind: 'found', named: 0, anchor: null });
      }),
    );
  });
});
