import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveAsset, resolveWikilink } from './resolve-wikilink.ts';
import { sampleNames, sampleNote } from './sample-notes.ts';

const HEADINGS = [
  { level: 1, id: 'top', text: 'Top' },
  { level: 2, id: 'fire', text: 'Fire & Hearth: a #1' },
  { level: 3, id: 'wood', text: 'Wood' },
  { level: 2, id: 'water', text: 'Wäter' },
  { level: 3, id: 'wood-1', text: 'Wood' },
];

const PATHS = [
  'home.md',
  'Note.md',
  'a/note.md',
  'a/deep/note.md',
  'a/deep/only.md',
  'a/only here.md',
  'b/twin.md',
  'c/twin.md',
  'c/d/twin.md',
  'e/Case.md',
  'e/case.md',
  'bundle/index.md',
  'x/bundle two/index.md',
  'v1.2.md',
  'Go\u0308del.md',
  '__proto__.md',
  'constructor.md',
  'a.b/c.md',
];

const notes = [
  ...PATHS.map((path) => sampleNote(path)),
  sampleNote('headed.md', {}, { headings: HEADINGS, ids: [...HEADINGS.map(({ id }) => id), '^block'] }),
  sampleNote('aliased.md', { aliases: ['Other Name', 'note', 'Ünïcode'], title: 'A Title of Its Own' }),
  sampleNote('z/aliased too.md', { aliases: ['Other name'] }),
  sampleNote('hindi.md', { title: 'कल' }),
  sampleNote('thai.md', { title: 'ปี' }),
  sampleNote('japanese.md', { title: 'パパ', aliases: ['ばば', '한글'.normalize('NFD')] }),
  sampleNote('russian.md', { title: 'Мои', aliases: ['no\u00a0break'] }),
  sampleNote('A\u0308/here.md'),
  sampleNote('A\u0308/there.md'),
];
const ASSETS = ['a/pic.png', 'pic.png', 'b/pic.PNG', 'files/Big Doc.pdf', 'E\u0301.jpg', 'a/#1.png'];
const names = sampleNames(notes, { assets: ASSETS });
const indexOf = (path: string): number => names.notes.findIndex(({ note }) => note.path === path);
const pathOf = (index: number): string => names.notes[index]!.note.path;

function answer(argument: string, from = 'home.md'): string {
  const found = resolveWikilink(argument, indexOf(from), names);
  if (found.kind === 'asset') return `file ${found.path}`;
  const anchor = found.anchor === null ? '' : `#${found.anchor}`;
  if (found.kind === 'missing') return `no ${found.asset ? 'file' : 'note'} ${found.name}${anchor}`;
  const others = found.candidates.length > 1 ? ` of ${found.candidates.map(pathOf).join(', ')}` : '';
  return pathOf(found.to) + anchor + others;
}

describe('a wikilink', () => {
  test.each([
    ['home', 'home.md'],
    ['home.md', 'home.md'],
    ['HOME', 'home.md'],
    [' home ', 'home.md'],
    ['only', 'a/deep/only.md'],
    ['deep/only', 'a/deep/only.md'],
    ['a/deep/only', 'a/deep/only.md'],
    ['a/deep/only.md', 'a/deep/only.md'],
    ['/a/deep/only', 'a/deep/only.md'],
    ['eep/only', 'no note eep/only'],
    ['/deep/only', 'no note /deep/only'],
    ['a/only', 'no note a/only'],
    ['only here', 'a/only here.md'],
    ['v1.2', 'v1.2.md'],
    ['v1.3', 'no note v1.3'],
    ['Node.js', 'no note Node.js'],
    ['Gödel', 'Go\u0308del.md'],
    ['__proto__', '__proto__.md'],
    ['constructor', 'constructor.md'],
    ['toString', 'no note toString'],
    ['bundle', 'bundle/index.md'],
    ['bundle/index', 'bundle/index.md'],
    ['bundle two', 'x/bundle two/index.md'],
    ['x/bundle two', 'x/bundle two/index.md'],
    ['a.b/c', 'a.b/c.md'],
    ['nope.md', 'no note nope'],
  ])('[[%s]] leads to %s', (argument, expected) => expect(answer(argument)).toBe(expected));

  test.each([
    ['a/note.md', './deep/only', 'a/deep/only.md'],
    ['a/note.md', '../home', 'home.md'],
    ['a/note.md', '../../home', 'no note ../../home'],
    ['a/note.md', './only', 'no note ./only'],
    ['bundle/index.md', '../a/note', 'a/note.md'],
    ['home.md', './bundle', 'bundle/index.md'],
    ['home.md', './bundle/', 'bundle/index.md'],
  ])('from %s [[%s]] is relative: %s', (from, argument, expected) => {
    expect(answer(argument, from)).toBe(expected);
  });

  test.each([
    ['home.md', 'Note', 'Note.md'],
    ['home.md', 'twin', 'b/twin.md of b/twin.md, c/twin.md, c/d/twin.md'],
    ['c/twin.md', 'twin', 'c/twin.md of c/twin.md, c/d/twin.md, b/twin.md'],
    ['c/d/twin.md', 'twin', 'c/d/twin.md of c/d/twin.md, c/twin.md, b/twin.md'],
    ['home.md', 'd/twin', 'c/d/twin.md'],
    ['home.md', 'e/case', 'e/case.md'],
    ['home.md', 'e/Case', 'e/Case.md'],
    ['home.md', 'Case', 'e/Case.md'],
    ['home.md', 'CASE', 'e/Case.md of e/Case.md, e/case.md'],
    ['e/case.md', './Case', 'e/Case.md'],
  ])('from %s [[%s]] takes the nearest, and names them all: %s', (from, argument, expected) => {
    expect(answer(argument, from)).toBe(expected);
  });

  test.each([
    ['headed#Fire & Hearth: a #1', 'headed.md#1'],
    ['headed#Fire & Hearth a 1', 'headed.md#fire'],
    ['headed#top', 'headed.md#top'],
    ['headed#water', 'headed.md#water'],
    ['headed#Wood', 'headed.md#wood'],
    ['headed#Top#Wäter#Wood', 'headed.md#wood-1'],
    ['headed#TOP#wa\u0308ter#wood', 'headed.md#wood-1'],
    ['headed#Water#Wood', 'headed.md#Wood'],
    ['headed#Wood#Water', 'headed.md#Water'],
    ['headed#Wäter#Fire & Hearth a 1', 'headed.md#Fire & Hearth a 1'],
    ['headed#^block', 'headed.md#^block'],
    ['headed#Nope', 'headed.md#Nope'],
    ['headed#', 'headed.md'],
    ['headed##', 'headed.md'],
    ['nope#Some#where', 'no note nope#Some#where'],
  ])('[[%s]] leads to a heading or block: %s', (argument, expected) => {
    expect(answer(argument)).toBe(expected);
  });

  test('without a name stays in its note', () => {
    expect(answer('#Wood', 'headed.md')).toBe('headed.md#wood');
    expect(answer('#^b', 'home.md')).toBe('home.md#^b');
  });

  test.each([
    ['Other Name', 'aliased.md of aliased.md, z/aliased too.md'],
    ['other name', 'aliased.md of aliased.md, z/aliased too.md'],
    ['ÜNÏcode', 'aliased.md'],
    ['U\u0308ni\u0308code', 'aliased.md'],
    ['한글', 'japanese.md'],
    ['no break', 'russian.md'],
    ['note', 'Note.md'],
    ['a title of its own', 'aliased.md'],
  ])('[[%s]] is an alias or title where no file has the name: %s', (argument, expected) => {
    expect(answer(argument)).toBe(expected);
  });

  test.each(['unicode', 'कुल', 'ปู', 'はは', 'ハハ', '한그', 'Мой', 'Mои'])(
    '[[%s]] means no note whose name has other marks or letters',
    (argument) => expect(answer(argument)).toBe(`no note ${argument}`),
  );

  test('from a folder whose name has its marks apart is relative', () => {
    expect(answer('./there', 'A\u0308/here.md')).toBe('A\u0308/there.md');
  });

  test.each([
    ['home.md', 'pic.png', 'file pic.png'],
    ['a/note.md', 'pic.png', 'file a/pic.png'],
    ['b/twin.md', 'pic.png', 'file b/pic.PNG'],
    ['home.md', 'a/pic.png', 'file a/pic.png'],
    ['home.md', '/a/pic.png', 'file a/pic.png'],
    ['a/deep/only.md', '../pic.png', 'file a/pic.png'],
    ['home.md', 'big doc.pdf', 'file files/Big Doc.pdf'],
    ['home.md', 'É.jpg', 'file E\u0301.jpg'],
    ['home.md', 'nope.png', 'no file nope.png'],
    ['home.md', 'doc.pdf', 'no file doc.pdf'],
  ])('from %s to %s leads to the file: %s', (from, argument, expected) => {
    expect(answer(argument, from)).toBe(expected);
  });

  test('finds every note by its path and, alone, by its name; and answers any text', () => {
    for (const [index, { note }] of names.notes.entries()) {
      expect(resolveWikilink(`/${note.path}`, 0, names)).toMatchObject({ kind: 'found', to: index });
    }
    fc.assert(
      fc.property(fc.string(), fc.nat(notes.length - 1), (argument, from) => {
        expect(() => resolveWikilink(argument, from, names)).not.toThrow();
      }),
    );
    const segment = fc.stringMatching(/^[A-Za-z0-9 _.ü-]{1,8}$/).filter((text) => !/^[. ]|[. ]$/.test(text));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const one = sampleNames([sampleNote(`${segments.join('/')}.md`)]);
        for (let from = 0; from < segments.length; from++) {
          const argument = segments.slice(from).join('/');
          expect(resolveWikilink(argument, 0, one)).toMatchObject({ kind: 'found', to: 0 });
        }
      }),
    );
  });
});

describe('resolveAsset', () => {
  test('never leaves the folder', () => {
    for (const argument of [
      '../pic.png',
      '../../etc/pic.png',
      '/../pic.png',
      'a/../../pic.png',
      '..',
      '.',
      '',
      '/',
    ]) {
      const found = resolveAsset(argument, '.', names);
      expect(found === null || ASSETS.includes(found)).toBe(true);
    }
  });
});

// The square, or the cube, of the time would outlast the test's.
test('in thousands of folders with a note and an image of one name, the nearest is found soon', () => {
  const folders = Array.from({ length: 3_000 }, (_, index) => `f${index}`);
  const many = sampleNames(
    folders.map((folder) => sampleNote(`${folder}/README.md`)),
    { assets: folders.map((folder) => `${folder}/cover.png`) },
  );
  for (let from = 0; from < 3_000; from += 30) {
    expect(resolveWikilink('README', from, many)).toMatchObject({ kind: 'found', to: from });
    expect(resolveWikilink(`f${from}/README`, 0, many)).toMatchObject({ to: from, candidates: [from] });
    expect(resolveAsset('cover.png', `f${from}`, many)).toBe(`f${from}/cover.png`);
    expect(resolveAsset('cover.png', `f${from}/deep`, many)).toBe(`f${from}/cover.png`);
  }
});
