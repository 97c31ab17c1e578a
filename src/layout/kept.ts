/**
 * The small file between two builds that makes the map stay put: where each node stood, by name. Its author may commit
 * it with the notes, so it has one node a line, in the order of names.
 */
import { DataError, isRecord } from '../contract/site.ts';
import type { Steps } from './quantise.ts';

const VERSION = 1;

/** Name and position, in steps. */
type KeptNode = readonly [name: string, x: number, y: number];

export interface Kept {
  /** Layout units a step. */
  readonly unit: number;
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

/** The file's text. Same positions, same bytes. */
export function writeKept({ names, from, to }: Named, steps: Steps): string {
  const linked = linkedNodes(names.length, from, to);
  const rows = (wanted: number): string =>
    names
      .map((name, node): KeptNode => [name, steps.x[node]!, steps.y[node]!])
      .filter((_, node) => linked[node] === wanted)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map((row) => `\n${JSON.stringify(row)}`)
      .join(',');
  return `{"version":${VERSION},"unit":${steps.unit},\n"linked":[${rows(1)}],\n"single":[${rows(0)}]}\n`;
}

/**
 * Checks the parsed file once.
 * @throws {DataError} in words, where it isn't one of this version.
 */
export function readKept(value: unknown): Kept {
  if (!isRecord(value)) throw new DataError('The file of kept positions holds no positions.');
  if (value['version'] !== VERSION) {
    throw new DataError(
      `The kept positions have version ${String(value['version'])}; this Hearthmap reads version ${VERSION}. Delete the file to lay the map out anew.`,
    );
  }
  const unit = value['unit'];
  if (typeof unit !== 'number' || !(unit > 0 && Number.isFinite(unit))) {
    throw new DataError('The kept positions lack their "unit".');
  }
  return { unit, linked: readNodes(value, 'linked'), single: readNodes(value, 'single') };
}

function readNodes(value: Record<string, unknown>, key: string): KeptNode[] {
  const nodes = value[key];
  if (!Array.isArray(nodes)) throw new DataError(`The kept positions lack their list "${key}".`);
  return nodes.map((node: unknown): KeptNode => {
    if (Array.isArray(node) && node.length === 3) {
      const [name, x, y] = node as unknown[];
      if (typeof name === 'string' && isStep(x) && isStep(y)) return [name, x, y];
    }
    throw new DataError(`The kept positions hold ${JSON.stringify(node)}, which is no [name, x, y].`);
  });
}

function isStep(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0xffff;
}

/**
 * Where the nodes of today's graph stood, in layout units, as `placeGraph` takes it: NaN for a node that is new, that has
 * got its first link, or that has lost its last one, since all these need another place.
 */
export function recallPositions(
  kept: Kept,
  { names, from, to }: Named,
): { x: Float64Array; y: Float64Array } {
  const linked = linkedNodes(names.length, from, to);
  const places = [kept.single, kept.linked].map((nodes) => new Map(nodes.map((node) => [node[0], node])));
  const axis = (index: 1 | 2): Float64Array =>
    Float64Array.from(names, (name, node) => {
      const place = places[linked[node]!]!.get(name);
      return place ? place[index] * kept.unit : NaN;
    });
  return { x: axis(1), y: axis(2) };
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
