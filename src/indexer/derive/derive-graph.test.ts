import { describe, expect, test } from 'vitest';
import { GRAPH_VERSION, type GraphFile } from '../../contract/graph.ts';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { resolveNote } from '../resolve/resolve.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNames } from '../resolve/sample-notes.ts';
import { countOrphans, deriveGraph } from './derive-graph.ts';

function graphOf(
  files: Readonly<Record<string, string>>,
  sample = sampleHugo,
): ReturnType<typeof deriveGraph> {
  const notes = Object.entries(files).map(([path, text]) => ({ ...sample(text).note, path }));
  const names = sampleNames(notes, { baseURL: 'https://ex.org/blog/' });
  const resolved = notes.map((note, index): ResolvedNote => {
    const { resolutions } = resolveNote(index, names, note, { unresolvedSeverity: 'warning', kind: 'hugo' });
    const { permalink } = names.notes[index]!;
    return { note, slug: note.path.replace(/\.md$/, ''), permalink, resolutions };
  });
  return deriveGraph(resolved, { title: 'Site', baseURL: null });
}

/** `from>to` or `from>target`, with what is marked. */
function lines({ references, ghosts }: GraphFile): string[] {
  return references.map(({ from, to, kind, anchor, anchorExists, target, ghost, self, line, column }) => {
    const end = to ?? target ?? (ghost === undefined ? 'nothing' : `ghost ${ghosts[ghost]!.name}`);
    const hash = anchor === null ? '' : `#${anchor} ${anchorExists}`;
    return `${line}:${column} ${kind} ${from}>${end}${hash}${self === true ? ' self' : ''}`;
  });
}

describe('the graph', () => {
  test('has one reference for every occurrence, in the order in which they are written', () => {
    const { graph } = graphOf({
      'a.md': [
        '[x](b.md) {{< relref "b.md" >}} {{< ref "b.md#h" >}}',
        '{{< relref "a.md" >}} {{< relref "#here" >}} {{< relref "posts" >}}',
        '',
        '## Here',
        '[p](/blog/b/#nope) [q](/blog/nothing/) {{< relref "Nobody.md#x" >}} {{< relref "" >}}',
        'x <!-- {{< relref "b.md" >}} --> [r](nobody.md)',
      ].join('\n'),
      'b.md': '# H\n\n[^1]: {{< relref "a.md" >}}\n\nx [y](a.md)[^1]',
      'posts/c.md': '',
    });
    expect(lines(graph)).toEqual([
      '1:1 markdown 0>1',
      '1:11 relref 0>1',
      '1:33 ref 0>1#h true',
      '2:1 relref 0>0 self',
      '2:23 relref 0>0#here true self',
      '2:46 relref 0>/blog/posts/',
      '5:1 permalink 0>1#nope false',
      '5:40 relref 0>ghost Nobody#x null',
      '5:69 relref 0>nothing',
      '6:8 relref 0>1',
      '6:34 markdown 0>ghost Nobody',
      '3:7 relref 1>0',
      '5:3 markdown 1>0',
    ]);
    expect(graph.ghosts).toEqual([{ name: 'Nobody', title: 'r' }]);
  });

  test('describes each note, with what its front matter says and no more', () => {
    const { graph } = graphOf({
      'posts/a b.md':
        '---\ntitle: "<b>A</b>"\ntags: [z, é, B, z]\naliases: /old\ndate: 2024-01-02\nlastmod: 2024-01-03T04:05:06Z\ndescription: d\n---\nword word\n\n# One\n\n## One\n',
      'c.md': 'no front matter',
    });
    expect(graph.version).toBe(GRAPH_VERSION);
    expect(graph.notes).toEqual([
      {
        path: 'posts/a b.md',
        title: '<b>A</b>',
        permalink: '/blog/posts/a-b/',
        page: 'notes/posts/a%20b/',
        aliases: ['/old'],
        tags: ['z', 'é', 'B'],
        headings: ['one', 'one-1'],
        date: '2024-01-02',
        lastmod: '2024-01-03T04:05:06Z',
        description: 'd',
        words: 4,
      },
      {
        path: 'c.md',
        title: 'note',
        permalink: '/blog/c/',
        page: 'notes/c/',
        aliases: [],
        tags: [],
        headings: [],
        words: 3,
      },
    ]);
    expect(graph.tags).toEqual(['B', 'z', 'é']);
  });

  test('counts names whose letters are composed otherwise as one ghost, those with other marks as two', () => {
    const { graph } = graphOf({ 'a.md': '[[Älg]] [[A\u0308lg]] [[Alg]] [[कल]] [[कुल]]' }, sampleVault);
    expect(graph.ghosts.map(({ name }) => name)).toEqual(['Alg', 'Älg', 'कल', 'कुल']);
  });

  test('counts names that differ in letter case as one ghost, by its first spelling, in one order', () => {
    const { graph } = graphOf(
      { 'a.md': '[[Zed]] [[älg]] [[zed#x]] [[__proto__]] [[constructor]] [[b.png]]', 'z.md': '[[ZED]]' },
      sampleVault,
    );
    expect(graph.ghosts.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'Zed', 'älg']);
    expect(graph.references.map(({ ghost }) => ghost)).toEqual([2, 3, 2, 0, 1, 2]);
  });

  test('calls a ghost what most links do, of as many what the first do, if that is not its name', () => {
    const { graph, nodes } = graphOf({
      'a.md': '[sugar](kb-glucose.md) [light](kb-lamp.md) [kb-bare.md](kb-bare.md) [](kb-none.md)',
      'b.md': '[glucose](kb-glucose.md) [lamp](kb-lamp.md) [glucose](kb-glucose.md) [its use](kb-use.md#use)',
      'c.md': `[${'so many words '.repeat(9)}](kb-long.md) [kb-same](kb-same.md)`,
    });
    const called = Object.fromEntries(graph.ghosts.map(({ name, title }) => [name, title]));
    expect(called).toEqual({
      'kb-bare': undefined,
      'kb-glucose': 'glucose',
      'kb-lamp': 'light',
      'kb-long': undefined,
      'kb-none': undefined,
      'kb-same': undefined,
      'kb-use': undefined,
    });
    expect(nodes.titles.slice(3, 6)).toEqual(['kb-bare', 'glucose', 'light']);
    expect(nodes.ghostNames.slice(0, 3)).toEqual(['', 'kb-glucose', 'kb-lamp']);
  });

  test('takes a wikilink without other words for the name of the ghost', () => {
    const { graph } = graphOf({ 'a.md': '[[Lamp|light]] [[Lamp]] [[Lamp#Oil]] [[Door|gate]]' }, sampleVault);
    expect(graph.ghosts).toEqual([{ name: 'Door', title: 'gate' }, { name: 'Lamp' }]);
  });

  test('calls a ghost by its name where as many links do as have other words', () => {
    const { graph } = graphOf({ 'a.md': '[[2026-10-13|tomorrow]] [[2026-10-13]]' }, sampleVault);
    expect(graph.ghosts).toEqual([{ name: '2026-10-13' }]);
  });

  test('keeps a reference’s text and sentence plain and readable', () => {
    const { graph } = graphOf({ 'a.md': 'One. *Two* [\\<i>**three**](a.md) \\\\(x\\_1\\\\) “four”. Five.' });
    expect(graph.references[0]).toMatchObject({
      text: '<i>three',
      sentence: 'Two <i>three x₁ “four”.',
      argument: 'a.md',
    });
  });

  test('as bare nodes has every link once, none of a note to itself, and ghosts behind the notes', () => {
    const { nodes } = graphOf(
      {
        'a.md': '[[b]] [[b#x]] [[a]] [[ghost]]',
        'b.md': '[[a]]',
        'c.md': '',
        'd.md': '[[d]]',
        'e.md': '[[ghost]]',
      },
      sampleVault,
    );
    expect(nodes).toEqual({
      noteCount: 5,
      titles: ['note', 'note', 'note', 'note', 'note', 'ghost'],
      ghostNames: [''],
      from: [0, 0, 1, 4],
      to: [1, 5, 0, 5],
    });
    expect(countOrphans(nodes)).toBe(2);
  });
});
