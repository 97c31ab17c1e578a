import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { picturePixels } from './picture-pixels.ts';

afterAll(removeSampleFolders);
const folder = sampleFolder({});

function pixels(name: string, bytes: Uint8Array | string): unknown {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return picturePixels(file);
}

const hex = (...parts: string[]): Buffer => Buffer.from(parts.join('').replace(/\s/g, ''), 'hex');
const text = (words: string): string => Buffer.from(words, 'latin1').toString('hex');

const png = hex('89504e470d0a1a0a 0000000d', text('IHDR'), '00000258 00000190 08060000 00');
const gif = hex(text('GIF89a'), '5802 9001 0000');
const riff = (kind: string, data: string): Buffer =>
  hex(text('RIFF'), '00000000', text('WEBP'), text(kind), '00000000', data, '0'.repeat(40));
/** A frame's head, three times as wide as high, behind other segments. */
const jpeg = (...before: string[]): Buffer =>
  hex('ffd8', ...before, 'ffe0 0004 0000', 'ffc2 0011 08 0064 012c 03', '0'.repeat(30));
const exif = (order: 'II' | 'MM', orientation: number): string => {
  const short = (value: number): string => {
    const own = value.toString(16).padStart(4, '0');
    return order === 'MM' ? own : own.slice(2) + own.slice(0, 2);
  };
  const long = (value: number): string => (order === 'MM' ? `0000${short(value)}` : `${short(value)}0000`);
  const entry = (tag: number, value: number): string =>
    short(tag) + short(3) + long(1) + short(value) + '0000';
  const tiff = text(order) + short(42) + long(8) + short(2) + entry(0x0100, 1) + entry(0x0112, orientation);
  const segment = `${text('Exif')}0000${tiff}`;
  return `ffe1${(segment.length / 2 + 2).toString(16).padStart(4, '0')}${segment}`;
};

describe('a picture tells how large it is', () => {
  test.each<[string, Uint8Array | string, readonly [number, number]]>([
    ['a.png', png, [600, 400]],
    ['a.PNG', png, [600, 400]],
    ['a.gif', gif, [600, 400]],
    ['lossy.webp', riff('VP8 ', '000000 9d012a 5802 9001'), [600, 400]],
    ['lossless.webp', riff('VP8L', `2f ${'57c26300'}`), [600, 400]],
    ['extended.webp', riff('VP8X', '00000000 570200 8f0100'), [600, 400]],
    ['a.jpg', jpeg(), [300, 100]],
    ['upright.jpeg', jpeg(exif('MM', 1)), [300, 100]],
    ['half-turn.jpg', jpeg(exif('II', 3)), [300, 100]],
    ['on-its-side.jpg', jpeg(exif('II', 6)), [100, 300]],
    ['on-its-other-side.jpg', jpeg(exif('MM', 8)), [100, 300]],
    [
      'a.svg',
      '<?xml version="1.0"?>\n<svg xmlns="s" width="600" height="399.6px" viewBox="0 0 3 2">',
      [600, 400],
    ],
    ['graphviz.svg', '<svg width="450pt"\n height="300pt" viewBox="0 0 450 300">', [600, 400]],
  ])('%s', (name, bytes, expected) => {
    expect(pixels(name, bytes)).toEqual(expected);
  });

  test.each<[string, Uint8Array | string]>([
    ['empty.png', ''],
    ['cut.png', png.subarray(0, 18)],
    ['flat.png', hex('89504e470d0a1a0a 0000000d', text('IHDR'), '00000000 00000190 0806000000')],
    ['page.png', '<!doctype html><p>No picture'],
    ['cut.jpg', jpeg().subarray(0, 12)],
    ['cut-exif.jpg', jpeg(exif('II', 6)).subarray(0, 30)],
    ['endless.jpg', hex('ffd8', 'ffe00002'.repeat(5000))],
    ['other.webp', riff('ANIM', '')],
    ['share.svg', '<svg width="100%" height="50%">'],
    ['letters.svg', '<svg width="60em" height="40em">'],
    ['box.svg', '<svg viewBox="0 0 600 400">'],
    ['lying.svg', '<svg data-width="600" data-height="400">'],
    ['film.mp4', ''],
  ])('not so %s', (name, bytes) => {
    expect(pixels(name, bytes)).toBeNull();
  });

  test('not so a cut one, whatever stood in memory before', () => {
    const dirty = vi.spyOn(Buffer, 'allocUnsafe').mockImplementation((size) => Buffer.alloc(size, 0x10));
    expect(pixels('cut-off.jpg', jpeg().subarray(0, 12))).toBeNull();
    dirty.mockRestore();
  });
});
