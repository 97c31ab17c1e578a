/** Which shortcode closes which. */
import type { Shortcode } from './shortcode.ts';

export interface ShortcodePairs {
  /** By the one that opens. */
  readonly closes: ReadonlyMap<Shortcode, Shortcode>;
  /** Those that close nothing, and those that have to be closed and aren't; at each, Hugo stops the build. In no order. */
  readonly alone: ReadonlySet<Shortcode>;
}

/** Of all others, only their templates tell whether they enclose something. */
const ENCLOSING = new Set(['highlight', 'comment', 'details']);

/**
 * Pairs each closing shortcode with the last open one of its name. Where there is none, but was one before, it closes what is open
 * and has to be closed, as Hugo lets it.
 * @param own names of the site's own that enclose something
 */
export function pairShortcodes(
  shortcodes: readonly Shortcode[],
  own: Pick<ReadonlySet<string>, 'has'> = new Set(),
): ShortcodePairs {
  const closes = new Map<Shortcode, Shortcode>();
  const alone = new Set<Shortcode>();
  const open = new Map<string, Shortcode[]>();
  for (const code of shortcodes) {
    const { role, name, selfClosing } = code;
    if (role === 'open' && !selfClosing) {
      const others = open.get(name);
      if (others === undefined) open.set(name, [code]);
      else others.push(code);
    } else if (role === 'close') {
      const opened = open.get(name)?.pop() ?? (open.has(name) ? lastOpen(open, own) : undefined);
      if (opened === undefined) alone.add(code);
      else closes.set(opened, code);
    }
  }
  for (const name of ENCLOSING) for (const code of open.get(name) ?? []) alone.add(code);
  return { closes, alone };
}

/** Taken from those that are open. */
function lastOpen(
  open: ReadonlyMap<string, Shortcode[]>,
  own: Pick<ReadonlySet<string>, 'has'>,
): Shortcode | undefined {
  let last: Shortcode[] | undefined;
  for (const [name, codes] of open) {
    if (codes.length === 0 || !(ENCLOSING.has(name) || own.has(name))) continue;
    if (last === undefined || codes.at(-1)!.start > last.at(-1)!.start) last = codes;
  }
  return last?.pop();
}
