/** `#heading`, `#heading#inner` and `#^block`, as wikilinks name the places of a note. */
import { spellingKey } from '../common/spelling-key.ts';
import type { Heading } from '../common/types.ts';

/** `#a#b` is heading b under heading a; `#^id` a block. Null without one; as written where there is none of that name. */
export function anchorOf(subpath: string, headings: readonly Heading[]): string | null {
  const parts = subpath
    .split('#')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return null;
  if (last.startsWith('^')) return last;
  return nestedHeading(parts, headings)?.id ?? last;
}

/** A note's headings, made once for all links to it. */
interface HeadingIndex {
  /** `headingKey` of the text, the id behind a `#`, and `writtenKey` of the source behind a `|` → places, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** By heading: the place where its section ends. */
  readonly ends: readonly number[];
}

const indexes = new WeakMap<readonly Heading[], HeadingIndex>();

function indexOf(headings: readonly Heading[]): HeadingIndex {
  const known = indexes.get(headings);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  const ends = headings.map(() => headings.length);
  const open: number[] = [];
  headings.forEach(({ id, text, written = text, level }, place) => {
    for (const key of [headingKey(text), `#${id}`, `|${writtenKey(written)}`]) {
      const found = places.get(key);
      if (found === undefined) places.set(key, [place]);
      else found.push(place);
    }
    while (open.length > 0 && headings[open.at(-1)!]!.level >= level) ends[open.pop()!] = place;
    open.push(place);
  });
  const index = { places, ends };
  indexes.set(headings, index);
  return index;
}

/** The heading that the last part names, each below the one before. */
function nestedHeading(parts: readonly string[], headings: readonly Heading[]): Heading | undefined {
  const { places, ends } = indexOf(headings);
  let from = 0;
  let end = headings.length;
  let found: Heading | undefined;
  for (const part of parts) {
    const byText = firstFrom(places.get(headingKey(part)), from) ?? end;
    const byId = firstFrom(places.get(`#${part}`), from) ?? end;
    const words = writtenKey(part);
    const byWords = words === '' ? end : (firstFrom(places.get(`|${words}`), from) ?? end);
    const place = Math.min(byText, byId, byWords);
    if (place >= end) return undefined;
    found = headings[place];
    from = place + 1;
    end = ends[place]!;
  }
  return found;
}

/** The first number that is at least so great, in an ascending list. */
function firstFrom(numbers: readonly number[] = [], least: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** What the typographer prints, and what the author typed for it. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '--'],
  ['—', '---'],
  ['…', '...'],
  ['«', '<<'],
  ['»', '>>'],
]);

/** Obsidian drops from a link what would end it; a heading's text has been through the typographer, a link hasn't. */
function headingKey(text: string): string {
  return spellingKey(text.replace(/[‘’“”–—…«»]/g, (sign) => TYPED.get(sign)!))
    .replace(/[#|^:%[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As Obsidian compares a heading's source with a link: without punctuation. */
function writtenKey(source: string): string {
  return spellingKey(source)
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
