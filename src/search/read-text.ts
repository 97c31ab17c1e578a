import type { TextFile } from '../contract/texts.ts';
import { isRecord } from '../contract/site.ts';

/** Checks a fetched text once; null where it is none. */
export function readText(value: unknown): TextFile | null {
  if (!isRecord(value) || !Array.isArray(value['sections'])) return null;
  const sections = (value['sections'] as unknown[]).flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const { id, heading, text } = entry;
    return typeof id === 'string' && typeof heading === 'string' && typeof text === 'string'
      ? [{ id, heading, text }]
      : [];
  });
  return { sections };
}
