/**
 * The small file between two builds that makes the map stay put: where each node stood and in which region, by name. Its
 * author may commit it with the notes, so it has one node a line, in the order of names.
 */
import { DataError, isRecord } from '../contract/site.ts';
import type { Steps } from './quantise.ts';

const VERSION = 1;

/** A linked node of no region. */
export const NO_REGION = -1;

/** A node that the last build did not know, or that had no links then. */
export const NEW = -2;

export interface KeptNode {
  readonly name: string;
  /** In steps. */
  readonly x: number;
  readonly y: number;
  /** The colour of its region, or NO_REGION. */
  readonly colour: number;
}

export interface KeptRegion {
  /** Which no other region has. */
  readonly colour: number;
  /** Name of a node. */
  readonly hub: string;
  readonly words: readonly string[];
}

export interface Kept {
  /** Layout units a step. */
  readonly unit: number;
  readonly regions: readonly KeptRegion[];
  readonly linked: readonly KeptNode[];
  /** Nodes without a link, which stand in rows of their own. */
  readonly single: readonly KeptNode[];
}

interface Named {
  /** One a node, each once; what stays the same when other nodes come and go. */
  readonly names: readonly string[];
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

interface Drawn extends Steps {
  /** By node: index into `regions`, or -1. */
  readonly region: ArrayLike<number>;
  readonly regions: readonly {
    readonly colour: number;
    readonly hub: number;
    readonly words: readonly string[];
  }[];
}

/** What the next build should know of this map. */
export function keepDrawing({ names, from, to }: Named, { unit, x, y, region, regions }: Drawn): Kept {
  const linked = linkedNodes(names.length, from, to);
  const nodes = names.map((name, node) => ({
    name,
    x: x[node]!,
    y: y[node]!,
    colour: regions[region[node]!]?.colour ?? NO_REGION,
  }));
  const ordered = (wanted: number): KeptNode[] =>
    nodes
      .filter((_, node) => linked[node] === wanted)
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {
    unit,
    regions: regions.map(({ colour, hub, words }) => ({ colour, hub: names[hub]!, words })),
    linked: ordered(1),
    single: ordered(0),
  };
}

/** The file's text. Same map, same bytes. */
export function writeKept({ unit, regions, linked, single }: Kept): string {
  const rows = (list: readonly (readonly unknown[])[]): string =>
    list.map((row) => `\n${JSON.stringify(row)}`).join(',');
  const node = ({ name, x, y, colour }: KeptNode): readonly unknown[] =>
    colour === NO_REGION ? [name, x, y] : [name, x, y, colour];
  return [
    `{"version":${VERSION},"unit":${unit},`,
    `"regions":[${rows(regions.map(({ colour, hub, words }) => [colour, hub, words]))}],`,
    `"linked":[${rows(linked.map(node))}],`,
    `"single":[${rows(single.map(node))}]}\n`,
  ].join('\n');
}

/** Thrown where the kept positions aren't what this version reads; `row` is what is wrong, where it is one row. */
export class KeptError extends DataError {
  override readonly name = 'DataError';
  readonly row: unknown;

  constructor(message: string, row?: unknown) {
    super(message);
    this.row = row;
  }
}

/**
 * Checks the parsed file once.
 * @throws {KeptError} in words, where it isn't one of this version.
 */
export function readKept(value: unknown): Kept {
  if (!isRecord(value)) throw new KeptError('It holds no positions.');
  if (value['version'] !== VERSION) {
    const seen = JSON.stringify(value['version'] ?? null);
    throw new KeptError(`Its version is ${seen}; this Hearthmap reads version ${VERSION}.`);
  }
  const unit = value['unit'];
  if (typeof unit !== 'number' || !(unit > 0 && Number.isFinite(unit))) {
    throw new KeptError('It lacks the "unit" of its positions.');
  }
  const regions = listOf(value, 'regions').map(readRegion);
  const colours = new Set(regions.map(({ colour }) => colour));
  if (colours.size < regions.length) throw new KeptError('Two of its regions have one colour.');
  const read = (row: unknown): KeptNode => readNode(row, colours);
  return {
    unit,
    regions,
    linked: listOf(value, 'linked').map(read),
    single: listOf(value, 'single').map(read),
  };
}

function listOf(value: Record<string, unknown>, key: string): unknown[] {
  const list = value[key];
  if (!Array.isArray(list)) throw new KeptError(`It lacks the list "${key}".`);
  return list;
}

function readRegion(row: unknown): KeptRegion {
  if (Array.isArray(row) && row.length === 3) {
    const [colour, hub, words] = row as unknown[];
    const isWords = Array.isArray(words) && words.every((word) => typeof word === 'string');
    if (isColour(colour) && typeof hub === 'string' && isWords) return { colour, hub, words };
  }
  throw new KeptError(`${shown(row)} is no region: [colour, hub, words].`, row);
}

function readNode(row: unknown, colours: ReadonlySet<number>): KeptNode {
  if (Array.isArray(row) && (row.length === 3 || row.length === 4)) {
    const [name, x, y, colour = NO_REGION] = row as unknown[];
    const isKnown = colour === NO_REGION || (isColour(colour) && colours.has(colour));
    if (typeof name === 'string' && isStep(x) && isStep(y) && isKnown) return { name, x, y, colour };
  }
  throw new KeptError(`${shown(row)} is no place: [name, x, y] or [name, x, y, colour of a region].`, row);
}

function shown(row: unknown): string {
  const text = JSON.stringify(row);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isColour(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0x7fff;
}

function isStep(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0xffff;
}

/** What the last build says of the nodes of today's graph, by node. */
export interface Recalled {
  /**
   * Layout units, as `placeGraph` takes them: NaN for a node that is new, that has got its first link, or that has lost
   * its last one, since all these need another place.
   */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The colour of the region it was in, NO_REGION or NEW. */
  readonly colour: Int32Array;
}

/** `names` are those that the nodes had then. */
export function recallKept(kept: Kept, { names, from, to }: Named): Recalled {
  const isLinked = linkedNodes(names.length, from, to);
  const places = [kept.single, kept.linked].map((nodes) => new Map(nodes.map((node) => [node.name, node])));
  const nodes = names.map((name, node) => places[isLinked[node]!]!.get(name));
  return {
    x: Float64Array.from(nodes, (node) => (node === undefined ? NaN : node.x * kept.unit)),
    y: Float64Array.from(nodes, (node) => (node === undefined ? NaN : node.y * kept.unit)),
    colour: Int32Array.from(nodes, (node) => (node === undefined ? NEW : node.colour)),
  };
}

/** 1 where a node has a link to another. */
function linkedNodes(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Uint8Array {
  const linked = new Uint8Array(count);
  for (let link = 0; link < from.length; link++) {
    if (from[link] === to[link]) continue;
    linked[from[link]!] = 1;
    linked[to[link]!] = 1;
  }
  return linked;
}
