import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readMap } from '../../contract/map.ts';
import type { BuildOptions, Site } from '../common/types.ts';
import { createIndexer, type Indexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, textsOf } from '../sample-site.ts';
import { POSITIONS_FILE, writePositions } from './positions-file.ts';

afterAll(removeSampleFolders);

const app = sampleApp();

/** A ring of notes with chords, a ghost, and one note alone. */
function ring(count: number): Record<string, string> {
  const notes = Array.from({ length: count }, (_, i): [string, string] => [
    `deep/n${i}.md`,
    `# Note ${i}\n\n[[n${(i + 1) % count}]] [[n${(i * 3 + 2) % count}]] ${i === 2 ? '[[Oak]]' : ''}`,
  ]);
  return { ...Object.fromEntries(notes), 'alone.md': '# Alone' };
}

let folder: string;
let cache: string;

beforeEach(() => {
  folder = sampleFolder(ring(12));
  cache = sampleFolder();
});

function indexer(options: Partial<BuildOptions> = {}): Indexer {
  return createIndexer({ folder, app, now: new Date('2024-06-01T12:00:00Z'), workers: 0, ...options });
}

type Places = Map<string, readonly [number, number]>;

/** Where each title stands. */
async function placesOf(site: Site): Promise<Places> {
  const texts = await textsOf(site.files);
  const [, text] = [...texts].find(([name]) => name.startsWith('data/map.'))!;
  const { titles, x, y } = readMap(JSON.parse(text));
  return new Map(titles.map((title, node) => [title, [x[node]!, y[node]!]]));
}

const built = async (options: Partial<BuildOptions> = {}): Promise<Places> =>
  placesOf(await indexer(options).run());

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
const addNote = (): void => write('new.md', '# New\n\n[[n3]] [[n4]]');

/** Titles that stand elsewhere now, of those that both have. */
function moved(before: Places, after: Places): string[] {
  return [...before.keys()].filter(
    (title) => after.has(title) && String(after.get(title)) !== String(before.get(title)),
  );
}

/** Writes the author's file. */
async function keep(options: Partial<BuildOptions> = {}): Promise<string> {
  const { positions } = await indexer(options).run();
  writePositions(positions.file, await positions.text());
  return positions.file;
}

describe('without any memory', () => {
  test('a new note may move all others, and the same notes stand where they stood', async () => {
    const before = await built();
    addNote();
    const after = await built();
    expect(moved(before, after).length).toBeGreaterThan(6);
    rmSync(path.join(folder, 'new.md'));
    expect(await built()).toEqual(before);
  });
});

describe('with a cache', () => {
  test('a new note moves none but its neighbours', async () => {
    const before = await built({ cache });
    addNote();
    const after = await built({ cache });
    expect(after.has('New')).toBe(true);
    expect(moved(before, after).every((title) => ['Note 3', 'Note 4'].includes(title))).toBe(true);
  });

  test('an unchanged folder gives the same files, whatever the last map was drawn from', async () => {
    await built({ cache });
    addNote();
    const grown = await textsOf((await indexer({ cache }).run()).files);
    expect(await textsOf((await indexer({ cache }).run()).files)).toEqual(grown);
  });

  test('whose positions are broken the map is laid out anew', async () => {
    const before = await built({ cache });
    writeFileSync(path.join(cache, POSITIONS_FILE), '{"version":1,');
    addNote();
    expect(await built({ cache })).toEqual(await built());
    expect(before.has('New')).toBe(false);
  });

  test('the map is laid out anew where that is asked for, and stays so', async () => {
    await built({ cache });
    addNote();
    const fresh = await built({ cache, freshMap: true });
    expect(fresh).toEqual(await built());
    expect(await built({ cache })).toEqual(fresh);
  });
});

describe("with the author's file", () => {
  test('notes stand there on every machine, with a cache and without', async () => {
    const before = await built();
    await keep();
    addNote();
    const here = await textsOf((await indexer({ cache }).run()).files);
    const there = await textsOf((await indexer().run()).files);
    expect(there).toEqual(here);
    const after = await built();
    expect(moved(before, after).every((title) => ['Note 3', 'Note 4'].includes(title))).toBe(true);
    expect((await (await indexer().run()).report()).diagnostics.map(({ code }) => code)).not.toContain(
      'bad-positions',
    );
  });

  test('keeping an unchanged map again writes the same file', async () => {
    const file = await keep();
    const text = readFileSync(file, 'utf8');
    expect(await keep()).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const { positions } = await indexer({ cache }).run();
    expect(writePositions(file, await positions.text())).toBe(false);
  });

  test('notes that were moved to another folder keep their places', async () => {
    await keep();
    const before = await built();
    renameSync(path.join(folder, 'deep'), path.join(folder, 'elsewhere'));
    expect(moved(before, await built())).toEqual([]);
  });

  test('a ghost that gets written stays where readers saw it', async () => {
    await keep();
    const before = await built();
    mkdirSync(path.join(folder, 'trees'));
    write('trees/Oak.md', '# The oak\n\n[[n7]]');
    const after = await built();
    expect(after.get('The oak')).toEqual(before.get('Oak'));
    await keep();
    rmSync(path.join(folder, 'trees'), { recursive: true });
    expect((await built()).get('Oak')).toEqual(before.get('Oak'));
  });

  test('of other notes the map is laid out anew, with a word', async () => {
    const fresh = await built();
    const other = sampleFolder(
      Object.fromEntries(
        Object.entries(ring(12)).map(([name, text]) => [
          `x${name.replace('/n', '/m')}`,
          text.replaceAll('[[n', '[[m'),
        ]),
      ),
    );
    const { positions } = await createIndexer({ folder: other, app, workers: 0 }).run();
    write(POSITIONS_FILE, await positions.text());
    const site = await indexer().run();
    expect(await placesOf(site)).toEqual(fresh);
    const found = (await site.report()).diagnostics.filter(({ code }) => code === 'bad-positions');
    expect(found).toMatchObject([
      {
        severity: 'warning',
        file: POSITIONS_FILE,
        line: 1,
        message: 'It knows less than half of the 13 notes.',
      },
    ]);
  });

  /** A line from 0 down counts from that of `deep/n11.md`. */
  const N11 = 0;
  test.each<[what: string, change: (text: string) => string, line: number, message: RegExp]>([
    ['empty', () => '', 1, /ends too early/],
    ['no JSON', () => 'root:x:0:0', 1, /broken here: "root:x:0:0"/],
    ['a list', () => '[]', 1, /holds no positions/],
    [
      'of another version',
      (text) => text.replace('"version":1', '"version":2'),
      1,
      /version is 2.*reads version 1/,
    ],
    ['cut in a row', (text) => text.slice(0, text.indexOf('deep/n11') + 5), N11, /broken here: "\[\\"deep/],
    ['cut after a row', (text) => text.slice(0, text.indexOf('\n["deep/n11')), N11 - 1, /ends too early/],
    [
      'half merged',
      (text) => text.replace('\n["deep/n11', '\n<<<<<<< HEAD\n["deep/n11'),
      N11,
      /broken here: "<<<<<<< HEAD"/,
    ],
    [
      'with a row that is no place',
      (text) => text.replace(/\["deep\/n11\.md",-?\d+/, '["deep/n11.md",0.5'),
      N11,
      /is no place: \[name, x, y\]/,
    ],
  ])('that is %s the map is laid out anew, and the report says where', async (_, change, line, message) => {
    const fresh = await built();
    const file = await keep();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, change(text));
    const n11 = text.split('\n').findIndex((row) => row.startsWith('["deep/n11')) + 1;
    const site = await indexer().run();
    expect(await placesOf(site)).toEqual(fresh);
    const found = (await site.report()).diagnostics.filter(({ code }) => code === 'bad-positions');
    expect(found).toMatchObject([{ file: POSITIONS_FILE, line: line > 0 ? line : n11 + line, column: 1 }]);
    expect(found[0]!.message).toMatch(message);
    expect(found[0]!.suggestion).toContain('--keep-positions');
  });

  test('that is a link or a folder nothing is read', async () => {
    const secret = path.join(sampleFolder({ secret: 'TOP SECRET' }), 'secret');
    for (const make of [(name: string) => symlinkSync(secret, name), (name: string) => mkdirSync(name)]) {
      const name = path.join(folder, POSITIONS_FILE);
      rmSync(name, { recursive: true, force: true });
      make(name);
      const { diagnostics } = await (await indexer().run()).report();
      expect(diagnostics.filter(({ code }) => code === 'bad-positions')).toMatchObject([
        { message: 'It is no plain file.' },
      ]);
    }
    expect(() => writePositions(path.join(folder, POSITIONS_FILE), 'x')).toThrow(
      /could not be kept.*then build again/,
    );
  });

  test('with Windows line ends it is the same map file', async () => {
    const file = await keep();
    const names = async (): Promise<string[]> => [...(await indexer().run()).files.keys()];
    const before = await names();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect(await names()).toEqual(before);
  });
});

describe('while the author edits', () => {
  test('a new note moves none but its neighbours, without cache or file', async () => {
    const live = indexer();
    const before = await placesOf(await live.run());
    addNote();
    const after = await placesOf(await live.run());
    expect(moved(before, after).every((title) => ['Note 3', 'Note 4'].includes(title))).toBe(true);
    write('second.md', '# Second\n\n[[n8]]');
    const later = await placesOf(await live.run());
    expect(moved(after, later).filter((title) => title !== 'Note 8')).toEqual([]);
  });

  test('what nobody has seen is forgotten, what is being drawn is waited for', async () => {
    const live = indexer();
    const first = await live.run();
    const before = await placesOf(first);
    addNote();
    // Nobody asks for this one.
    await live.run();
    write('new.md', '# New\n\n[[n9]]');
    const pending = textsOf((await live.run()).files);
    write('second.md', '# Second\n\n[[n8]]');
    const after = await placesOf(await live.run());
    await pending;
    expect(moved(before, after).filter((title) => title !== 'Note 8' && title !== 'Note 9')).toEqual([]);
  });

  test("the author's file, where it is new, comes before what was drawn", async () => {
    await keep();
    const file = path.join(folder, POSITIONS_FILE);
    const text = readFileSync(file, 'utf8');
    const live = indexer();
    const before = await placesOf(await live.run());
    writeFileSync(file, text.replace(/\["deep\/n5\.md",-?\d+,-?\d+/, '["deep/n5.md",123,321'));
    const after = await placesOf(await live.run());
    expect(moved(before, after)).toEqual(['Note 5']);
  });
});

test("a Hugo blog's file lies beside its configuration, not among the notes", async () => {
  folder = sampleFolder({ 'hugo.toml': '', 'content/a.md': '[[b]]', 'content/b.md': '' });
  const file = await keep({ folder: path.join(folder, 'content') });
  expect(file).toBe(path.join(folder, POSITIONS_FILE));
  writeFileSync(file, '{}');
  const { diagnostics } = await (await indexer().run()).report();
  expect(diagnostics).toMatchObject([{ code: 'bad-positions', file: `../${POSITIONS_FILE}` }]);
});
