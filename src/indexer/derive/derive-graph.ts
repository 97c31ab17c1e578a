/** The public graph, and the same as bare nodes and links for layout and map. */
import { GRAPH_VERSION, type GraphFile, type GraphReference } from '../../contract/graph.ts';
import { notePage } from '../../contract/page.ts';
import { compareText } from '../common/diagnose.ts';
import { memo, sameItems } from '../common/memo.ts';
import { spellingKey } from '../common/spelling-key.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { ghostTitles } from './ghost-titles.ts';

/** Nodes are the notes, then the ghosts. Links are distinct and directed, between different nodes, ascending. */
export interface NodeGraph {
  readonly noteCount: number;
  readonly titles: readonly string[];
  /** Names of the ghosts, '' where that is the title. */
  readonly ghostNames: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What is kept between runs: the references of notes that are the same, as long as the same names are ghosts. */
export interface GraphMemory {
  ghosts: readonly string[];
  references: WeakMap<readonly Resolution[], OwnReferences>;
  nodes: NodeGraph | null;
}

/** Those of a note. */
interface OwnReferences {
  readonly from: number;
  readonly list: readonly GraphReference[];
  /** Nodes that it links to, ascending. */
  readonly ends: readonly number[];
}

export function createGraphMemory(): GraphMemory {
  return { ghosts: [], references: new WeakMap(), nodes: null };
}

export function deriveGraph(
  notes: readonly ResolvedNote[],
  site: GraphFile['site'],
  memory = createGraphMemory(),
): { graph: GraphFile; nodes: NodeGraph } {
  const ghosts = findGhosts(notes);
  if (!sameItems(ghosts.names, memory.ghosts)) memory.references = new WeakMap();
  memory.ghosts = ghosts.names;
  const own = notes.map((resolved, from) => {
    const before = memory.references.get(resolved.resolutions);
    if (before?.from === from) return before;
    const list = referencesOf(resolved, from, ghosts.index);
    const now = { from, list, ends: endsOf(list, from, notes.length) };
    memory.references.set(resolved.resolutions, now);
    return now;
  });
  const tags = [...new Set(notes.flatMap(({ note }) => note.frontMatter.tags))].sort(compareText);
  const references = own.flatMap(({ list }) => list);
  const titles = ghostTitles(ghosts.names, references);
  const graph: GraphFile = {
    version: GRAPH_VERSION,
    site,
    notes: notes.map(graphNote),
    references,
    ghosts: ghosts.names.map((name, ghost) =>
      titles[ghost] === name ? { name } : { name, title: titles[ghost]! },
    ),
    tags,
  };
  return { graph, nodes: nodeGraph(graph, own, memory) };
}

const graphNote = memo(({ note, slug, permalink }: ResolvedNote): GraphFile['notes'][number] => ({
  path: note.file ?? note.path,
  title: note.title,
  permalink,
  page: notePage(slug),
  aliases: note.frontMatter.aliases,
  tags: note.frontMatter.tags,
  headings: note.headings.flatMap(({ id }) => (id === '' ? [] : id)),
  ...(note.frontMatter.date === null ? {} : { date: note.frontMatter.date }),
  ...(note.frontMatter.lastmod === null ? {} : { lastmod: note.frontMatter.lastmod }),
  ...(note.frontMatter.description === null ? {} : { description: note.frontMatter.description }),
  words: note.words,
}));

function referencesOf(
  { note, resolutions }: ResolvedNote,
  from: number,
  ghosts: ReadonlyMap<string, number>,
): GraphReference[] {
  return resolutions
    .flatMap((resolution, index): GraphReference[] => {
      const reference = note.references[index]!;
      if (resolution.kind === 'asset') return [];
      if (resolution.kind === 'none' && reference.kind === 'permalink') return [];
      return [{ ...describe(reference, from), ...lead(resolution, from, ghosts) }];
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Two spellings of a name that a link takes for one are one ghost. */
export function ghostKey(name: string): string {
  return spellingKey(name);
}

function findGhosts(notes: readonly ResolvedNote[]): { names: string[]; index: ReadonlyMap<string, number> } {
  const first = new Map<string, string>();
  for (const { resolutions } of notes) {
    for (const resolution of resolutions) {
      if (resolution.kind !== 'ghost') continue;
      const key = ghostKey(resolution.name);
      if (!first.has(key)) first.set(key, resolution.name);
    }
  }
  const entries = [...first].sort(([a], [b]) => compareText(a, b));
  return {
    names: entries.map(([, name]) => name),
    index: new Map(entries.map(([key], index) => [key, index])),
  };
}

function describe(reference: ParsedNote['references'][number], from: number): Omit<GraphReference, 'to'> {
  const { kind, argument, line, column, text, sentence } = reference;
  return { from, kind, argument, anchor: null, anchorExists: null, line, column, text, sentence };
}

function lead(
  resolution: Resolution,
  from: number,
  ghosts: ReadonlyMap<string, number>,
): Pick<GraphReference, 'to'> & Partial<GraphReference> {
  switch (resolution.kind) {
    case 'note': {
      const { to, anchor, anchorExists } = resolution;
      return { to, anchor, anchorExists, ...(to === from ? { self: true as const } : {}) };
    }
    case 'page':
      return { to: null, anchor: resolution.anchor, target: resolution.target };
    case 'ghost':
      return { to: null, anchor: resolution.anchor, ghost: ghosts.get(ghostKey(resolution.name))! };
    default:
      return { to: null };
  }
}

function endsOf(list: readonly GraphReference[], from: number, noteCount: number): number[] {
  const ends = new Set<number>();
  for (const { to, ghost } of list) {
    const end = to ?? (ghost === undefined ? from : noteCount + ghost);
    if (end !== from) ends.add(end);
  }
  return [...ends].sort((a, b) => a - b);
}

/** The same object again where no link and no title has changed. */
function nodeGraph(
  { notes, ghosts }: GraphFile,
  own: readonly OwnReferences[],
  memory: GraphMemory,
): NodeGraph {
  const titles = [...notes.map(({ title }) => title), ...ghosts.map(({ name, title }) => title ?? name)];
  const ghostNames = ghosts.map(({ name, title }) => (title === undefined ? '' : name));
  const from = own.flatMap(({ from, ends }) => ends.map(() => from));
  const to = own.flatMap(({ ends }) => ends);
  const before = memory.nodes;
  const isSame =
    before?.noteCount === notes.length &&
    sameItems(before.titles, titles) &&
    sameItems(before.ghostNames, ghostNames) &&
    sameItems(before.from, from) &&
    sameItems(before.to, to);
  return isSame ? before : (memory.nodes = { noteCount: notes.length, titles, ghostNames, from, to });
}

/** Notes that no other note links to, and that link to nothing, ghosts included. */
export function countOrphans({ noteCount, from, to }: NodeGraph): number {
  const linked = new Set([...from, ...to].filter((id) => id < noteCount));
  return noteCount - linked.size;
}
