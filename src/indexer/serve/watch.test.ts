import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBurst, type Watching, watchFolders } from './watch.ts';

/** A busy machine takes its time. */
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 10_000 });

describe('a burst of changes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  const times = { quiet: 30, patience: 300 };

  it('is one call with every path once, in order', async () => {
    const run = vi.fn().mockResolvedValue(undefined);
    const burst = createBurst(run, times);
    for (const path of ['b', 'a', 'b']) burst.add(path);
    await vi.advanceTimersByTimeAsync(29);
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(run.mock.calls).toEqual([[['a', 'b']]]);
  });

  it('that never pauses is called for all the same', async () => {
    const run = vi.fn().mockResolvedValue(undefined);
    const burst = createBurst(run, times);
    for (let i = 0; i < 40; i++) {
      burst.add('a');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('during a call waits for its end', async () => {
    let end = (): void => {};
    const run = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const burst = createBurst(run, times);
    burst.add('a');
    await vi.advanceTimersByTimeAsync(30);
    burst.add('b');
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(1);
    end();
    await vi.advanceTimersByTimeAsync(30);
    expect(run.mock.calls).toEqual([[['a']], [['b']]]);
    burst.add('c');
    burst.stop();
    end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe('watching a folder', () => {
  let box: string;
  let watching: Watching;
  let calls: string[][];

  beforeEach(() => {
    box = mkdtempSync(join(tmpdir(), 'hearthmap-watch-'));
    mkdirSync(join(box, 'content'));
    mkdirSync(join(box, 'dist'));
    writeFileSync(join(box, 'dist/.hearthmap'), '');
    writeFileSync(join(box, 'content/a.md'), 'a');
    // What was written just before is told too.
    utimesSync(join(box, 'content/a.md'), 1, 1);
    calls = [];
    watching = watchFolders({
      from: { root: box, content: join(box, 'content'), statics: [], otherContents: [] },
      onChange: (paths) => {
        calls.push([...paths]);
        return Promise.resolve();
      },
    });
  });

  afterEach(() => {
    watching.close();
    rmSync(box, { recursive: true, force: true });
  });

  const seen = (): string[] => [...new Set(calls.flat())].sort();

  it('tells of edited, new, renamed and deleted notes', async () => {
    writeFileSync(join(box, 'content/a.md'), 'A');
    await eventually(() => expect(seen()).toEqual([join(box, 'content/a.md')]));
    calls.length = 0;
    mkdirSync(join(box, 'content/new'));
    writeFileSync(join(box, 'content/new/b.md'), 'b');
    await eventually(() => expect(seen()).toContain(join(box, 'content/new/b.md')));
    calls.length = 0;
    renameSync(join(box, 'content/new/b.md'), join(box, 'content/c.md'));
    await eventually(() =>
      expect(seen()).toEqual([join(box, 'content/c.md'), join(box, 'content/new/b.md')]),
    );
    calls.length = 0;
    rmSync(join(box, 'content/a.md'));
    await eventually(() => expect(seen()).toEqual([join(box, 'content/a.md')]));
  });

  it('leaves its own sites, other tools and hidden files alone', async () => {
    writeFileSync(join(box, 'dist/index.html'), 'x');
    for (const folder of ['node_modules', 'public', '.git', 'dist.hearthmap-new.tmp']) {
      mkdirSync(join(box, folder));
      writeFileSync(join(box, folder, 'x.md'), 'x');
    }
    writeFileSync(join(box, 'content/.a.md.swp'), 'x');
    mkdirSync(join(box, 'content/public'));
    writeFileSync(join(box, 'content/public/b.md'), 'b');
    await eventually(() => expect(seen()).toContain(join(box, 'content/public/b.md')));
    expect(seen().filter((path) => !path.startsWith(join(box, 'content/public')))).toEqual([]);
  });

  it('follows a vault’s settings, and nothing else that Obsidian writes beside them', async () => {
    const templater = '.obsidian/plugins/templater-obsidian';
    mkdirSync(join(box, templater), { recursive: true });
    writeFileSync(join(box, '.obsidian/app.json'), '{}');
    await eventually(() => expect(seen()).toContain(join(box, '.obsidian/app.json')));
    calls.length = 0;
    for (const name of [
      'workspace.json',
      'plugins/data.json',
      'plugins/templater-obsidian/main.js',
      'appearance.json',
    ])
      writeFileSync(join(box, '.obsidian', name), '{}');
    writeFileSync(join(box, 'content/a.md'), 'A');
    await eventually(() => expect(seen()).toEqual([join(box, 'content/a.md')]));
    calls.length = 0;
    writeFileSync(join(box, '.obsidian/app.json'), '{"strictLineBreaks":true}');
    await eventually(() => expect(seen()).toEqual([join(box, '.obsidian/app.json')]));
    for (const name of ['templates.json', 'publish.json', 'plugins/templater-obsidian/data.json']) {
      calls.length = 0;
      writeFileSync(join(box, '.obsidian', name), '{}');
      await eventually(() => expect(seen()).toEqual([join(box, '.obsidian', name)]));
    }
  });

  it('follows notes in folders that bear the names of other tools’', async () => {
    watching.follow({ root: box, content: box, statics: [], otherContents: [] }, Date.now());
    for (const folder of ['public', 'resources', 'themes']) {
      mkdirSync(join(box, folder));
      writeFileSync(join(box, folder, 'b.md'), 'b');
    }
    const notes = ['public', 'resources', 'themes'].map((folder) => join(box, folder, 'b.md'));
    await eventually(() => expect(seen()).toEqual(expect.arrayContaining(notes)));
  });

  it('tells what was edited before it followed a folder, and after that was read', async () => {
    const beside = mkdtempSync(join(tmpdir(), 'hearthmap-beside-'));
    try {
      const since = Date.now() - 5_000;
      writeFileSync(join(beside, 'a.md'), 'a');
      const from = { root: box, content: join(box, 'content'), statics: [], otherContents: [beside] };
      watching.follow(from, since);
      await eventually(() => expect(seen()).toContain(join(beside, 'a.md')));
    } finally {
      rmSync(beside, { recursive: true });
    }
  });

  it('follows content and files in the folders of other tools, and beside the site', async () => {
    const beside = mkdtempSync(join(tmpdir(), 'hearthmap-beside-'));
    try {
      mkdirSync(join(box, 'themes/own/content'), { recursive: true });
      const content = join(box, 'themes/own/content');
      watching.follow({ root: box, content, statics: [beside], otherContents: [] }, Date.now());
      writeFileSync(join(box, 'themes/own/content/b.md'), 'b');
      writeFileSync(join(beside, 'c.png'), 'c');
      await eventually(() =>
        expect(seen()).toEqual(
          expect.arrayContaining([join(box, 'themes/own/content/b.md'), join(beside, 'c.png')]),
        ),
      );
    } finally {
      rmSync(beside, { recursive: true });
    }
  });
});
