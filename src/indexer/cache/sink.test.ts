import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sink } from './sink.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearthmap-sink-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.uint8Array({ maxLength: 40 }),
  // As large as what is written at a time, and larger.
  fc.tuple(fc.constantFrom('a', 'ö', '水', '🔥'), fc.nat(300_000)).map(([sign, times]) => sign.repeat(times)),
  fc.nat(600_000).map((length) => new Uint8Array(length).fill(7)),
);

it('writes texts and bytes in their order, and tells where each ends', () => {
  const file = join(folder, 'file');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(3), (pieces, at) => {
      const expected = Buffer.concat([
        Buffer.alloc(at),
        ...pieces.map((piece) => Buffer.from(piece as string)),
      ]);
      const descriptor = openSync(file, 'w');
      const sink = new Sink(descriptor, at);
      let end = at;
      for (const piece of pieces) {
        end += typeof piece === 'string' ? sink.text(piece) : sink.bytes(piece);
        expect(sink.end).toBe(end);
      }
      sink.flush();
      closeSync(descriptor);
      expect(end).toBe(expected.length);
      const found = readFileSync(file);
      // A file to whose end nothing was written is as long as what was.
      expect(found.equals(end === at ? Buffer.alloc(0) : expected)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
