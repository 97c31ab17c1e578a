/** Small sites and an empty folder, for the tests of writing. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteContent } from '../common/types.ts';

export function site(files: Record<string, string | Uint8Array>): { files: Map<string, SiteContent> } {
  return { files: new Map(Object.entries(files).map(([path, bytes]) => [path, { kind: 'bytes', bytes }])) };
}

/** Every file below a folder with its text; the marker aside. */
export function textsOf(folder: string): Record<string, string> {
  const texts: [string, string][] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (lstatSync(join(folder, entry)).isFile() && entry !== '.hearthmap') {
      texts.push([entry, readFileSync(join(folder, entry), 'utf8')]);
    }
  }
  return Object.fromEntries(texts);
}

export const OLD = { 'index.html': 'old', 'notes/a/index.html': 'a', 'notes/gone/index.html': 'gone' };
export const NEW = {
  'index.html': 'new',
  'notes/a/index.html': 'a',
  'notes/b/index.html': 'b',
  'data/map.json': '{}',
};

/** A folder of one test, and how to delete it. */
export function makeBox(): { box: string; out: string; remove: () => void } {
  const box = mkdtempSync(join(tmpdir(), 'hearthmap-write-'));
  return { box, out: join(box, 'dist'), remove: () => rmSync(box, { recursive: true, force: true }) };
}
