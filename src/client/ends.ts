/** Several notes as one part of an address: `posts/one~/two~?a-ghost`. */
import { formatEnd, parseEnd, sameEnd, type End } from './end.ts';

/** Characters of an address that a list may take: web servers answer addresses of some eight thousand. */
const MOST = 6_000;

/** As many as an address carries, each once. A name that begins with a slash is in the folder of the one before it. */
export function writeEnds(ends: readonly End[]): string {
  const written: string[] = [];
  let folder = '';
  let length = 0;
  for (const end of ends) {
    const text = formatEnd(end).replace(/^\//, '%2F');
    const own = end.ghost ? '' : text.slice(0, text.lastIndexOf('/') + 1);
    const name = own !== '' && own === folder ? text.slice(own.length - 1) : text;
    length += new URLSearchParams([['', name]]).toString().length;
    if (length > MOST) break;
    written.push(name);
    folder = own;
  }
  return written.join('~');
}

/** What isn't a name is left out. */
export function readEnds(text: string): readonly End[] {
  const ends: End[] = [];
  let folder = '';
  for (const name of text.slice(0, MOST).split('~')) {
    const end = parseEnd(name.startsWith('/') ? folder + name.slice(1) : name);
    if (end === null) continue;
    if (!end.ghost) folder = end.name.slice(0, end.name.lastIndexOf('/') + 1);
    else folder = '';
    if (!ends.some((other) => sameEnd(other, end))) ends.push(end);
  }
  return ends;
}

/** As many of these as an address carries. */
export function carried(ends: readonly End[]): readonly End[] {
  return readEnds(writeEnds(ends));
}
