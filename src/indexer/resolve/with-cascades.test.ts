/** What is gone is what Hugo 0.111.3 itself left out of the same files. */
import { describe, expect, test } from 'vitest';
import type { ParsedNote } from '../common/types.ts';
import { readCascades } from '../front-matter/cascade.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { permalinksOf } from './permalink.ts';
import { publishable } from './publishable.ts';
import { sampleNote } from './sample-notes.ts';
import { withCascades } from './with-cascades.ts';

const FILES = {
  '_index.md': 'title: H',
  'a.md': '',
  's/_index.md': 'title: S',
  's/b/index.md': '',
  's/deep/n.md': '',
  's/null.md': 'draft:',
  's/own.md': 'draft: false',
  's/p.md': '',
  's/pub.md': 'published: true',
  's/q.md': '',
  's/sub/_index.md': '',
  's/sub/r.md': '',
  'z/p.md': '',
} as const;

type Files = Readonly<Partial<Record<keyof typeof FILES, string | null>>>;

const SETTINGS = {
  kind: 'hugo',
  cascade: [],
  environment: 'production',
  contentLanguage: 'en',
  taxonomies: ['tags', 'categories'],
} as const;

function notesOf(files: Files): ParsedNote[] {
  return Object.entries({ ...FILES, ...files }).flatMap(([path, yaml]) =>
    yaml === null ? [] : sampleNote(path, readFrontMatter(`---\n${yaml}\n---\n`).fields),
  );
}

function cascaded(files: Files, settings: Partial<Parameters<typeof withCascades>[1]> = {}): ParsedNote[] {
  const { notes, made } = withCascades(notesOf(files), { ...SETTINGS, ...settings });
  const configuration = {
    kind: 'hugo',
    buildDrafts: false,
    buildFuture: false,
    buildExpired: false,
  } as const;
  return publishable(notes, { drafts: false, now: new Date('2026-01-01'), configuration }, made).published;
}

function gone(files: Files, settings?: Partial<Parameters<typeof withCascades>[1]>): string {
  const left = new Set(cascaded(files, settings).map(({ path }) => path));
  return notesOf(files)
    .flatMap(({ path }) => (left.has(path) ? [] : path))
    .join(' ');
}

const BELOW_S =
  's/_index.md s/b/index.md s/deep/n.md s/null.md s/own.md s/p.md s/pub.md s/q.md s/sub/_index.md s/sub/r.md';
const PAGES_OF_S = 's/b/index.md s/deep/n.md s/p.md s/pub.md s/q.md s/sub/r.md';

describe('a section’s cascade', () => {
  test.each([
    ['{draft: true}', BELOW_S],
    ['{draft: yes}', BELOW_S],
    ['{Draft: true}', BELOW_S],
    ['{published: false}', BELOW_S],
    ['{publishDate: 2999-01-01}', BELOW_S],
    ['{expiryDate: 1999-01-01}', BELOW_S],
    ['{draft: false}', ''],
    ['{weight: 3}', ''],
    ['x', ''],
    ['[x, {draft: true}]', BELOW_S],
    ['{draft: true, _target: {kind: page}}', BELOW_S],
    ['[{draft: true, _target: {kind: page}}]', PAGES_OF_S],
    ['[{draft: true, _target: {kind: Page}}]', PAGES_OF_S],
    ['[{draft: true, _target: {kind: "{section,home}"}}]', BELOW_S],
    ['[{draft: true, _target: {kind: page, lang: en}}]', PAGES_OF_S],
    ['[{draft: true, _target: {kind: page, lang: fr}}]', ''],
    ['[{draft: true, _target: {kind: page, environment: production}}]', PAGES_OF_S],
    ['[{draft: true, _target: {kind: page, environment: development}}]', ''],
    ['[{draft: true, _target: {path: "/s/p*"}}]', 's/p.md s/pub.md'],
    ['[{draft: true, _target: {path: "/S/P.md"}}]', 's/p.md'],
    ['[{draft: true, _target: {path: "s/p.md"}}]', ''],
    ['[{draft: true, _target: {path: "/s/*"}}]', BELOW_S],
    ['[{draft: true, _target: {path: "/s/sub/**"}}]', 's/sub/_index.md s/sub/r.md'],
    ['[{draft: true, _target: {path: "/s/b/index.md"}}]', 's/b/index.md'],
    ['[{draft: true, _target: {path: "/s/[!a-p].md"}}]', 's/q.md'],
    [
      '[{draft: false, _target: {path: "/s/p.md"}}, {draft: true, _target: {kind: page}}]',
      's/b/index.md s/deep/n.md s/pub.md s/q.md s/sub/r.md',
    ],
  ])('of %s leaves out %s', (cascade, expected) => {
    expect(gone({ 's/_index.md': `cascade: ${cascade}` })).toBe(expected);
  });

  test('with a path of newer Hugo leaves out what that leaves out', () => {
    const target = (path: string): string => `cascade: [{draft: true, target: {path: ${path}}}]`;
    expect(gone({ 's/_index.md': target('/s/p') })).toBe('s/p.md');
    expect(gone({ 's/_index.md': target('/s/b') })).toBe('s/b/index.md');
    expect(gone({ 's/_index.md': target('/s/sub') })).toBe('s/sub/_index.md s/sub/r.md');
  });

  test('hands on as a target what can’t be read of it, rather than show what is private', () => {
    expect(gone({ 's/_index.md': 'cascade: [{draft: true, _target: {kind: pages}}]' })).toBe(BELOW_S);
    expect(gone({ 's/_index.md': 'cascade: {draft: maybe}' })).toBe(BELOW_S);
  });

  test('is heeded of sections alone', () => {
    const cascade = 'cascade: {draft: true}';
    expect(gone({ 's/b/index.md': cascade, 's/p.md': cascade })).toBe('');
    expect(gone({ 's/_index.md': `draft: false\n${cascade}` })).toBe(
      's/b/index.md s/deep/n.md s/p.md s/pub.md s/q.md s/sub/_index.md s/sub/r.md',
    );
  });

  test('yields to that of a section below it', () => {
    const home = 'cascade: [{draft: true, _target: {path: "/{s,z}/**.md"}}]';
    expect(gone({ '_index.md': home })).toBe(`${BELOW_S} z/p.md`);
    expect(gone({ '_index.md': home, 's/_index.md': home.replace('true', 'false') })).toBe('z/p.md');
  });

  test('hands on what a page says nothing of', () => {
    const notes = cascaded({
      's/_index.md':
        'cascade: {title: C, tags: [x], description: d, date: 2020-02-02, slug: zz, aliases: [al]}',
      's/p.md': 'title: Own\ntags: []\ndescription: ""',
    });
    const { title, frontMatter } = notes.find(({ path }) => path === 's/p.md')!;
    expect(title).toBe('Own');
    expect(frontMatter).toMatchObject({ tags: [], description: null, date: '2020-02-02', aliases: ['al'] });
    const other = notes.find(({ path }) => path === 's/q.md')!;
    expect([other.title, ...other.frontMatter.tags, other.frontMatter.description]).toEqual(['C', 'x', 'd']);
    const settings = {
      kind: 'hugo',
      baseURL: null,
      permalinks: new Map<string, string>(),
      uglyURLs: false,
      disablePathToLower: false,
      removePathAccents: false,
    } as const;
    expect(permalinksOf(notes, settings)[notes.indexOf(other)]).toBe('/s/zz/');
  });

  test('may say that pages have no page of their own', () => {
    const without = (cascade: string): string[] =>
      cascaded({ 's/_index.md': `cascade: ${cascade}`, 's/q.md': '_build: {render: always}' }).flatMap(
        ({ path, frontMatter }) => (frontMatter.unrendered || frontMatter.headless ? path : []),
      );
    expect(without('[{_build: {render: never}, _target: {path: "/s/?.md"}}]')).toEqual(['s/p.md']);
    expect(without('[{headless: true, _target: {path: "/s/b/*"}}]')).toEqual(['s/b/index.md']);
  });

  test('means nothing outside of Hugo', () => {
    const notes = notesOf({ 's/_index.md': 'cascade: {draft: true}' });
    expect(withCascades(notes, { ...SETTINGS, kind: 'plain' }).notes).toBe(notes);
  });

  test('leaves a note the same object where it hands it nothing, or the same again', () => {
    const notes = notesOf({ 's/_index.md': 'cascade: {description: d}' });
    const [first, second] = [withCascades(notes, SETTINGS), withCascades([...notes], SETTINGS)];
    expect(first.notes.every((note, index) => note === second.notes[index])).toBe(true);
    expect(first.notes[1]).toBe(notes[1]);
    expect(first.notes[7]!.hash).not.toBe(notes[7]!.hash);
  });

  test('reads nothing of a note’s text', () => {
    const [section, note] = [notesOf({ 's/_index.md': 'cascade: {draft: true}' })[2]!, notesOf({})[7]!];
    const lazy = Object.defineProperty({ ...note }, 'html', {
      enumerable: true,
      get: () => {
        throw new Error('it was read');
      },
    });
    expect(withCascades([section, lazy], SETTINGS).notes[1]!.frontMatter.draft).toBe(true);
  });
});

describe('the configuration’s cascade', () => {
  const cascade = (value: unknown): Partial<Parameters<typeof withCascades>[1]> => ({
    cascade: readCascades(value, () => undefined),
  });

  test.each([
    [{ draft: true }, Object.keys(FILES).join(' ')],
    [[{ draft: true, _target: { path: '/s/p.md' } }], 's/p.md'],
    [[{ Draft: 'true', _Target: { Path: '/s/p.md' } }], 's/p.md'],
    [[{ draft: true, _target: { path: '/s/own.md' } }], ''],
    [[{ draft: true, _target: { path: '/z' } }], 'z/p.md'],
    [[{ draft: true, _target: { kind: 'section' } }], `${BELOW_S} z/p.md`],
    [[{ draft: true, _target: { kind: 'page' } }], `a.md ${PAGES_OF_S} z/p.md`],
    [[{ draft: true, _target: { kind: '{taxonomy,term}' } }], ''],
  ])('%j leaves out %s', (value, expected) => expect(gone({}, cascade(value))).toBe(expected));

  test('is about a home page without a file too', () => {
    const home = [{ draft: true, _target: { kind: 'home' } }];
    expect(cascaded({ '_index.md': null }, cascade(home))).toEqual([]);
  });

  test('yields to the home page’s', () => {
    expect(gone({ '_index.md': 'cascade: {draft: false}' }, cascade({ draft: true }))).toBe('');
    const one = [{ draft: true, _target: { path: '/s/p.md' } }];
    expect(gone({ '_index.md': 'cascade: [{draft: false, _target: {path: /s/p.md}}]' }, cascade(one))).toBe(
      '',
    );
  });
});
