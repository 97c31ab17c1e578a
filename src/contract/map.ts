/**
 * `data/map.<hash>.json`: all that the map, the note list and the navigation need, in one small file.
 * Nodes are the notes, in the order of `graph.json`, then the ghosts.
 */
import { DataError, isRecord } from './site.ts';

export const MAP_VERSION = 2;

/** Columns instead of objects: a third of the bytes after gzip. All arrays of nodes have equal length. */
export interface MapColumns {
  /** Titles of the notes, then of the ghosts. Its length is the number of nodes. */
  readonly titles: readonly string[];
  /** Of the notes only; its length is the number of notes. The page is `notes/<slug>/`. */
  readonly slugs: readonly string[];
  /** Positions as whole steps; one step is `unit` layout units (a link is about 30 of them long). */
  readonly unit: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Index into `regions`, or -1. */
  readonly region: readonly number[];
  readonly regions: readonly MapRegion[];
  /** Distinct directed links between different nodes, ascending by (from, to). */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly tags: readonly string[];
  /** Indices into `tags`, of the notes only. */
  readonly noteTags: readonly (readonly number[])[];
  /** Other names of notes, as one says them. Left out where no note has any. */
  readonly aliases?: readonly string[];
  /** The note of each, ascending. */
  readonly aliasOf?: readonly number[];
  /** What links write for each ghost, '' where that is the title. Left out where it is of all. */
  readonly ghostNames?: readonly string[];
}

/** The columns as they are published: a quarter smaller, since most slugs and half of each link follow from the rest. */
export interface MapFile extends Omit<MapColumns, 'slugs' | 'from' | 'to'> {
  readonly version: typeof MAP_VERSION;
  /** Beginnings that slugs have in common. */
  readonly stems: readonly string[];
  /** What stands between the words of a title in slugs. */
  readonly joiner: string;
  /** A slug, or the index of its stem: then `slugOf` the title follows that. */
  readonly slugs: readonly (string | number)[];
  /** Links out of each node. */
  readonly out: readonly number[];
  /** Where these lead, node by node, ascending: the first as it is, then by how much each exceeds the one before. */
  readonly to: readonly number[];
}

/** The words of a title, as most slugs have them. Letters beyond ASCII are none: every machine agrees on the others. */
export function slugOf(title: string, joiner: string): string {
  return (
    title
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(joiner) ?? ''
  );
}

export interface MapRegion {
  /** The hub's title. */
  readonly name: string;
  /** The node that most others of the region link to. */
  readonly hub: number;
  /** What tells it from the other regions: words of its notes' titles and tags, at most three, that the name lacks. */
  readonly words: readonly string[];
  /** From 0, each once, ascending: stays with the region from build to build. On a new map the largest has 0. */
  readonly colour: number;
}

/** The checked map in the form that the browser works with. Ids are indices of nodes. */
export interface Garden {
  readonly noteCount: number;
  readonly nodeCount: number;
  readonly titles: readonly string[];
  readonly slugs: readonly string[];
  readonly idBySlug: ReadonlyMap<string, number>;
  /** Layout units. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly region: Int16Array;
  readonly regions: readonly MapRegion[];
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Undirected neighbours of node i: `neighbours[offsets[i]]` up to `offsets[i + 1]`, ascending, each once. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Links into and out of each node. */
  readonly inDegree: Uint32Array;
  readonly outDegree: Uint32Array;
  readonly tags: readonly string[];
  readonly noteTags: readonly (readonly number[])[];
  /** Other names of notes, and the note of each, ascending. */
  readonly aliases: readonly string[];
  readonly aliasOf: readonly number[];
  /** What links write for each ghost, '' where that is the title. */
  readonly ghostNames: readonly string[];
}

/** What an address calls a ghost: its title is what links call it, and several may share that. */
export function ghostName({ ghostNames, noteCount, titles }: Garden, node: number): string {
  return ghostNames[node - noteCount] || titles[node]!;
}

/**
 * Checks an unknown value once, so that nothing behind it needs to doubt.
 * @throws {DataError} in words, where the value is no map of this version or contradicts itself.
 */
export function readMap(value: unknown): Garden {
  if (!isRecord(value)) throw new DataError('The map file holds no map.');
  if (value['version'] !== MAP_VERSION) {
    throw new DataError(
      `The map has version ${String(value['version'])}; this page reads version ${MAP_VERSION}. Reload the page.`,
    );
  }
  const { slugs, joiner } = value;
  const titles = strings(value, 'titles');
  const stems = strings(value, 'stems');
  const out = integers(value, 'out', 0, 1e9);
  const to = integers(value, 'to', -1e9, 1e9).slice();
  if (out.reduce((sum, count) => sum + count, 0) !== to.length)
    throw new DataError('The map has links with one end only.');
  const from: number[] = [];
  for (let node = 0; node < out.length; node++) {
    const first = from.length;
    for (let left = out[node]!; left > 0; left--) {
      if (from.length > first) to[from.length]! += to[from.length - 1]!;
      from.push(node);
    }
  }
  return readColumns({
    ...value,
    slugs: Array.isArray(slugs)
      ? slugs.map((slug: unknown, note) =>
          typeof slug === 'number' && slug in stems
            ? stems[slug]! + slugOf(titles[note] ?? '', String(joiner))
            : slug,
        )
      : slugs,
    from,
    to,
  });
}

/**
 * The same for columns that aren't packed.
 * @throws {DataError} in words, where they contradict themselves.
 */
export function readColumns(columns: object): Garden {
  const value: Record<string, unknown> = { aliases: [], aliasOf: [], ghostNames: [], ...columns };
  const titles = strings(value, 'titles');
  const slugs = strings(value, 'slugs');
  const tags = strings(value, 'tags');
  const nodeCount = titles.length;
  const noteCount = slugs.length;
  if (noteCount > nodeCount) throw new DataError('The map names more pages than titles.');
  const unit = value['unit'];
  if (typeof unit !== 'number' || !(unit > 0)) throw new DataError('The map lacks its "unit".');
  const regions = readRegions(value['regions'], nodeCount);
  const from = integers(value, 'from', 0, nodeCount - 1);
  const to = integers(value, 'to', 0, nodeCount - 1);
  if (from.length !== to.length) throw new DataError('The map has links with one end only.');

  const sized = (name: string, found: ArrayLike<number>): void => {
    if (found.length !== nodeCount) {
      throw new DataError(`The map has ${nodeCount} nodes but ${found.length} entries in "${name}".`);
    }
  };
  const x = integers(value, 'x', -1e9, 1e9);
  const y = integers(value, 'y', -1e9, 1e9);
  const region = integers(value, 'region', -1, regions.length - 1);
  sized('x', x);
  sized('y', y);
  sized('region', region);

  const noteTagsValue = value['noteTags'];
  if (!Array.isArray(noteTagsValue) || noteTagsValue.length !== noteCount) {
    throw new DataError('The map lacks the tags of its notes.');
  }
  const noteTags = noteTagsValue.map((list: unknown) =>
    integers({ noteTags: list }, 'noteTags', 0, tags.length - 1),
  );

  return {
    noteCount,
    nodeCount,
    titles,
    slugs,
    idBySlug: new Map(slugs.map((slug, id) => [slug, id])),
    x: Float32Array.from(x, (step) => step * unit),
    y: Float32Array.from(y, (step) => step * unit),
    region: Int16Array.from(region),
    regions,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    ...adjacency(nodeCount, from, to),
    tags,
    noteTags,
    aliases: strings(value, 'aliases'),
    aliasOf: integers(value, 'aliasOf', 0, noteCount - 1),
    ghostNames: strings(value, 'ghostNames'),
  };
}

/** Undirected neighbour lists in compressed sparse rows, with both degrees. */
export function adjacency(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Pick<Garden, 'offsets' | 'neighbours' | 'inDegree' | 'outDegree'> {
  const inDegree = new Uint32Array(nodeCount);
  const outDegree = new Uint32Array(nodeCount);
  const linkCount = from.length;
  for (let link = 0; link < linkCount; link++) {
    outDegree[from[link]!]!++;
    inDegree[to[link]!]!++;
  }
  // Each link twice, sorted by node and neighbour; equal pairs, of links both ways, lie side by side.
  const pairs = new Float64Array(2 * linkCount);
  for (let link = 0; link < linkCount; link++) {
    pairs[2 * link] = from[link]! * nodeCount + to[link]!;
    pairs[2 * link + 1] = to[link]! * nodeCount + from[link]!;
  }
  pairs.sort();
  const offsets = new Uint32Array(nodeCount + 1);
  const neighbours = new Uint32Array(pairs.length);
  let count = 0;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!;
    if (i > 0 && pairs[i - 1] === pair) continue;
    const neighbour = pair % nodeCount;
    neighbours[count++] = neighbour;
    offsets[(pair - neighbour) / nodeCount + 1] = count;
  }
  // Nodes without links begin and end where the one before ends.
  for (let id = 0; id < nodeCount; id++) offsets[id + 1] = Math.max(offsets[id + 1]!, offsets[id]!);
  return { offsets, neighbours: neighbours.slice(0, count), inDegree, outDegree };
}

function readRegions(value: unknown, nodeCount: number): MapRegion[] {
  if (!Array.isArray(value)) throw new DataError('The map lacks "regions".');
  let last = -1;
  return value.map((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['name'] !== 'string') {
      throw new DataError('The map has a region without a name.');
    }
    const hub = entry['hub'];
    if (typeof hub !== 'number' || !Number.isInteger(hub) || hub < 0 || hub >= nodeCount) {
      throw new DataError(`The map's region "${entry['name']}" has no hub.`);
    }
    const colour = entry['colour'];
    if (typeof colour !== 'number' || !Number.isInteger(colour) || colour <= last || colour > 0x7fff) {
      throw new DataError(`The map's region "${entry['name']}" has no colour of its own.`);
    }
    last = colour;
    return { name: entry['name'], hub, words: strings(entry, 'words'), colour };
  });
}

function strings(record: Record<string, unknown>, key: string): string[] {
  const value = record[key];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new DataError(`The map lacks its list of ${key}.`);
  }
  return value;
}

function integers(record: Record<string, unknown>, key: string, least: number, most: number): number[] {
  const value = record[key];
  if (!Array.isArray(value)) throw new DataError(`The map lacks "${key}".`);
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < least || entry > most) {
      throw new DataError(`The map's "${key}" holds ${JSON.stringify(entry)}, which is out of bounds.`);
    }
  }
  return value as number[];
}
