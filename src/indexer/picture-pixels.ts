/** How large a picture is by itself, read from the head of its file: so that a page keeps its room before it has come. */
import { closeSync, openSync, readSync } from 'node:fs';

export type Pixels = readonly [width: number, height: number];

/** A part of a file, shorter where the file ends before. */
type ReadAt = (offset: number, length: number) => Buffer;

const HEAD = 32;
/** Parts of a JPEG before its picture: of more than these, cameras don't tell. */
const MOST_SEGMENTS = 200;
const SVG_HEAD = 4096;

/**
 * As a browser shows it, which turns a photograph that was taken upright. Null where the file doesn't tell, or in a way that isn't read here.
 * @param source path of the file, which is taken for what its ending says
 * @throws {Error} where the file can't be read
 */
export function picturePixels(source: string): Pixels | null {
  const read = READERS.find(([ending]) => ending.test(source))?.[1];
  if (read === undefined) return null;
  const file = openSync(source, 'r');
  try {
    const found = read((offset, length) => {
      const part = Buffer.alloc(length);
      return part.subarray(0, readSync(file, part, 0, length, offset));
    });
    return found !== null && found.every((size) => size > 0) ? found : null;
  } catch (error) {
    // It ends amid what it says.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    closeSync(file);
  }
}

const READERS: readonly (readonly [ending: RegExp, read: (at: ReadAt) => Pixels | null])[] = [
  [/\.png$/i, png],
  [/\.jpe?g$/i, jpeg],
  [/\.gif$/i, gif],
  [/\.webp$/i, webp],
  [/\.svg$/i, svg],
];

function png(at: ReadAt): Pixels | null {
  const head = at(0, HEAD);
  return head.toString('latin1', 12, 16) === 'IHDR' ? [head.readUInt32BE(16), head.readUInt32BE(20)] : null;
}

function gif(at: ReadAt): Pixels | null {
  const head = at(0, HEAD);
  return head.toString('latin1', 0, 4) === 'GIF8' ? [head.readUInt16LE(6), head.readUInt16LE(8)] : null;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webp(at: ReadAt): Pixels | null {
  const head = at(0, HEAD);
  if (head.toString('latin1', 8, 12) !== 'WEBP') return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1];
    default:
      return null;
  }
}

/** Segment by segment, up to the frame's head. */
function jpeg(at: ReadAt): Pixels | null {
  if (at(0, 2).readUInt16BE(0) !== 0xffd8) return null;
  let isTurned = false;
  let offset = 2;
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const head = at(offset, 9);
    const [sign, marker] = [head.readUInt8(0), head.readUInt8(1)];
    if (sign !== 0xff) return null;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [head.readUInt16BE(5), head.readUInt16BE(7)];
      return isTurned ? [height, width] : [width, height];
    }
    const length = head.readUInt16BE(2);
    if (marker === 0xe1) isTurned ||= isTurnedBy(at(offset + 4, length - 2));
    offset += 2 + length;
  }
  return null;
}

/** Whether the orientation that a camera noted lays the picture on its side: tag 0x0112 of the first directory. */
function isTurnedBy(exif: Buffer): boolean {
  if (exif.toString('latin1', 0, 4) !== 'Exif') return false;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(first);
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + 12 * entry;
    if (short(at) === 0x0112) return short(at + 8) >= 5;
  }
  return false;
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
function svg(at: ReadAt): Pixels | null {
  const tag = /<svg\b[^>]*>/.exec(at(0, SVG_HEAD).toString('latin1'))?.[0] ?? '';
  const [width, height] = ['width', 'height'].map((name) => {
    const length = new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d+(?:\\.\\d+)?)([a-z]*)\\s*["']`).exec(tag);
    return Math.round(Number(length?.[1] ?? 0) * (UNITS.get(length?.[2] ?? '') ?? 0));
  });
  return [width!, height!];
}
