import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, type SiteServer } from './serve.ts';
import type { LiveSite } from './watch-site.ts';
import { startLiveSite } from './watch-site.ts';

/** What the build of the app leaves, as far as a page names it. */
const MANIFEST = {
  'index.html': { file: 'app.js' },
  'src/embed-page.ts': { file: 'embed-page.js' },
  'src/client/reader/math.css': { file: 'math.css' },
  'src/client/reader/asides.css': { file: 'asides.css' },
  'src/client/reader/print.css': { file: 'print.css' },
};

let box: string;
let live: LiveSite | undefined;
let server: SiteServer | undefined;
let problems: string[];
let built: string[];

beforeEach(() => {
  box = mkdtempSync(join(tmpdir(), 'hearthmap-live-'));
  problems = [];
  built = [];
  mkdirSync(join(box, 'app'));
  mkdirSync(join(box, 'notes'));
  writeFileSync(join(box, 'app', 'manifest.json'), JSON.stringify(MANIFEST));
  for (const name of ['app.js', 'embed-page.js', 'math.css', 'asides.css', 'print.css'])
    writeFileSync(join(box, 'app', name), '');
  writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nA young tree.\n');
});

afterEach(async () => {
  await server?.close();
  live?.close();
  rmSync(box, { recursive: true, force: true });
});

async function start(
  onStage: (stage: string) => void = () => {},
  folder = 'notes',
): Promise<(path: string) => Promise<string>> {
  live = await startLiveSite({
    build: {
      folder: join(box, folder),
      app: join(box, 'app'),
      cache: null,
      workers: 0,
      onProgress: onStage,
    },
    host: '127.0.0.1',
    onBuilt: (_built, _milliseconds, changed) => built.push(changed.map((path) => basename(path)).join()),
    onProblem: (problem) => problems.push(problem),
  });
  server = await listen(live.served, '127.0.0.1', 0);
  const { port } = server;
  return async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

/** A busy machine takes its time. */
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 10_000 });

describe('a live site', () => {
  it('follows edits, new notes and deleted ones', async () => {
    const get = await start();
    expect(await get('/notes/oak/')).toContain('A young tree.');
    writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nAn old tree, see [[acorn]].\n');
    writeFileSync(join(box, 'notes', 'acorn.md'), '# Acorn\n\nIt grows.\n');
    await eventually(async () => {
      expect(await get('/notes/oak/')).toContain('An old tree');
      expect(await get('/notes/acorn/')).toContain('It grows.');
    });
    rmSync(join(box, 'notes', 'acorn.md'));
    await eventually(async () => {
      expect(await get('/notes/acorn/')).not.toContain('It grows.');
      expect(await get('/notes/oak/')).toContain('hm-ghost');
    });
    expect(problems).toEqual([]);
  });

  it('does not miss an edit that is made while the first build is at work', async () => {
    let isEdited = false;
    const get = await start((stage) => {
      if (isEdited || stage !== 'Resolving references') return;
      isEdited = true;
      writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nFelled meanwhile.\n');
    });
    expect(isEdited).toBe(true);
    await eventually(async () => expect(await get('/notes/oak/')).toContain('Felled meanwhile.'));
  });

  it('keeps the last site where the folder vanishes, says so, and goes on when it is back', async () => {
    const get = await start();
    // A folder is walked in a moment; until then there is nothing whose end could be noticed.
    writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nA young tree, then.\n');
    await eventually(async () => expect(await get('/notes/oak/')).toContain('young tree, then.'));
    rmSync(join(box, 'notes'), { recursive: true });
    await eventually(() => expect(problems.join()).toContain('There is no folder'));
    expect(await get('/notes/oak/')).toContain('A young tree, then.');
    mkdirSync(join(box, 'notes'));
    writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nReplanted.\n');
    await eventually(async () => expect(await get('/notes/oak/')).toContain('Replanted.'));
  });

  it('keeps a note as it was read last while its front matter is broken, and tells what is wrong', async () => {
    writeFileSync(join(box, 'notes', 'never.md'), '+++\nbroken\n+++\nNever read.\n');
    const get = await start();
    const told: string[] = [];
    const events = await fetch(`http://127.0.0.1:${server!.port}/__hearthmap/live`);
    const reading = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    void (async () => {
      for (let part = await reading.read(); !part.done; part = await reading.read()) told.push(part.value);
    })().catch(() => {});
    writeFileSync(join(box, 'notes', 'oak.md'), '+++\ntitle = "Oa\n+++\nA tree that is typed.\n');
    await eventually(() => expect(told.join('')).toContain('"held":["oak.md:2:'));
    expect(await get('/notes/oak/')).toContain('A young tree.');
    expect(await get('/report.json')).toContain('bad-front-matter');
    // Another note is followed all the same, and one that was never read is not there.
    writeFileSync(join(box, 'notes', 'acorn.md'), '# Acorn\n\nIt grows from an [oak](oak.md).\n');
    await eventually(async () => expect(await get('/notes/acorn/')).toContain('It grows'));
    expect(await get('/notes/oak/')).toContain('It grows');
    expect(await get('/notes/never/')).not.toContain('Never read.');
    told.length = 0;
    writeFileSync(join(box, 'notes', 'oak.md'), '+++\ntitle = "Oak"\n+++\nA tree that was typed.\n');
    await eventually(() => expect(told.join('')).toContain('"held":[]'));
    expect(await get('/notes/oak/')).toContain('A tree that was typed.');
    rmSync(join(box, 'notes', 'oak.md'));
    await eventually(async () => expect(await get('/notes/oak/')).not.toContain('A tree'));
    expect(problems).toEqual([]);
  });

  it('says nothing of a build that changes nothing, such as after each line of a log among the notes', async () => {
    let runs = 0;
    await start((stage) => void (runs += Number(stage === 'Resolving references')));
    const before = runs;
    writeFileSync(join(box, 'notes', 'dev.log'), 'Built again\n');
    await eventually(() => expect(runs).toBeGreaterThan(before));
    writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nAn old tree.\n');
    await eventually(() => expect(built.join()).toContain('oak.md'));
    expect(built).not.toContain('dev.log');
  });

  it('follows the settings and the files of a Hugo site whose content folder was named', async () => {
    const site = join(box, 'blog');
    mkdirSync(join(site, 'content'), { recursive: true });
    mkdirSync(join(site, 'assets/static'), { recursive: true });
    writeFileSync(join(site, 'hugo.toml'), 'title = "Old"\n');
    writeFileSync(join(site, 'content/oak.md'), '# Oak\n\n![](/leaf.png)\n');
    const get = await start(undefined, 'blog/content');
    expect(await get('/notes/oak/')).toContain('Old');
    writeFileSync(join(site, 'hugo.toml'), 'title = "New"\nstaticDir = "assets/static"\n');
    await eventually(async () => expect(await get('/site.json')).toContain('New'));
    expect(await get('/report.json')).toContain('leaf.png');
    writeFileSync(join(site, 'assets/static/leaf.png'), 'leaf');
    await eventually(async () => expect(await get('/report.json')).not.toContain('leaf.png'));
    mkdirSync(join(site, 'config/_default'), { recursive: true });
    writeFileSync(join(site, 'config/_default/hugo.toml'), 'title = "Newest"\n');
    await eventually(async () => expect(await get('/site.json')).toContain('Newest'));
    expect(problems).toEqual([]);
  });

  it('follows the notes of another language beside the site, where references lead there', async () => {
    const site = join(box, 'blog');
    mkdirSync(join(site, 'content'), { recursive: true });
    mkdirSync(join(box, 'german'));
    const languages = '[languages.en]\nweight = 1\n[languages.de]\nweight = 2\ncontentDir = "../german"\n';
    writeFileSync(join(site, 'hugo.toml'), languages);
    writeFileSync(join(site, 'content/oak.md'), '{{< relref path="eiche.md" lang="de" >}}');
    const get = await start(undefined, 'blog');
    expect(await get('/report.json')).toContain('eiche.md');
    writeFileSync(join(box, 'german/eiche.md'), 'Eine Eiche.');
    await eventually(async () => expect(await get('/report.json')).not.toContain('eiche.md'));
    expect(await get('/graph.json')).toContain('/de/eiche/');
  });

  it('follows a vault’s own settings, in notes that lie in any folder', async () => {
    mkdirSync(join(box, 'notes/.obsidian'));
    mkdirSync(join(box, 'notes/public'));
    writeFileSync(join(box, 'notes/.obsidian/app.json'), '{"strictLineBreaks":true}');
    writeFileSync(join(box, 'notes/public/elm.md'), 'Rough\nleaves.\n');
    const get = await start();
    expect(await get('/notes/public/elm/')).toContain('Rough\nleaves.');
    writeFileSync(join(box, 'notes/.obsidian/app.json'), '{"strictLineBreaks":false}');
    await eventually(async () => expect(await get('/notes/public/elm/')).toContain('Rough<br />'));
    writeFileSync(join(box, 'notes/public/elm.md'), 'Smooth leaves.\n');
    await eventually(async () => expect(await get('/notes/public/elm/')).toContain('Smooth leaves.'));
  });

  it('does not begin where there is no folder', async () => {
    rmSync(join(box, 'notes'), { recursive: true });
    await expect(start()).rejects.toThrow('There is no folder');
  });
});
