import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { decode, MAX_NOTE_BYTES, readFolder, type Folder } from './source.ts';

afterAll(removeSampleFolders);

function summary({ notes, assets, diagnostics }: Folder): unknown {
  return {
    notes: notes.map((note) => note.path),
    assets: [...assets.keys()],
    told: diagnostics.map(({ code, file }) => `${code} ${file}`),
  };
}

describe('readFolder', () => {
  test('finds notes and other files by path, and leaves hidden ones alone', () => {
    const folder = sampleFolder({
      'b.md': 'B',
      'a/z.markdown': '',
      'a/Y.MD': '',
      'a/pic.png': '',
      'a.md': '',
      'é.md': '',
      'Z.md': '',
      'x.txt': '',
      '.hidden.md': '',
      '.obsidian/a.md': '',
      'node_modules/p/README.md': '',
      'empty/': '',
    });
    const read = readFolder(folder);
    expect(summary(read)).toEqual({
      notes: ['Z.md', 'a.md', 'a/Y.MD', 'a/z.markdown', 'b.md', 'é.md'],
      assets: ['a/pic.png', 'x.txt'],
      told: [],
    });
    expect(Buffer.from(read.notes[4]!.bytes).toString()).toBe('B');
    expect(read.assets.get('x.txt')).toBe(path.join(folder, 'x.txt'));
  });

  test('takes a folder named like a note for a folder', () => {
    const folder = sampleFolder({ 'x.md/y.md': '' });
    expect(summary(readFolder(folder))).toEqual({ notes: ['x.md/y.md'], assets: [], told: [] });
  });

  test('leaves alone what the site ignores: by the absolute path, folders too', () => {
    const files = { 'a.md': '', 'a.draft.md': '', 'private/b.md': '', 'p/x.png': '', 'p/private.md': '' };
    const folder = sampleFolder(files);
    const read = (...ignoreFiles: readonly RegExp[]): unknown =>
      summary(readFolder(folder, new Map(), { ignoreFiles, exclude: [] }));
    expect(read(/\.draft\.md$/, /private$/, /\.png/)).toEqual({
      notes: ['a.md', 'p/private.md'],
      assets: [],
      told: [],
    });
    const absolute = new RegExp(`^${folder}/p/`);
    expect(read(absolute)).toMatchObject({ notes: ['a.draft.md', 'a.md', 'private/b.md'], assets: [] });
  });

  test('tells of what is no regular file, too large, or can’t be read, and reads the rest', () => {
    const folder = sampleFolder({ 'a.md': '', 'big.md': '', 'large.md': '' });
    expect(spawnSync('mkfifo', [path.join(folder, 'pipe.md')]).status).toBe(0);
    truncateSync(path.join(folder, 'big.md'), 100_000_000);
    truncateSync(path.join(folder, 'large.md'), MAX_NOTE_BYTES);
    symlinkSync('nowhere.md', path.join(folder, 'broken.md'));
    symlinkSync('/dev/zero', path.join(folder, 'device.md'));
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/no-utf8-`), Buffer.from([0xff]), Buffer.from('.md')]),
      '',
    );
    expect(summary(readFolder(folder))).toEqual({
      notes: ['a.md', 'large.md'],
      assets: [],
      told: [
        'too-large big.md',
        'unreadable-file broken.md',
        'outside-folder device.md',
        'unreadable-file no-utf8-\uFFFD.md',
        'not-a-file pipe.md',
      ],
    });
  });

  test('follows no link that leads outside, and each inside once', () => {
    const outside = sampleFolder({ 'secret.md': 'secret', 'folder/secret.md': 'secret' });
    const folder = sampleFolder({ 'a/note.md': '', 'b/note.md': '', 'b/.kept/hidden.md': '' });
    symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'file.md'));
    symlinkSync(path.join(outside, 'folder'), path.join(folder, 'folder'));
    symlinkSync(`${folder}-sibling`, path.join(folder, 'sibling'));
    symlinkSync('..', path.join(folder, 'a', 'up'));
    symlinkSync('../..', path.join(folder, 'a', 'upper'));
    symlinkSync('note.md', path.join(folder, 'a', 'same.md'));
    symlinkSync('../a', path.join(folder, 'b', 'again'));
    symlinkSync('.kept', path.join(folder, 'b', 'kept'));
    expect(summary(readFolder(folder))).toEqual({
      notes: ['a/note.md', 'a/same.md', 'b/kept/hidden.md', 'b/note.md'],
      assets: [],
      told: [
        'outside-folder a/upper',
        'outside-folder file.md',
        'outside-folder folder',
        'unreadable-file sibling',
      ],
    });
  });

  test('has advice that fits why a file can not be read', () => {
    const folder = sampleFolder({ 'a.md': '' });
    symlinkSync('nowhere.md', path.join(folder, 'dangling.md'));
    symlinkSync('circle.md', path.join(folder, 'circle.md'));
    expect(readFolder(folder).diagnostics.map(({ message, suggestion }) => [message, suggestion])).toEqual([
      ["can't be read (ELOOP)", 'Links lead in a circle: let one of them name the file itself.'],
      ["can't be read (ENOENT)", 'If it is a link, it leads to nothing: mend it, or delete it.'],
    ]);
  });

  test('is not held up by folders that link to each other', () => {
    const names = 'abcdefghijklmnop'.split('');
    const folder = sampleFolder(Object.fromEntries(names.map((name) => [`${name}/note.md`, ''])));
    for (const from of names) {
      for (const to of names) if (from !== to) symlinkSync(`../${to}`, path.join(folder, from, `to-${to}`));
    }
    expect(readFolder(folder).notes.map((note) => note.path)).toEqual(names.map((name) => `${name}/note.md`));
  });

  test('reads through a link that is the folder itself', () => {
    const folder = sampleFolder({ 'a.md': 'A' });
    const link = path.join(sampleFolder(), 'link');
    symlinkSync(folder, link);
    expect(summary(readFolder(link))).toEqual({ notes: ['a.md'], assets: [], told: [] });
  });

  test('finds the same whatever the order in which files were made', () => {
    const names = ['b.md', 'a.md', 'B.md', 'a-b.md', 'a/b.md', 'a b.md', 'ä.md', 'z/y/x.md', 'a.png'];
    const read = (order: readonly string[]): unknown =>
      summary(readFolder(sampleFolder(Object.fromEntries(order.map((name) => [name, name])))));
    expect(read([...names].reverse())).toEqual(read(names));
  });

  test('keeps what it knows of files that did not change, and reads those that did', () => {
    const folder = sampleFolder({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C' });
    const before = readFolder(folder);
    const known = new Map(before.notes.map((note) => [note.path, note]));
    writeFileSync(path.join(folder, 'b.md'), 'BB');
    writeFileSync(path.join(folder, 'new.md'), 'X');
    utimesSync(path.join(folder, 'new.md'), 0, 0);
    renameSync(path.join(folder, 'new.md'), path.join(folder, 'c.md'));
    const after = readFolder(folder, known).notes;
    expect(after[0]).toBe(known.get('a.md'));
    expect(after.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['A', 'BB', 'X']);
    expect(new Set(after.map(({ hash }) => hash)).size).toBe(3);
  });

  test('throws where the folder itself is gone', () => {
    const folder = path.join(sampleFolder(), 'gone');
    mkdirSync(folder);
    rmSync(folder, { recursive: true });
    expect(() => readFolder(folder)).toThrow(/ENOENT/);
  });
});

describe('decode', () => {
  const read = (bytes: Uint8Array | string): string => {
    const { text, diagnostics } = decode({ path: 'a.md', bytes: Buffer.from(bytes) });
    const told = diagnostics.map(({ code, line, column }) => ` ${code} ${line}:${column}`);
    return JSON.stringify(text) + told.join('');
  };

  test.each([
    ['', '""'],
    ['\uFEFFa', '"a"'],
    ['a\r\nb\r\n', '"a\\nb\\n"'],
    ['a\rb\n', '"a b\\n"'],
    ['é\n\0', '"é\\n\uFFFD" control-character 2:1'],
    ['a\n b\u001b[31m\0', '"a\\n b\\u001b[31m\uFFFD" control-character 2:3'],
    ['\f a \uffff b', '"\\f a \uffff b" control-character 1:5'],
    ['a\t\f\u0085 b', '"a\\t\\f\u0085 b"'],
    ['a \uFFFD b', '"a \uFFFD b"'],
    ['\uFEFF\uFFFD', '"\uFFFD"'],
  ])('reads %j as %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    [[0x61, 0x0a, 0xc3, 0xa9, 0xff], '"a\\né\uFFFD" invalid-utf8 2:3'],
    [[0xef, 0xbb, 0xbf, 0xc3], '"\uFFFD" invalid-utf8 1:1'],
    [[0xed, 0xa0, 0x80], '"\uFFFD\uFFFD\uFFFD" invalid-utf8 1:1'],
    [[0xff, 0xfe, 0x61, 0x00, 0x0d, 0x00, 0x0a, 0x00, 0xe9, 0x00], '"a\\né" invalid-utf8 1:1'],
    [[0xfe, 0xff, 0x00, 0x61], '"a" invalid-utf8 1:1'],
    [[0xff, 0xfe, 0x61, 0x00, 0x00], '"a\uFFFD" invalid-utf8 1:1'],
    [
      [0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
      '"\uFFFD\uFFFD\uFFFD\uFFFDa\uFFFD\uFFFD\uFFFD" invalid-utf8 1:1 control-character 1:7',
    ],
  ])('reads the bytes %j as %s', (bytes, expected) => expect(read(Uint8Array.from(bytes))).toBe(expected));

  test('gives any bytes as text without CR and NUL, with a word where something was lost', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, diagnostics } = decode({ path: 'a.md', bytes });
        expect(text).not.toMatch(/[\r\0]/);
        expect(text.isWellFormed()).toBe(true);
        if (diagnostics.length > 0) return;
        const again = Buffer.from(text);
        const plain = Buffer.from(bytes)
          .toString()
          .replace(/^\uFEFF/, '');
        expect(again.toString()).toBe(plain.replaceAll('\r\n', '\n').replaceAll('\r', ' '));
      }),
    );
  });
});
