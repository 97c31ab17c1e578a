import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugsOf } from './slug.ts';

const HASHED = /-[0-9a-f]{8}$/;

describe('slugsOf', () => {
  test.each([
    ['posts/A Note.md', 'posts/a-note'],
    ['posts/KBhReLU.markdown', 'posts/kbhrelu'],
    ['posts/bundle/index.md', 'posts/bundle'],
    ['posts/_index.md', 'posts'],
    ['_index.md', 'index'],
    ['a#b?c%20d.md', 'a-b-c-20d'],
    ['Gödel, Escher.md', 'gödel-escher'],
    ['Go\u0308del.md', 'gödel'],
    ['日本語.md', '日本語'],
    ['..hidden...md', 'hidden'],
    ['__proto__.md', '__proto__'],
    ['"quoted" <b>.md', 'quoted-b'],
    ['a:b|c*.md', 'a-b-c'],
  ])('makes %s to %s', (path, slug) => expect(slugsOf([path])).toEqual([slug]));

  test('gives a name to what has no letter', () => {
    const [dots, signs] = slugsOf(['x/....md', '%%%.md']);
    expect(dots).toMatch(/^x\/[0-9a-f]{8}$/);
    expect(signs).toMatch(/^[0-9a-f]{8}$/);
  });

  test('keeps the plain name for the note that is called so, whichever comes first', () => {
    const [upper, own, spaced] = slugsOf(['A b.md', 'a-b.md', 'a b.md']);
    expect(own).toBe('a-b');
    expect(upper).toMatch(/^a-b-[0-9a-f]{8}$/);
    expect(spaced).toMatch(/^a-b-[0-9a-f]{8}$/);
    expect(upper).not.toBe(spaced);
  });

  test('does not move an older note’s address when a newcomer shares its slug', () => {
    const [before] = slugsOf(['a-b.md']);
    expect(slugsOf(['A B.md', 'a-b.md'])[1]).toBe(before);
  });

  test.each([
    ['Maß.md', 'mass.md'],
    ['ﬁre.md', 'fire.md'],
    ['É.md', 'E\u0301.md'],
    ['ΟΔΟΣ.md', 'οδοσ.md'],
    ['한글.md', '한글.md'.normalize('NFD')],
    ['が.md', 'か\u3099.md'],
    ['Мой.md', 'мои\u0306.md'],
  ])('keeps %s and %s apart where a file system would not', (one, other) => {
    const slugs = slugsOf([one, other]);
    expect(slugs.filter((slug) => HASHED.test(slug))).toHaveLength(1);
  });

  test('tells notes apart by their marks, which are vowels in many scripts', () => {
    const names = ['कल', 'कुल', 'ปี', 'ปู', 'はは', 'ばば', 'мои', 'мой', '가', '강', 'e', 'é'];
    expect(slugsOf(names.map((name) => `${name}.md`))).toEqual(names);
  });

  test('keeps a hashed slug apart from a note that is called so', () => {
    const [, hashed] = slugsOf(['a-b.md', 'a b.md']);
    const slugs = slugsOf(['a-b.md', 'a b.md', `${hashed!}.md`]);
    expect(new Set(slugs).size).toBe(3);
    expect(slugs[2]).toBe(hashed);
  });

  test.each(['con.md', 'NUL.md', 'x/com1/y.md'])(
    'gives %s no name that Windows keeps for a device',
    (path) => {
      for (const part of slugsOf([path])[0]!.split('/')) expect(part).not.toMatch(/^(con|nul|com1)$/);
    },
  );

  const segment = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'index',
      '_index',
      '.',
      '..',
      'con',
      'NUL',
      'aux.md',
      'a'.repeat(300),
      'ß',
      'SS',
      'ﬁ',
      'İ',
      'i̇',
    ),
    fc.constantFrom('日'.repeat(120), '-', '--', 'a-', 'A', 'a', 'É', 'É', '😀', '\u200b', 'x-00000000'),
  );
  const path = fc
    .array(
      segment.map((text) => text.replaceAll('/', '_').replaceAll('\0', '_')),
      { minLength: 1, maxLength: 4 },
    )
    .map((segments) => `${segments.join('/')}.md`);

  test('gives every note its own address that any file system keeps apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 25 }), (paths) => {
        const slugs = slugsOf(paths);
        const asFileSystemsSee = (slug: string): string => slug.normalize('NFD').toUpperCase().toLowerCase();
        expect(new Set(slugs.map(asFileSystemsSee)).size).toBe(paths.length);
        for (const slug of slugs) {
          expect(slug).toBe(slug.toLowerCase());
          for (const part of slug.split('/')) {
            expect(part).toMatch(/^[^\s./\\:*?"<>|#%]+$/u);
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  test('never lets one note’s folder be another note’s file', () => {
    // notes/<slug>/index.html: a slug "a/index.html" would be a folder where the page of "a" is a file.
    const slugs = slugsOf(['a.md', 'a/index.html.md', 'a/index.md']);
    expect(slugs.some((slug) => slug.endsWith('index.html'))).toBe(false);
    expect(slugs[1]).not.toMatch(HASHED);
  });
});
