/** Where Hearthmap publishes a note: its path, made fit for addresses and for every file system. */
import { createHash } from 'node:crypto';
import path from 'node:path/posix';
import { noteName } from './permalink.ts';

const MAX_SEGMENT_BYTES = 100;

/**
 * Slugs of all notes, in their order: the path in lower case, without what file systems or addresses treat specially.
 * Of notes that would share one, the note whose name is the slug itself keeps it, else the first; the others carry a piece of
 * their path's hash. So a newcomer seldom moves an older note's address.
 */
export function slugsOf(paths: readonly string[]): string[] {
  const plain = paths.map(plainSlug);
  const owner = new Map<string, number>();
  plain.forEach((slug, index) => {
    if (!owner.has(slug) || paths[index]!.replace(/\.\w+$/, '') === slug) owner.set(slug, index);
  });
  return plain.map((slug, index) =>
    owner.get(slug) === index ? slug : `${slug}-${shortHash(paths[index]!)}`,
  );
}

function plainSlug(notePath: string): string {
  const { folder, base, role } = noteName(notePath);
  const whole = role === 'page' ? path.join(folder, base) : folder === '' ? 'index' : folder;
  return whole
    .split('/')
    .map((segment) => {
      const clean = segment
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
        .replace(/^-+|-+$/g, '');
      if (clean === '') return shortHash(segment);
      if (Buffer.byteLength(clean) <= MAX_SEGMENT_BYTES) return clean;
      return `${Buffer.from(clean)
        .subarray(0, MAX_SEGMENT_BYTES - 10)
        .toString()
        .replace(/\uFFFD+$/, '')}-${shortHash(segment)}`;
    })
    .join('/');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
