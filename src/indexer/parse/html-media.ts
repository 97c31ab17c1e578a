/** Pictures, sounds and films that a note shows by raw HTML are files of the note, as those of Markdown are. */
import { hole } from '../common/holes.ts';
import { placeOf } from '../common/place-of.ts';
import type { NoteEnv } from '../syntax/env.ts';

/**
 * Puts holes for addresses into the sanitised HTML.
 * @param text the prepared text, where the address is looked for, each behind the one before
 */
export function addressMedia(html: string, text: string, env: NoteEnv): string {
  let last = 0;
  return html.replace(
    /(<(?:img|audio|video|source)\b[^>]*? src=")([^"]*)(?=")/g,
    (whole, before: string, written: string) => {
      const source = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      if (source === '' || source.includes(env.prefix) || placeOf(source).kind !== 'site') return whole;
      const found = text.indexOf(source, last);
      const offset = found < 0 ? last : found;
      last = found < 0 ? last : found + source.length;
      return before + hole(env.prefix, 'a', env.assets.push({ argument: source, offset }) - 1);
    },
  );
}
