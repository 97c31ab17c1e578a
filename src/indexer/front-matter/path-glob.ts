/**
 * Patterns of paths, as Hugo's `_target` has them: `*` and `?` stay within a folder, `**` doesn't; `[a-z]`, `[!a]`, `{one,other}`
 * and a backslash before what is meant as it stands. Read by hand: a regular expression made of it could take for ever.
 * Source: https://github.com/gobwas/glob
 */

type Part =
  | { readonly kind: 'letter'; readonly isIn: (letter: string) => boolean }
  | { readonly kind: 'any'; readonly isDeep: boolean }
  | { readonly kind: 'choice'; readonly among: readonly Pattern[] };

type Pattern = readonly Part[];

/** Whether a path is of a pattern; null for a pattern that can't be read. */
export function pathGlob(text: string): ((path: string) => boolean) | null {
  const reader = new Reader(Array.from(text));
  const pattern = reader.pattern(false);
  if (pattern === null || !reader.isDone) return null;
  return (path) => {
    const letters = Array.from(path);
    return step(pattern, letters, new Set([0])).has(letters.length);
  };
}

/** Where one may be behind the pattern, having been at one of these offsets before it. */
function step(pattern: Pattern, path: readonly string[], from: ReadonlySet<number>): ReadonlySet<number> {
  let at = from;
  for (const part of pattern) {
    const next = new Set<number>();
    if (part.kind === 'letter') {
      for (const offset of at) {
        const letter = path[offset];
        if (letter !== undefined && part.isIn(letter)) next.add(offset + 1);
      }
    } else if (part.kind === 'any') {
      for (const offset of at) {
        let end = offset;
        // What is there already has been walked on from.
        while (!next.has(end)) {
          next.add(end);
          if (end === path.length || (!part.isDeep && path[end] === '/')) break;
          end++;
        }
      }
    } else {
      for (const one of part.among) for (const offset of step(one, path, at)) next.add(offset);
    }
    at = next;
  }
  return at;
}

const DEEPEST = 20;

class Reader {
  readonly #text: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(text: readonly string[]) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at === this.#text.length;
  }

  /** Up to a comma or brace where it stands within a choice. */
  pattern(isInner: boolean): Pattern | null {
    const parts: Part[] = [];
    while (!this.isDone) {
      const letter = this.#text[this.#at]!;
      if (isInner && (letter === ',' || letter === '}')) break;
      this.#at++;
      const part = this.#part(letter);
      if (part === null) return null;
      parts.push(part);
    }
    return parts;
  }

  #part(letter: string): Part | null {
    if (letter === '*') {
      let stars = 1;
      for (; this.#text[this.#at] === '*'; this.#at++) stars++;
      return { kind: 'any', isDeep: stars > 1 };
    }
    if (letter === '?') return { kind: 'letter', isIn: (found) => found !== '/' };
    if (letter === '[') return this.#class();
    if (letter === '{') return this.#choice();
    if (letter !== '\\') return { kind: 'letter', isIn: (found) => found === letter };
    const meant = this.#text[this.#at++];
    return meant === undefined ? null : { kind: 'letter', isIn: (found) => found === meant };
  }

  #class(): Part | null {
    const end = this.#text.indexOf(']', this.#at);
    if (end < 0) return null;
    const isNot = this.#text[this.#at] === '!';
    const inner = this.#text.slice(this.#at + (isNot ? 1 : 0), end);
    this.#at = end + 1;
    const [first, dash, last] = inner;
    const isRange = inner.length === 3 && dash === '-';
    return {
      kind: 'letter',
      isIn: (found) => (isRange ? found >= first! && found <= last! : inner.includes(found)) !== isNot,
    };
  }

  #choice(): Part | null {
    if (++this.#depth > DEEPEST) return null;
    const among: Pattern[] = [];
    for (;;) {
      const one = this.pattern(true);
      const behind = this.#text[this.#at++];
      if (one === null || behind === undefined) return null;
      among.push(one);
      if (behind === '}') break;
    }
    this.#depth--;
    return { kind: 'choice', among };
  }
}
