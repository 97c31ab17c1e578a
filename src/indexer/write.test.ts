import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockPath } from './write-lock.ts';
import { prepareOutput, writeSite } from './write.ts';
import type { SiteContent } from './types.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

let box: string;
let out: string;

beforeEach(() => {
  box = mkdtempSync(join(tmpdir(), 'hearthmap-write-'));
  out = join(box, 'dist');
  return () => rmSync(box, { recursive: true, force: true });
});

function site(files: Record<string, string | Uint8Array>): { files: Map<string, SiteContent> } {
  return { files: new Map(Object.entries(files).map(([path, bytes]) => [path, { kind: 'bytes', bytes }])) };
}

/** Every file below a folder with its text; the marker aside. */
function textsOf(folder: string): Record<string, string> {
  const texts: [string, string][] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (lstatSync(join(folder, entry)).isFile() && entry !== '.hearthmap') {
      texts.push([entry, readFileSync(join(folder, entry), 'utf8')]);
    }
  }
  return Object.fromEntries(texts);
}

const OLD = { 'index.html': 'old', 'notes/a/index.html': 'a', 'notes/gone/index.html': 'gone' };
const NEW = {
  'index.html': 'new',
  'notes/a/index.html': 'a',
  'notes/b/index.html': 'b',
  'data/map.json': '{}',
};

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

describe('an output folder', () => {
  it('that holds other files is refused, and they stay', () => {
    mkdirSync(out);
    for (const name of ['letter.txt', 'photo.jpg', 'x', 'y']) writeFileSync(join(out, name), 'mine');
    expect(() => prepareOutput(out)).toThrow(
      /"letter.txt", "photo.jpg", "x" and 1 more .* not written by Hearthmap/s,
    );
    expect(readdirSync(out)).toHaveLength(4);
  });

  it('that holds the notes, is the notes or the present folder is refused', () => {
    mkdirSync(join(out, 'content'), { recursive: true });
    expect(() => prepareOutput(out, [join(out, 'content')])).toThrow('holds the notes');
    expect(() => prepareOutput(out, [out])).toThrow('holds the notes');
    symlinkSync(out, join(box, 'alias'));
    expect(() => prepareOutput(join(box, 'alias'), [join(out, 'content')])).toThrow('holds the notes');
    expect(() => prepareOutput(process.cwd())).toThrow('holds the folder you are in');
    expect(() => prepareOutput('/')).toThrow();
  });

  it('inside the notes or beside them with a like name is allowed', () => {
    mkdirSync(join(box, 'notes'));
    prepareOutput(join(box, 'notes', 'dist'), [join(box, 'notes')]);
    prepareOutput(join(box, 'note'), [join(box, 'notes')]);
  });

  it('that is empty or missing is taken', async () => {
    mkdirSync(out);
    await writeSite(site(NEW), out);
    expect(textsOf(out)).toEqual(NEW);
    await writeSite(site(NEW), join(box, 'far/away/dist'));
    expect(textsOf(join(box, 'far/away/dist'))).toEqual(NEW);
  });

  it('that is a file or below one is refused', async () => {
    writeFileSync(out, 'a file');
    expect(() => prepareOutput(out)).toThrow('is a file');
    await expect(writeSite(site(NEW), join(out, 'site'))).rejects.toThrow(
      'a file stands where a folder is needed',
    );
    expect(readFileSync(out, 'utf8')).toBe('a file');
  });
});

describe('a lock', () => {
  it('keeps a second build out while the first one runs', async () => {
    let second: unknown;
    await writeSite(site(OLD), out, {
      onStep: (name) => {
        if (name !== 'stage') return;
        try {
          prepareOutput(out);
        } catch (error) {
          second = error;
        }
      },
    });
    expect(String(second)).toContain(`Another Hearthmap build (process ${process.pid}) is writing`);
    expect(textsOf(out)).toEqual(OLD);
  });

  it.each([
    ['of a process that is gone', () => `${spawnSync('true').pid} 123 ${hostname()}\n`],
    ['of another process that has the number now', () => `${process.pid} 1 ${hostname()}\n`],
  ])('%s is taken over', async (_, text) => {
    writeFileSync(lockPath(out), text());
    await writeSite(site(NEW), out);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('without its text is respected while it is young, then taken over', async () => {
    writeFileSync(lockPath(out), 'what');
    expect(() => prepareOutput(out)).toThrow('just starting');
    utimesSync(lockPath(out), new Date(0), new Date(0));
    await writeSite(site(NEW), out);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('of another machine is respected while it is young', () => {
    writeFileSync(lockPath(out), '17 - elsewhere\n');
    expect(() => prepareOutput(out)).toThrow('process 17 on elsewhere');
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
    expect(written.leftover).toBe(`${out}.hearthmap-old`);
    prepareOutput(out);
    expect(textsOf(out)).toEqual({ ...NEW, CNAME: 'notes.example' });
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('for want of a file it copies says which', async () => {
    const files = new Map<string, SiteContent>([['a.png', { kind: 'copy', from: join(box, 'missing.png') }]]);
    await expect(writeSite({ files }, out)).rejects.toThrow('missing.png');
    expect(readdirSync(box)).toEqual([]);
  });
});

describe('a real process', () => {
  let program: string;
  const folder = mkdtempSync(join(tmpdir(), 'hearthmap-writer-'));

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      root: HERE,
      build: { ssr: join(HERE, 'write.ts'), outDir: folder, emptyOutDir: false, minify: false },
    });
    program = join(folder, 'run.mjs');
    writeFileSync(
      program,
      `import { writeSite } from './write.js';
      const [out, text, dieAt] = process.argv.slice(2);
      const files = new Map(Object.entries(JSON.parse(text)).map(([path, bytes]) => [path, { kind: 'bytes', bytes }]));
      const onStep = (name) => {
        process.stdout.write(name + '\\n');
        if (name === dieAt) process.kill(process.pid, 'SIGKILL');
      };
      await writeSite({ files }, out, { onStep }).catch((error) => { console.error(error.message); process.exit(2); });`,
    );
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (dieAt: string, files: Record<string, string> = NEW) =>
    spawnSync(process.execPath, [program, out, JSON.stringify(files), dieAt], { encoding: 'utf8' });

  it('killed at any step leaves the old site or the new one, whole, after the next start', async () => {
    await writeSite(site(OLD), out);
    writeFileSync(join(out, 'CNAME'), 'notes.example');
    const steps = run('nowhere').stdout.trim().split('\n');
    expect(steps).toEqual([
      'lock',
      'stage',
      // The unchanged page comes last: it is linked from the old site.
      ...Object.keys(NEW)
        .sort((a, b) => Number(a.includes('/a/')) - Number(b.includes('/a/')))
        .map((path) => `file ${path}`),
      'flush',
      'seal',
      'retire',
      'publish',
      'keep',
      'clear',
    ]);
    for (const [index, dieAt] of steps.entries()) {
      await writeSite(site(OLD), out);
      expect(run(dieAt).signal, dieAt).toBe('SIGKILL');
      prepareOutput(out);
      const expected = index > steps.indexOf('retire') ? NEW : OLD;
      expect(textsOf(out), dieAt).toEqual({ ...expected, CNAME: 'notes.example' });
      expect(readdirSync(box), dieAt).toEqual(['dist']);
    }
  }, 60_000);

  it('killed in its first build leaves the whole site or none', () => {
    for (const dieAt of ['stage', 'file index.html', 'seal', 'publish']) {
      expect(run(dieAt).signal, dieAt).toBe('SIGKILL');
      prepareOutput(out);
      if (dieAt === 'publish') expect(textsOf(out)).toEqual(NEW);
      else expect(existsSync(out), dieAt).toBe(false);
      rmSync(out, { recursive: true, force: true });
    }
  }, 60_000);

  it('that may not write large files says so and leaves the old site', async () => {
    await writeSite(site(OLD), out);
    const large = { ...NEW, 'large.bin': 'x'.repeat(50_000) };
    const command = `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`;
    const run = spawnSync('bash', ['-c', command, process.execPath, program, out, JSON.stringify(large)], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('a file would be larger than the system allows');
    expect(textsOf(out)).toEqual(OLD);
    expect(readdirSync(box)).toEqual([basename(out)]);
  });
});
