/** How large a picture is by itself, read from the head of its file: so that a page keeps its room before it has come. */
import { closeSync, openSync, readSync } from 'node:fs';
import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';

export type Pixels = readonly [width: number, height: number];

/** In bytes. Before a photograph's size stand small pictures of it, and what its camera noted. */
const HEAD = 128 * 1024;
const SVG_HEAD = 4096;
/** From this one on, Exif's orientation lays a picture on its side. */
const FIRST_TURNED = 5;

/**
 * As a browser shows it, which turns a photograph that was taken upright. Null where the file doesn't tell, or in a way that isn't read here.
 * @param source path of the file, which is taken for what its ending says
 * @throws {Error} where the file can't be read
 */
export function picturePixels(source: string): Pixels | null {
  const read = READERS.find(([ending]) => ending.test(source))?.[1];
  if (read === undefined) return null;
  const found = read(headOf(source));
  return found !== null && found.every((size) => size > 0) ? found : null;
}

function headOf(source: string): Buffer {
  const file = openSync(source, 'r');
  try {
    const head = new Uint8Array(HEAD);
    // A copy without more memory behind it: what reads the sizes goes on over the end of a view.
    return Buffer.from(head.slice(0, readSync(file, head, 0, HEAD, 0)).buffer);
  } finally {
    closeSync(file);
  }
}

const READERS: readonly (readonly [ending: RegExp, read: (head: Buffer) => Pixels | null])[] = [
  [/\.png$/i, (head) => pixelsBy(PNG, head)],
  [/\.jpe?g$/i, (head) => pixelsBy(JPG, head)],
  [/\.gif$/i, (head) => pixelsBy(GIF, head)],
  [/\.webp$/i, (head) => pixelsBy(WEBP, head)],
  [/\.svg$/i, svgPixels],
];

function pixelsBy({ validate, calculate }: typeof PNG, head: Buffer): Pixels | null {
  try {
    if (!validate(head)) return null;
    const { width, height, orientation = 1 } = calculate(head);
    return orientation < FIRST_TURNED ? [width, height] : [height, width];
  } catch {
    // It ends amid what it says, or says what can't be.
    return null;
  }
}

/** Pixels of a unit: https://www.w3.org/TR/css-values-4/#absolute-lengths */
const UNITS = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 4 / 3],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
]);

/** Where it has a width and a height; with a share of its room, or a box alone, it is as large as there is room. */
function svgPixels(head: Buffer): Pixels {
  const tag = /<svg\b[^>]*>/.exec(head.toString('latin1', 0, SVG_HEAD))?.[0] ?? '';
  const [width, height] = ['width', 'height'].map((name) => {
    const length = new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d+(?:\\.\\d+)?)([a-z]*)\\s*["']`).exec(tag);
    return Math.round(Number(length?.[1] ?? 0) * (UNITS.get(length?.[2] ?? '') ?? 0));
  });
  return [width!, height!];
}
