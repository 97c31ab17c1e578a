/** Pictures and other files that notes show or link to: found, checked, and copied under `files/`. */
import { existsSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { unreadableAdvice } from '../common/unreadable.ts';
import { pathOfAddress } from '../resolve/address-path.ts';
import type { Names } from '../resolve/names.ts';
import { resolveAsset } from '../resolve/resolve-wikilink.ts';
import { ATTACHMENT } from '../syntax/attachment.ts';
import { CLOCK_STEP_MS } from '../write/made-of.ts';
import { picturePixels, type Pixels } from './picture-pixels.ts';
import { svgProblem } from './svg.ts';

export type AssetAnswer =
  | {
      readonly kind: 'file';
      /** From the site's root. */
      readonly address: string;
      readonly source: string;
      /** Left out where it is no picture, or one that doesn't tell. */
      readonly pixels?: Pixels;
    }
  | { readonly kind: 'missing'; readonly reason: string; /** What to do. */ readonly advice: string };

export interface AssetPlaces {
  readonly content: string;
  readonly statics: readonly string[];
  /** Path from the content folder → absolute path. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the blog lies on its host, as `/blog`, or '': addresses may begin with it. */
  readonly base: string;
}

const RUNS = /\.(?:x?html?|xml|xslt?|m?js|cjs|ts|wasm|swf|php|exe|sh|bat)$/i;

/** What a file holds. */
interface Seen {
  /** What is wrong with an SVG. */
  readonly problem: string | null;
  readonly pixels: Pixels | null;
}

/** What was seen in each file, by its absolute path, as it was when it was read last. */
export type FileMemory = Map<string, Seen & { readonly size: number; readonly changed: number }>;

/**
 * Makes a finder that remembers each file's check.
 * @param lookedFor takes the absolute paths of all files that were looked for outside the content folder
 * @param read what an earlier finder has read, and takes what this one reads
 */
export function createAssetFinder(
  places: AssetPlaces,
  names: Names,
  lookedFor: Set<string> = new Set(),
  read: FileMemory = new Map(),
): (argument: string, folder: string) => AssetAnswer {
  const checked = new Map<string, AssetAnswer>();
  const roots = places.statics.map((folder) => ({ folder, real: realpathSync.native(folder) }));

  const check = (source: string, address: string): AssetAnswer => {
    const known = checked.get(source);
    if (known !== undefined) return known;
    const answer = tryToExamine(source, address, read);
    checked.set(source, answer);
    return answer;
  };

  const lookUp = (written: string, folder: string): AssetAnswer | null => {
    const asset = resolveAsset(written, folder, names);
    if (asset !== null) return check(places.files.get(asset)!, `files/notes/${asset}`);
    for (const { folder: root, real } of roots) {
      const source = path.join(root, written);
      if (!source.startsWith(root + path.sep)) continue;
      lookedFor.add(source);
      if (!existsSync(source)) continue;
      if (!realpathSync.native(source).startsWith(real + path.sep)) continue;
      return check(source, `files/static/${path.relative(root, source).split(path.sep).join('/')}`);
    }
    return null;
  };

  return (argument, folder) => {
    // A path that was found already is taken as it is, though it looks like an address with a fragment.
    const known = places.files.get(argument.replace(/^\//, ''));
    if (known !== undefined && argument.startsWith('/')) return check(known, `files/notes${argument}`);
    const written = pathOfAddress(argument);
    const own = places.base !== '' && written.startsWith(`${places.base}/`);
    return (
      (own ? lookUp(written.slice(places.base.length), folder) : null) ??
      lookUp(written, folder) ??
      missing(`no file "${written}"`, 'Put it there, or mend its name.')
    );
  };
}

function tryToExamine(source: string, address: string, read: FileMemory): AssetAnswer {
  try {
    return examine(source, address, read);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return missing(`"${path.basename(source)}" can't be read (${reason})`, unreadableAdvice(reason));
  }
}

function missing(reason: string, advice: string): AssetAnswer {
  return { kind: 'missing', reason, advice };
}

function examine(source: string, address: string, read: FileMemory): AssetAnswer {
  const name = path.basename(source);
  const file = statSync(source);
  if (!file.isFile()) return missing(`"${name}" is no regular file`, 'Put a regular file in its place.');
  if (!ATTACHMENT.test(source)) {
    const why = RUNS.test(source) ? 'could run in the browser, so it' : 'no page shows: it';
    const advice = 'Pack it into a .zip file, or link to where else it can be had.';
    return missing(`"${name}" is of a kind that ${why} is not published`, advice);
  }
  const { problem, pixels } = seenIn(source, file, read);
  if (problem !== null) {
    return missing(`"${name}" is not published: ${problem}`, 'Take that out of it, or save it as a PNG.');
  }
  return { kind: 'file', address, source, ...(pixels === null ? {} : { pixels }) };
}

function seenIn(source: string, { size, ctimeMs: changed }: Stats, read: FileMemory): Seen {
  const before = read.get(source);
  if (before?.size === size && before.changed === changed) return before;
  const problem = /\.svg$/i.test(source) ? svgProblem(readFileSync(source)) : null;
  const seen: Seen = { problem, pixels: problem === null ? picturePixels(source) : null };
  // A file may be written twice within the clock's step.
  if (Date.now() - changed > CLOCK_STEP_MS) read.set(source, { ...seen, size, changed });
  return seen;
}
