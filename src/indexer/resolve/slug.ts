/** Where Hearthmap publishes a note: its path, made fit for addresses and for every file system. */
import { createHash } from 'node:crypto';
import path from 'node:path/posix';
import { HOME_SLUG } from '../../contract/page.ts';
import { noteName } from '../common/note-name.ts';

const MAX_SEGMENT_BYTES = 100;
const HASH_LENGTH = 8;
/** What Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Slugs of all notes, in their order: the path in lower case, without what file systems or addresses treat specially.
 * Of notes that would share one, the note whose name is the slug itself keeps it, else the first; the others carry a piece of
 * their path's hash. So a newcomer seldom moves an older note's address.
 */
export function slugsOf(paths: readonly string[]): string[] {
  const plain = paths.map(plainSlug);
  const owner = new Map<string, number>();
  plain.forEach((slug, index) => {
    const key = fileKey(slug);
    if (!owner.has(key) || paths[index]!.replace(/\.\w+$/, '') === slug) owner.set(key, index);
  });
  return plain.map((slug, index) => {
    if (owner.get(fileKey(slug)) === index) return slug;
    for (let length = HASH_LENGTH; ; length += HASH_LENGTH) {
      const free = `${slug}-${hashOf(paths[index]!, length)}`;
      if (!owner.has(fileKey(free))) {
        owner.set(fileKey(free), index);
        return free;
      }
    }
  });
}

/** One key for all names that some file system takes for one: those that heed neither letter case nor composition, `ß` and `ss`. */
function fileKey(slug: string): string {
  return slug.normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}

function plainSlug(notePath: string): string {
  const { folder, base, role } = noteName(notePath);
  const whole = role === 'page' ? path.join(folder, base) : folder === '' ? HOME_SLUG : folder;
  return whole
    .split('/')
    .map((segment) => {
      const clean = segment
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
        .replace(/^-+|-+$/g, '');
      if (clean === '') return hashOf(segment);
      if (RESERVED.test(clean)) return `${clean}-${hashOf(segment)}`;
      if (Buffer.byteLength(clean) <= MAX_SEGMENT_BYTES) return clean;
      return `${Buffer.from(clean)
        .subarray(0, MAX_SEGMENT_BYTES - 10)
        .toString()
        .replace(/\uFFFD+$/, '')}-${hashOf(segment)}`;
    })
    .join('/');
}

function hashOf(text: string, length = HASH_LENGTH): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
