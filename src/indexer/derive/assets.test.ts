import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readFolder } from '../read/source.ts';
import { sampleNames } from '../resolve/sample-notes.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { CLOCK_STEP_MS } from '../write/made-of.ts';
import { createAssetFinder, type FileMemory } from './assets.ts';

afterAll(removeSampleFolders);

const outside = sampleFolder({ 'secret.png': 'secret' });
const root = sampleFolder({
  'content/pic.png': '',
  'content/a/pic.png': '',
  'content/a/b c.jpg': '',
  'content/a/50%25.png': '',
  'content/a/x#y?z.png': '',
  'content/a/page.html': '<script>',
  'content/a/run.js': '',
  'content/a/sketch.canvas': '',
  'content/a/good.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'content/a/bad.svg': '<svg><script/></svg>',
  'content/a/doc.PDF': '',
  'static/ox-hugo/org.png': '',
  'static/run.html': '',
  'static/folder.png/': '',
  'static2/ox-hugo/org.png': '',
  'static2/second.png': '',
  'secret.png': '',
});
symlinkSync(path.join(outside, 'secret.png'), path.join(root, 'static/link.png'));
symlinkSync('nowhere', path.join(root, 'static/broken.png'));
spawnSync('mkfifo', [path.join(root, 'static/pipe.png')]);
const content = path.join(root, 'content');
const { assets } = readFolder(content);
const statics = [path.join(root, 'static'), path.join(root, 'static2')];
const names = sampleNames([], { assets: [...assets.keys()] });
const find = createAssetFinder({ content, statics, files: assets, base: '' }, names);

const answer = (argument: string, folder = ''): string => {
  const found = find(argument, folder);
  if (found.kind === 'missing') return `missing: ${found.reason}`;
  expect(found.source.startsWith(root)).toBe(true);
  return found.address;
};

describe('a picture or file', () => {
  test.each([
    ['pic.png', '', 'files/notes/pic.png'],
    ['pic.png', 'a', 'files/notes/a/pic.png'],
    ['../pic.png', 'a', 'files/notes/pic.png'],
    ['/pic.png', 'a', 'files/notes/pic.png'],
    ['a/pic.png?v=1#x', '', 'files/notes/a/pic.png'],
    ['b%20c.jpg', 'a', 'files/notes/a/b c.jpg'],
    ['b c.jpg', 'a', 'files/notes/a/b c.jpg'],
    ['50%2525.png', 'a', 'files/notes/a/50%25.png'],
    ['x%23y%3Fz.png', 'a', 'files/notes/a/x#y?z.png'],
    ['/a/x#y?z.png', '', 'files/notes/a/x#y?z.png'],
    ['doc.pdf', 'a', 'files/notes/a/doc.PDF'],
    ['good.svg', 'a', 'files/notes/a/good.svg'],
    ['/ox-hugo/org.png', 'a', 'files/static/ox-hugo/org.png'],
    ['ox-hugo/org.png', 'a', 'files/static/ox-hugo/org.png'],
    ['/second.png', '', 'files/static/second.png'],
  ])('%s in "%s" is published as %s', (argument, folder, address) => {
    expect(answer(argument, folder)).toBe(address);
  });

  test.each([
    ['nope.png', '', 'missing: no file "nope.png"'],
    ['../secret.png', '', 'missing: no file "../secret.png"'],
    ['/../secret.png', '', 'missing: no file "/../secret.png"'],
    ['..%2Fsecret.png', '', 'missing: no file "../secret.png"'],
    ['/../static2/../secret.png', '', 'missing: no file "/../static2/../secret.png"'],
    ['/link.png', '', 'missing: no file "/link.png"'],
    ['/broken.png', '', 'missing: no file "/broken.png"'],
    ['/pipe.png', '', 'missing: "pipe.png" is no regular file'],
    ['/folder.png', '', 'missing: "folder.png" is no regular file'],
    ['', '', 'missing: no file ""'],
    ['a\0b.png', '', 'missing: no file "a\0b.png"'],
    [`${'x'.repeat(5000)}.png`, '', `missing: no file "${'x'.repeat(5000)}.png"`],
    ['__proto__', '', 'missing: no file "__proto__"'],
    [
      'page.html',
      'a',
      'missing: "page.html" is of a kind that could run in the browser, so it is not published',
    ],
    ['sketch.canvas', 'a', 'missing: "sketch.canvas" is of a kind that no page shows: it is not published'],
    ['run.js', 'a', 'missing: "run.js" is of a kind that could run in the browser, so it is not published'],
    [
      '/run.html',
      '',
      'missing: "run.html" is of a kind that could run in the browser, so it is not published',
    ],
  ])('%j in "%s" is not published: %s', (argument, folder, reason) => {
    expect(answer(argument, folder)).toBe(reason);
  });

  test.each([
    ['/blog/ox-hugo/org.png', 'files/static/ox-hugo/org.png'],
    ['/blog/a/pic.png', 'files/notes/a/pic.png'],
    ['/blog/a/b%20c.jpg', 'files/notes/a/b c.jpg'],
    // A theme may put the rest in front of it.
    ['/ox-hugo/org.png', 'files/static/ox-hugo/org.png'],
    ['/blogs/second.png', null],
    ['/blog/blog/second.png', null],
    ['/blog/../secret.png', null],
  ])('%s of a blog that lies at /blog is published as %s', (argument, address) => {
    const find = createAssetFinder({ content, statics, files: assets, base: '/blog' }, names);
    const found = find(argument, 'posts');
    expect(found.kind === 'file' ? found.address : null).toBe(address);
  });

  test.each([
    ['nope.png', '', 'Put it there, or mend its name.'],
    ['sketch.canvas', 'a', 'Pack it into a .zip file, or link to where else it can be had.'],
    ['page.html', 'a', 'Pack it into a .zip file, or link to where else it can be had.'],
    ['bad.svg', 'a', 'Take that out of it, or save it as a PNG.'],
    ['/folder.png', '', 'Put a regular file in its place.'],
  ])('%j in "%s" that is missing has advice that fits: %s', (argument, folder, advice) => {
    expect(find(argument, folder)).toMatchObject({ kind: 'missing', advice });
  });

  test('that holds what could run is not published, and the reason says so', () => {
    expect(answer('bad.svg', 'a')).toMatch(/^missing: "bad.svg" is not published: it holds <script>/);
  });

  test('that can’t be read is missing', () => {
    const again = createAssetFinder(
      { content, statics: [], files: new Map([['gone.svg', path.join(content, 'gone.svg')]]), base: '' },
      sampleNames([], { assets: ['gone.svg'] }),
    );
    expect(again('gone.svg', '')).toMatchObject({
      kind: 'missing',
      reason: '"gone.svg" can\'t be read (ENOENT)',
    });
  });

  test('that was harmless is looked at again when it has changed, and only then', async () => {
    const harmless = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
    const folder = sampleFolder({ 'a.svg': harmless });
    const file = path.join(folder, 'a.svg');
    // ctime can't be set: the file must be older than the step of a clock.
    await new Promise((resolve) => setTimeout(resolve, CLOCK_STEP_MS + 100));
    const memory: FileMemory = new Map();
    const look = (): string => {
      const places = { content: folder, statics: [], files: new Map([['a.svg', file]]), base: '' };
      return createAssetFinder(places, sampleNames([], { assets: ['a.svg'] }), new Set(), memory)('a.svg', '')
        .kind;
    };
    expect(look()).toBe('file');
    memory.set(file, { ...memory.get(file)!, problem: 'as remembered' });
    expect(look()).toBe('missing');
    // As long as before.
    writeFileSync(file, '<svg><script/>'.padEnd(harmless.length));
    expect(look()).toBe('missing');
    writeFileSync(file, harmless);
    expect(look()).toBe('file');
  });
});
