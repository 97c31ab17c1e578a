/** Every reference, heading and permalink of a real blog, against what Hugo itself answered for it. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createParser } from './parse/parse.ts';
import { readFolder } from './read/source.ts';
import { createNames } from './resolve/names.ts';
import { permalinksOf } from './resolve/permalink.ts';
import { resolveNote } from './resolve/resolve.ts';
import { readConfiguration } from './settings/configuration.ts';

const BLOG = '../shared/corpora/jemoka';
const here = existsSync(BLOG);

interface HugoAnswers {
  pages: { path: string; permalink: string; headingIds: [number, string][] }[];
  references: HugoReference[];
  unresolved: HugoReference[];
}
interface HugoReference {
  from: string;
  line: number;
  column: number;
  argument: string;
  to?: string;
  anchor?: string | null;
  anchorExists?: boolean | null;
}

describe.skipIf(!here)(`a real blog (${here ? BLOG : `${BLOG} is absent here`})`, () => {
  const hugo: HugoAnswers = { pages: [], references: [], unresolved: [] };
  const found: HugoReference[] = [];
  const lost: HugoReference[] = [];
  const headings = new Map<string, string>();
  const permalinks = new Map<string, string>();

  beforeAll(() => {
    Object.assign(hugo, JSON.parse(readFileSync(`${BLOG}.hugo.json`, 'utf8')));
    const configuration = readConfiguration(BLOG);
    const parse = createParser(configuration);
    const { notes: sources, assets } = readFolder(configuration.content);
    const notes = sources.flatMap((source) => {
      const { note } = parse(source);
      return note === null ? [] : [note];
    });
    const permalinkList = permalinksOf(notes, configuration);
    const named = notes.map((note, index) => ({ note, permalink: permalinkList[index]! }));
    const names = createNames(named, assets.keys(), configuration);
    notes.forEach((note, from) => {
      headings.set(note.path, JSON.stringify(note.headings.map(({ level, id }) => [level, id])));
      permalinks.set(note.path, named[from]!.permalink);
      resolveNote(from, names, note, configuration).resolutions.forEach((resolution, index) => {
        const { kind, line, column, argument } = note.references[index]!;
        if (kind !== 'relref' && kind !== 'ref') return;
        const common = { from: note.path, line, column, argument };
        if (resolution.kind !== 'note') lost.push(common);
        else {
          const { to, anchor, anchorExists } = resolution;
          found.push({ ...common, to: notes[to]!.path, anchor, anchorExists });
        }
      });
    });
  }, 60_000);

  const sorted = (references: readonly HugoReference[]): string[] =>
    references
      .map(({ from, line, column, argument, to, anchor, anchorExists }) =>
        JSON.stringify({ from, line, column, argument, to, anchor, anchorExists }),
      )
      .sort();

  test('its references lead where Hugo leads them, with anchor, line and column', () => {
    expect(sorted(found)).toEqual(sorted(hugo.references));
    expect(found).toHaveLength(8_098);
  });

  test('its unresolved references are those that Hugo reports', () => {
    expect(sorted(lost)).toEqual(sorted(hugo.unresolved));
    expect(lost).toHaveLength(157);
  });

  test('its headings have Hugo’s levels and ids on all but two notes', () => {
    const different = hugo.pages.filter(
      ({ path, headingIds }) => headings.get(path) !== JSON.stringify(headingIds),
    );
    expect(different.map(({ path }) => path).length).toBeLessThanOrEqual(2);
  });

  test('its permalinks are Hugo’s', () => {
    const different = hugo.pages.filter(({ path, permalink }) => permalinks.get(path) !== permalink);
    expect(different).toEqual([]);
    expect(permalinks.size).toBe(1_834);
  });
});
