import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParsedNote } from '../common/types.ts';
import { createParser } from '../parse/parse.ts';
import { readFolder } from '../read/source.ts';
import { readConfiguration } from '../settings/configuration.ts';
import { Resolver, type Resolved } from './resolve-all.ts';
import { sampleNote } from './sample-notes.ts';

describe('Resolver', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearthmap-resolver-'));
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'hugo.toml'), 'title = "Hearth"\n');
    write('a.md', 'To [b]({{< relref "b.md#deep" >}}) and [c]({{< relref "c.md" >}}).');
    write('b.md', '## Deep {#deep}');
    mkdirSync(join(folder, 'content', 'posts'));
    write('posts/p.md', 'From [a]({{< relref "/a.md" >}}).');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void =>
    writeFileSync(join(folder, 'content', name), `${text}\n`);
  const known = new Map<string, ParsedNote>();
  const run = (resolver: Resolver): Resolved => {
    const configuration = readConfiguration(folder);
    const parse = createParser(configuration);
    const notes = readFolder(configuration.content).notes.map((source) => {
      const note = known.get(source.path + source.hash) ?? parse(source).note!;
      known.set(source.path + source.hash, note);
      return note;
    });
    return resolver.run(notes, configuration, []);
  };
  const plain = ({ notes, diagnostics }: Resolved): unknown => [notes, diagnostics];

  test.each([
    ['a text', () => write('b.md', 'More.\n\n## Deep {#deep}')],
    ['a heading that was linked to', () => write('b.md', '## Deeper {#deeper}')],
    ['a note that was missing', () => write('c.md', 'Here.')],
    ['a note that is gone', () => rmSync(join(folder, 'content', 'b.md'))],
    [
      'a second note of the same name',
      () => (mkdirSync(join(folder, 'content', 'd')), write('d/b.md', 'Other.')),
    ],
    ['an alias', () => write('b.md', '+++\naliases = ["/c/"]\n+++\n## Deep {#deep}')],
    [
      'how severe a lost link is',
      () => writeFileSync(join(folder, 'hugo.toml'), 'refLinksErrorLevel = "WARNING"\n'),
    ],
    [
      'where the blog has its pages',
      () =>
        writeFileSync(join(folder, 'hugo.toml'), 'title = "Hearth"\n[permalinks]\nposts = "/x/:filename/"\n'),
    ],
  ])('after an edit of %s finds what a new one finds', (_, edit) => {
    const resolver = new Resolver();
    run(resolver);
    edit();
    expect(plain(run(resolver))).toEqual(plain(run(new Resolver())));
  });

  test('tells of one address on a blog, and where there is none, of one name', () => {
    const notes = ['home.md', 'home/index.md', 'Case.md', 'case.md'].map((path) => sampleNote(path));
    const told = (kind: 'hugo' | 'plain'): string[] =>
      new Resolver()
        .run(notes, { ...readConfiguration(folder), kind }, [])
        .diagnostics.map(({ code, file, message }) => `${code} ${file} ${message}`);
    expect(told('hugo')).toEqual([
      'duplicate-note home/index.md has the same address as home.md (/home/) on the blog',
      'duplicate-note case.md has the same address as Case.md (/case/) on the blog',
    ]);
    expect(told('plain')).toEqual(['duplicate-note case.md has the name of Case.md, written another way']);
  });
});
