/** The published description of `graph.json` says what is in it, and nothing else passes for it. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GraphFile } from '../contract/graph.ts';
import { createIndexer } from './index.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp } from './sample-site.ts';

afterAll(removeSampleFolders);

type Json = Record<string, unknown>;
type Broken = (graph: {
  notes: Json[];
  references: Json[];
  ghosts: Json[];
  tags: unknown[];
  [key: string]: unknown;
}) => void;

let validate: ValidateFunction;
let handbook: GraphFile;
let small: GraphFile;

beforeAll(async () => {
  const schema = JSON.parse(readFileSync('public/graph.schema.json', 'utf8')) as Json;
  validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  const app = sampleApp();
  const index = async (folder: string): Promise<GraphFile> =>
    (await createIndexer({ folder, app, workers: 0, now: new Date('2099-01-01') }).run()).graph;
  handbook = await index('content');
  small = await index(
    sampleFolder({
      'config.toml': '',
      'content/a.md':
        '---\ntags: [t]\ndate: 2024-01-02T03:04:05Z\nlastmod: 2024-01-02\ndescription: d\n---\n{{< relref "b.md#x" >}} {{< relref "posts" >}} {{< relref "nobody" >}} {{< relref "#h" >}}\n# H',
      'content/b.md': '',
      'content/posts/c.md': '',
    }),
  );
});

test('it accepts the graph of the handbook, and one with every kind of reference', () => {
  for (const graph of [handbook, small]) {
    validate(JSON.parse(JSON.stringify(graph)));
    expect(validate.errors).toBeNull();
  }
  expect(handbook.notes.length).toBeGreaterThan(40);
  expect(handbook.references.length).toBeGreaterThan(100);
  expect(small.references.map(({ to, target, ghost, self }) => [to, target, ghost, self])).toEqual([
    [1, undefined, undefined, undefined],
    [null, '/posts/', undefined, undefined],
    [null, undefined, 0, undefined],
    [0, undefined, undefined, true],
  ]);
});

test('it accepts fields of later versions', () => {
  const graph = { ...structuredClone(small), later: 1 } as unknown as Parameters<Broken>[0];
  graph.notes[0]!['later'] = {};
  graph.references[0]!['later'] = [];
  expect(validate(graph)).toBe(true);
});

const REQUIRED = {
  notes: ['path', 'title', 'permalink', 'page', 'aliases', 'tags', 'headings', 'words'],
  references: [
    'from',
    'to',
    'kind',
    'argument',
    'anchor',
    'anchorExists',
    'line',
    'column',
    'text',
    'sentence',
  ],
  ghosts: ['name'],
} as const;

const without = Object.entries(REQUIRED).flatMap(([list, keys]) =>
  keys.map((key): [string, Broken] => [
    `${list} without ${key}`,
    (graph) => delete (graph[list] as Json[])[0]![key],
  ]),
);

test.each<[string, Broken]>([
  ...without,
  ...['version', 'site', 'notes', 'references', 'ghosts', 'tags'].map((key): [string, Broken] => [
    `no ${key}`,
    (graph) => delete graph[key],
  ]),
  ['another version', (graph) => (graph['version'] = 2)],
  ['a site without baseURL', (graph) => (graph['site'] = { title: 'x' })],
  ['notes by name', (graph) => (graph['notes'] = {} as never)],
  ['a note that is null', (graph) => (graph.notes[0] = null as never)],
  ['an empty path', (graph) => (graph.notes[0]!['path'] = '')],
  ['a title that is no text', (graph) => (graph.notes[0]!['title'] = 1)],
  ['a page elsewhere', (graph) => (graph.notes[0]!['page'] = '../x/')],
  ['a heading that is no text', (graph) => (graph.notes[0]!['headings'] = [1])],
  ['a date in words', (graph) => (graph.notes[0]!['date'] = 'soon')],
  ['words below none', (graph) => (graph.notes[0]!['words'] = -1)],
  ['a reference from nowhere', (graph) => (graph.references[0]!['from'] = -1)],
  ['a reference to a name', (graph) => (graph.references[0]!['to'] = 'b.md')],
  ['a reference to a fraction', (graph) => (graph.references[0]!['to'] = 0.5)],
  ['another kind', (graph) => (graph.references[0]!['kind'] = 'href')],
  ['line 0', (graph) => (graph.references[0]!['line'] = 0)],
  ['column 0', (graph) => (graph.references[0]!['column'] = 0)],
  ['self that is false', (graph) => (graph.references[3]!['self'] = false)],
  ['self that leads nowhere', (graph) => (graph.references[3]!['to'] = null)],
  ['a note and a target', (graph) => (graph.references[1]!['to'] = 0)],
  ['a note and a ghost', (graph) => (graph.references[2]!['to'] = 0)],
  ['a target and a ghost', (graph) => (graph.references[1]!['ghost'] = 0)],
  ['an anchor that exists without being named', (graph) => (graph.references[0]!['anchor'] = null)],
  ['a ghost below none', (graph) => (graph.references[2]!['ghost'] = -1)],
  ['a tag without letters', (graph) => graph.tags.push('')],
  ['a tag twice', (graph) => graph.tags.push('t')],
])('it refuses %s', (_, breakIt) => {
  const graph = structuredClone(small) as unknown as Parameters<Broken>[0];
  breakIt(graph);
  expect(validate(graph)).toBe(false);
});
