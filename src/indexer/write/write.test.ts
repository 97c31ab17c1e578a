import { execFileSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteContent } from '../common/types.ts';
import { makeBox, NEW, OLD, site, textsOf } from './write-sample.ts';
import { prepareOutput, writeSite } from './write.ts';

let box: string;
let out: string;

beforeEach(() => {
  const made = makeBox();
  ({ box, out } = made);
  return made.remove;
});

describe('writing a site', () => {
  it('puts every file in its place and leaves nothing beside', async () => {
    const written = await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    expect(written).toEqual({ folder: out, files: 4, bytes: 7, changed: 4 });
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('replaces the old site whole', async () => {
    await writeSite(site(OLD), out);
    const written = await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    expect(written.changed).toBe(3);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('has nothing beside the site meanwhile that hugo server would copy', async () => {
    await writeSite(site(OLD), out);
    const seen = new Set<string>();
    await writeSite(site(NEW), out, {
      onStep: () => readdirSync(box).forEach((name) => name === 'dist' || seen.add(name)),
    });
    expect(seen.size).toBeGreaterThan(2);
    expect([...seen].filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  });

  it('copies files as they are, with their time', async () => {
    const picture = join(box, 'picture.png');
    writeFileSync(picture, Buffer.from([0x89, 0, 255, 10]));
    const files = new Map<string, SiteContent>([['notes/a/picture.png', { kind: 'copy', from: picture }]]);
    expect(await writeSite({ files }, out)).toMatchObject({ files: 1, bytes: 4, changed: 1 });
    const copy = join(out, 'notes/a/picture.png');
    expect(readFileSync(copy)).toEqual(readFileSync(picture));
    expect(Math.abs(statSync(copy).mtimeMs - statSync(picture).mtimeMs)).toBeLessThan(2);
    expect((await writeSite({ files }, out)).changed).toBe(0);
    writeFileSync(picture, Buffer.from([1, 2, 3, 4]));
    expect((await writeSite({ files }, out)).changed).toBe(1);
    expect(readFileSync(copy)).toEqual(readFileSync(picture));
  });

  it('makes a page again only where its key is new, or the page is not as it was left', async () => {
    const cache = join(box, 'cache');
    const made: string[] = [];
    const write = async (key: string): Promise<number> => {
      const make = (): string => `page ${made.push(key)}`;
      const files = new Map<string, SiteContent>([['a.html', { kind: 'made', key, make }]]);
      return (await writeSite({ files }, out, { cache })).changed;
    };
    expect(await write('x')).toBe(1);
    expect(await write('x')).toBe(0);
    expect(made).toEqual(['x']);
    expect(await write('y')).toBe(1);
    expect(textsOf(out)).toEqual({ 'a.html': 'page 2' });
    writeFileSync(join(out, 'a.html'), 'touched by somebody');
    expect(await write('y')).toBe(1);
    expect(textsOf(out)).toEqual({ 'a.html': 'page 3' });
  });

  it('writes equal bytes for an equal site, whatever the order of its files', async () => {
    await writeSite(site(NEW), out);
    const other = join(box, 'other');
    await writeSite(site(Object.fromEntries(Object.entries(NEW).reverse())), other);
    execFileSync('diff', ['-r', out, other]);
  });

  it('touches nothing where nothing changed', async () => {
    await writeSite(site(NEW), out);
    const before = statSync(out);
    const written = await writeSite(site(NEW), out);
    expect(written.changed).toBe(0);
    expect(statSync(out).ino).toBe(before.ino);
  });

  it('notices a file that has no business in the old site, or was changed or deleted there', async () => {
    await writeSite(site(NEW), out);
    writeFileSync(join(out, 'notes/stray.html'), 'stray');
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    writeFileSync(join(out, 'notes/b/index.html'), 'B');
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    rmSync(join(out, 'data'), { recursive: true });
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
  });

  it('keeps the time of files that did not change', async () => {
    await writeSite(site(OLD), out);
    const before = statSync(join(out, 'notes/a/index.html'));
    await writeSite(site(NEW), out);
    expect(statSync(join(out, 'notes/a/index.html')).mtimeMs).toBe(before.mtimeMs);
  });

  it('never writes through a link that stands in the old site', async () => {
    await writeSite(site(OLD), out);
    const treasure = join(box, 'treasure.txt');
    writeFileSync(treasure, 'a');
    rmSync(join(out, 'notes/a/index.html'));
    symlinkSync(treasure, join(out, 'notes/a/index.html'));
    await writeSite(site(NEW), out);
    expect(lstatSync(join(out, 'notes/a/index.html')).isSymbolicLink()).toBe(false);
    expect(readFileSync(treasure, 'utf8')).toBe('a');
  });

  it('does not change a second name of an old file', async () => {
    await writeSite(site(OLD), out);
    linkSync(join(out, 'index.html'), join(box, 'kept.html'));
    await writeSite(site(NEW), out);
    expect(readFileSync(join(box, 'kept.html'), 'utf8')).toBe('old');
  });

  it('replaces a pipe that stands where an empty file belongs, and never waits for it', async () => {
    const files = { 'index.html': 'x', 'empty.css': '' };
    await writeSite(site(files), out);
    expect((await writeSite(site(files), out)).changed).toBe(0);
    rmSync(join(out, 'empty.css'));
    execFileSync('mkfifo', [join(out, 'empty.css')]);
    expect((await writeSite(site(files), out)).changed).toBe(1);
    expect(textsOf(out)).toEqual(files);
  });

  it('follows a link that is the output folder', async () => {
    mkdirSync(join(box, 'real'));
    symlinkSync(join(box, 'real'), out);
    await writeSite(site(OLD), out);
    await writeSite(site(NEW), out);
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(textsOf(join(box, 'real'))).toEqual(NEW);
  });

  it("keeps what the author put beside the site's own files", async () => {
    await writeSite(site(OLD), out);
    writeFileSync(join(out, 'CNAME'), 'notes.example');
    mkdirSync(join(out, '.git'));
    writeFileSync(join(out, '.git/HEAD'), 'ref: refs/heads/main');
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual({ ...NEW, CNAME: 'notes.example', '.git/HEAD': 'ref: refs/heads/main' });
    expect((await writeSite(site(NEW), out)).changed).toBe(0);
    await expect(writeSite(site({ ...NEW, CNAME: 'mine' }), out)).rejects.toThrow(
      /holds "CNAME", which Hearthmap did not write/,
    );
    expect(textsOf(out)).toMatchObject(NEW);
  });

  it.each(['../evil', 'notes/../../evil', '/evil', 'notes//evil', './evil', 'evil\0'])(
    'refuses the path %j',
    async (path) => {
      await expect(writeSite(site({ [path]: 'x' }), out)).rejects.toThrow('impossible path');
      expect(readdirSync(box)).toEqual([]);
    },
  );

  it('stops at a signal and leaves the old site', async () => {
    await writeSite(site(OLD), out);
    const stop = new AbortController();
    const writing = writeSite(site(NEW), out, {
      signal: stop.signal,
      onStep: (name) => name === 'file notes/b/index.html' && stop.abort(),
    });
    await expect(writing).rejects.toThrow('Stopped before');
    expect(textsOf(out)).toEqual(OLD);
    expect(readdirSync(box)).toEqual(['dist']);
  });
});

describe('a build that fails', () => {
  it.each(['lock', 'stage', 'file data/map.json', 'flush', 'seal', 'retire', 'publish'])(
    'at the step "%s" leaves the old site and nothing beside it',
    async (broken) => {
      await writeSite(site(OLD), out);
      const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      const writing = writeSite(site(NEW), out, {
        onStep: (name) => {
          if (name === broken) throw full;
        },
      });
      await expect(writing).rejects.toThrow('the disk is full. Make room, then build again.');
      expect(textsOf(out)).toEqual(OLD);
      expect(readdirSync(box)).toEqual(['dist']);
    },
  );

  it.each(['keep', 'clear'])('at the step "%s" has published, and says what is left', async (broken) => {
    await writeSite(site(OLD), out);
    writeFileSync(join(out, 'CNAME'), 'notes.example');
    const written = await writeSite(site(NEW), out, {
      onStep: (name) => {
        if (name === broken) throw new Error('no');
      },
    });
    expect(written.leftover).toBe(`${out}.hearthmap-old.tmp`);
    prepareOutput(out);
    expect(textsOf(out)).toEqual({ ...NEW, CNAME: 'notes.example' });
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('through a fault of the program leaves the old site, and the fault is told as what it is', async () => {
    await writeSite(site(OLD), out);
    const make = (): never => {
      throw new TypeError('x is undefined');
    };
    const files = new Map<string, SiteContent>([['a.html', { kind: 'made', key: '1', make }]]);
    await expect(writeSite({ files }, out)).rejects.toThrow(TypeError);
    expect(textsOf(out)).toEqual(OLD);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('for want of a file it copies says which', async () => {
    const files = new Map<string, SiteContent>([['a.png', { kind: 'copy', from: join(box, 'missing.png') }]]);
    await expect(writeSite({ files }, out)).rejects.toThrow('missing.png');
    expect(readdirSync(box)).toEqual([]);
  });
});
