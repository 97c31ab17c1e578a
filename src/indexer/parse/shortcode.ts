/**
 * Hugo's shortcodes, found in raw text as Hugo's own lexer finds them: before Markdown, so inside code and HTML too.
 *
 *     {{< relref "note.md" >}}   {{% figure src="x.png" %}}   {{< /details >}}
 * and, commented out, calls that are shown and not run.
 */

/** `nameless`: the brackets of a call around what is none. */
export type ShortcodeRole = 'open' | 'close' | 'comment' | 'nameless';

export interface Shortcode {
  readonly role: ShortcodeRole;
  readonly name: string;
  /** Arguments by position; for named ones, `named`. */
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  /** UTF-16 offsets of the whole call; `end` is behind its last character. */
  readonly start: number;
  readonly end: number;
  /** `/>}}`: nothing is enclosed. */
  readonly selfClosing: boolean;
  /** For a comment, what it shows: the call itself. For what has no name, all that is between the brackets. */
  readonly shown: string;
}

export interface BrokenShortcode {
  readonly start: number;
  readonly seen: string;
  readonly message: string;
  /** What to do, and what is shown meanwhile. */
  readonly suggestion: string;
}

export interface ShortcodeScan {
  readonly shortcodes: readonly Shortcode[];
  readonly broken: readonly BrokenShortcode[];
}

const OPENING = /\{\{([<%])/g;
const NAME = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:\/[\p{L}_][\p{L}\p{N}_.-]*)*/uy;
/** How far the end of a call without a name is looked for. */
const MAX_NAMELESS = 200;
/** How much of a broken one is told. */
export const MAX_SEEN = 60;
const UNENDED = 'Close it; until then it is shown as text.';
const SPACE = /\s+/y;
const BARE = /[^\s"`={]+?(?=\s|=|\/?[>%]\}\}|$)/y;

/** Finds all shortcodes of a text in order. Linear in its length. */
export function scanShortcodes(text: string): ShortcodeScan {
  const shortcodes: Shortcode[] = [];
  const broken: BrokenShortcode[] = [];
  const lastComment = { '>}}': text.lastIndexOf('*/>}}'), '%}}': text.lastIndexOf('*/%}}') };
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    const start = match.index;
    const close = match[1] === '<' ? '>}}' : '%}}';
    const comment = text.startsWith('/*', start + 3);
    // Without this look ahead, a thousand unclosed comments would each search to the end.
    if (comment && lastComment[close] < start) continue;
    const found = comment
      ? readComment(text, start, close)
      : (readCall(text, start, close) ?? readNameless(text, start, close));
    if (found === null) continue;
    if ('message' in found) {
      broken.push(found);
      continue;
    }
    shortcodes.push(found);
    if (found.role === 'nameless')
      broken.push({
        start,
        seen: text.slice(start, found.end),
        message: 'a shortcode has no name',
        suggestion: 'Name it, or escape it to show it; a mark stands in its place.',
      });
    OPENING.lastIndex = found.end;
  }
  return { shortcodes, broken };
}

function readComment(text: string, start: number, close: string): Shortcode | null {
  const end = text.indexOf(`*/${close}`, start + 5);
  if (end < 0) return null;
  const inner = text.slice(start + 5, end);
  return {
    role: 'comment',
    name: '',
    positional: [],
    named: new Map(),
    start,
    end: end + 2 + close.length,
    selfClosing: false,
    shown: text.slice(start, start + 3) + inner + close,
  };
}

/** Whole brackets of a call, at which Hugo stops the build whatever is in them; TeX ends with mere braces. */
function readNameless(text: string, start: number, close: string): Shortcode | null {
  const rest = text.slice(start + 3, start + 3 + MAX_NAMELESS);
  const braces = /\}\}|\{\{/.exec(rest);
  if (braces === null || !rest.startsWith(close, braces.index - 1)) return null;
  const shown = rest.slice(0, braces.index - 1).trim();
  const end = start + 3 + braces.index + 2;
  return {
    role: 'nameless',
    name: '',
    positional: [],
    named: new Map(),
    start,
    end,
    selfClosing: false,
    shown,
  };
}

/** Null where the braces are something else, TeX for one; broken where Hugo would stop the build at a call. */
function readCall(text: string, start: number, close: string): Shortcode | BrokenShortcode | null {
  let at = start + 3;
  const skipSpace = (): void => {
    SPACE.lastIndex = at;
    const space = SPACE.exec(text);
    if (space !== null) at += space[0].length;
  };
  skipSpace();
  const closing = text[at] === '/';
  if (closing) {
    at++;
    skipSpace();
  }
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  at += name.length;
  // A call has a name and then a space or its end; `{{%a}}` in TeX has neither.
  const nameEnd = at;

  const positional: string[] = [];
  const named = new Map<string, string>();
  const fail = (message: string): BrokenShortcode | null =>
    /[\s>%]/.test(text[nameEnd] ?? '') && !/^\p{N}/u.test(name)
      ? { start, seen: text.slice(start, Math.min(at + 1, start + MAX_SEEN)), message, suggestion: UNENDED }
      : null;

  for (;;) {
    skipSpace();
    if (at >= text.length) return fail(`the shortcode "${name}" is never closed with "${close}"`);
    const selfClosing = text.startsWith(`/${close}`, at);
    if (selfClosing || text.startsWith(close, at)) {
      return {
        role: closing ? 'close' : 'open',
        name,
        positional,
        named,
        start,
        end: at + close.length + (selfClosing ? 1 : 0),
        selfClosing,
        shown: '',
      };
    }
    if (text.startsWith('}}', at) || text.startsWith('{{', at)) {
      return fail(`the shortcode "${name}" ends without "${close}"`);
    }
    if (text[at] === '=' && at === nameEnd) {
      // Hugo passes over it.
      at++;
      continue;
    }
    const value = readValue(text, at);
    if (value === null) return fail(`the shortcode "${name}" has a string that is never closed`);
    at = value.end;
    if (!value.quoted && text[at] === '=') {
      at++;
      skipSpace();
      const right = readValue(text, at);
      if (right === null) return fail(`the shortcode "${name}" has no value for "${value.text}"`);
      named.set(value.text, right.text);
      at = right.end;
    } else {
      positional.push(value.text);
    }
  }
}

function readValue(text: string, at: number): { text: string; end: number; quoted: boolean } | null {
  const quote = text[at];
  if (quote === '`') {
    const end = text.indexOf('`', at + 1);
    return end < 0 ? null : { text: text.slice(at + 1, end), end: end + 1, quoted: true };
  }
  if (quote === '"') {
    // Not put together of single characters: each would be an object, and stay one as long as the note.
    let end = at + 1;
    for (; text[end] !== '"'; end++) {
      if (end >= text.length || text[end] === '\n') return null;
      if (text[end] === '\\' && (text[end + 1] === '"' || text[end + 1] === '\\')) end++;
    }
    return { text: text.slice(at + 1, end).replace(/\\(["\\])/g, '$1'), end: end + 1, quoted: true };
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(text)?.[0];
  return bare === undefined ? null : { text: bare, end: at + bare.length, quoted: false };
}
