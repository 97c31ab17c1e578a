/** The map of a garden: the one that was drawn of the same graph before, or else a new one that stays close to the last. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { MapColumns } from '../../contract/map.ts';
import { keepDrawing, writeKept as keptText, type Kept } from '../../layout/kept.ts';
import { readKept, readText, writeKept, writeText } from '../cache/cache.ts';
import { keyOf } from '../common/key-of.ts';
import type { Stages } from '../common/stages.ts';
import { startDrawing, type Drawn } from './map-drawing.ts';
import { badPositions, POSITIONS_FILE, readPositionsText, type KeptPositions } from './positions-file.ts';
import { recallDrawing, type Drawing, type DrawInput } from './recall-drawing.ts';

export interface RecallInput {
  /** Stands for all that the map is made of but the last map. */
  readonly graphKey: string;
  readonly nodes: Omit<DrawInput, 'last'>;
  readonly toFile: (drawing: Drawing) => MapColumns;
  /** The author's own. */
  readonly positions: KeptPositions | null;
  /** Whether the map is laid out as if there had never been one. */
  readonly isFresh: boolean;
  readonly diagnostics: Diagnostic[];
  readonly stages: Stages;
  /** Whether other threads may help. */
  readonly threaded: boolean;
}

export interface RecalledMap {
  /** Same key, same map. */
  readonly key: string;
  readonly read: () => Promise<MapColumns>;
  /** The text of the author's file of positions, as it would keep this map. */
  readonly positions: () => Promise<string>;
}

/** What a map is drawn from: another one, by its key. */
interface Basis {
  readonly key: string;
  readonly kept: Kept | Promise<Kept | null> | null;
}

const NOTHING: Basis = { key: '', kept: null };

const FRESH = 'nothing';
const CACHE = 'cache';

/** The last map of this process. */
export interface LastMap extends RecalledMap {
  readonly graphKey: string;
  /** Which memory it goes by, in place of that of this process. */
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What somebody may have seen: this map, or, where nobody asked for it, what it is drawn from. */
  readonly seen: () => Basis;
}

export interface MapMemory {
  /** Folder for what outlives the program, or null. */
  readonly cache: string | null;
  map?: LastMap;
}

/**
 * Begins to draw at once, where it has to. Without any memory the same graph always gives the same map. The last map is: what
 * this process drew last; else the author's file; else, without such a file, what the cache holds.
 */
export function recallMap(input: RecallInput, memory: MapMemory): RecalledMap {
  const { graphKey, positions, isFresh, diagnostics } = input;
  const source = isFresh ? FRESH : (positions?.hash ?? CACHE);
  const last = memory.map?.source === source ? memory.map : undefined;
  const map = last?.graphKey === graphKey ? last : drawn(input, memory.cache, source, last);
  memory.map = map;
  diagnostics.push(...map.diagnostics);
  return map;
}

function drawn(input: RecallInput, cache: string | null, source: string, last: LastMap | undefined): LastMap {
  const { graphKey, nodes, positions } = input;
  const memo = cache === null ? null : (readKept(cache, 'map', graphKey) as Memo | null);
  const isUnknown = positions !== null && recallDrawing(positions.kept, nodes) === null;
  const diagnostics = isUnknown
    ? [badPositions(positions.name, `It knows less than half of the ${nodes.noteCount} notes.`)]
    : [];
  let basis = NOTHING;
  if (source === FRESH) basis = NOTHING;
  else if (last !== undefined) basis = last.seen();
  else if (positions !== null) basis = isUnknown ? NOTHING : { key: positions.hash, kept: positions.kept };
  else if (cache !== null && memo === null) basis = cachedBasis(cache);
  // The same graph again: whatever the cache's map was drawn from, nothing has changed since.
  const isSame = source === CACHE && last === undefined && memo !== null;
  const key = isSame ? memo.key : keyOf([graphKey, basis.key]);

  let file = memo?.key === key ? memo.map : undefined;
  const make = file === undefined ? startMap(input, basis, cache, key) : null;
  let map = file === undefined ? undefined : Promise.resolve(file);
  const read = (): Promise<MapColumns> => (map ??= make!().then((made) => (file = made)));
  return {
    graphKey,
    source,
    key,
    read,
    diagnostics,
    positions: async () => keptText(keepDrawing(nodes, await read())),
    seen() {
      if (file !== undefined) return { key, kept: keepDrawing(nodes, file) };
      return map === undefined
        ? basis
        : {
            key,
            kept: map.then(
              (made) => keepDrawing(nodes, made),
              () => null,
            ),
          };
    },
  };
}

/** What the cache holds of the map, for the same graph. */
interface Memo {
  readonly key: string;
  readonly map: MapColumns;
}

function cachedBasis(cache: string): Basis {
  const text = readText(cache, POSITIONS_FILE);
  const found = text === null ? null : readPositionsText(text);
  return found === null ? NOTHING : { key: found.hash, kept: found.kept };
}

/** The stage's name where it didn't keep the others waiting. */
const ON_A_THREAD = 'Drawing the map, on a thread';

/** Begins to draw, unless what it is drawn from is still being drawn. */
function startMap(
  { graphKey, nodes, toFile, stages, threaded }: RecallInput,
  { kept }: Basis,
  cache: string | null,
  key: string,
): () => Promise<MapColumns> {
  const begin = (last: Kept | null): (() => Promise<Drawn>) =>
    startDrawing({ ...nodes, last: last === null ? null : recallDrawing(last, nodes) }, threaded);
  const drawing = kept instanceof Promise ? async () => begin(await kept)() : begin(kept);
  return () =>
    stages.run('Drawing the map', 1, async () => {
      const drawn = await drawing();
      if (drawn.milliseconds !== null) stages.add(ON_A_THREAD, drawn.milliseconds);
      const map = toFile(drawn.drawing);
      if (cache !== null) {
        const memo: Memo = { key, map };
        await writeKept(cache, 'map', graphKey, memo);
        await writeText(cache, POSITIONS_FILE, keptText(keepDrawing(nodes, map)));
      }
      return map;
    });
}
