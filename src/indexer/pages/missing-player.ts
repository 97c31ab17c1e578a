/** A player whose sound or film is not there gives way to its name, as a picture does. */
import { holesIn } from '../common/holes.ts';

export interface Place {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

export interface MissingPlayer extends Place {
  /** What it would play; null where only one of several sources is missing, which goes alone. */
  readonly kind: 'audio' | 'video' | null;
}

/** A player with more in it than that keeps what isn't there. */
const MAX_LENGTH = 5_000;

/**
 * What gives way where the file of a tag is missing; null where the tag is no player's.
 * @param html sanitised: its elements are closed; @param isMissing whether the file of a hole is
 */
export function missingPlayer(
  html: string,
  prefix: string,
  tag: Place,
  isMissing: (index: number) => boolean,
): MissingPlayer | null {
  const [, name] = /^<(audio|video|source) /.exec(html.slice(tag.start, tag.start + 8)) ?? [];
  if (name === undefined) return null;
  if (name !== 'source') return elementAt(html, tag.start) ?? { ...tag, kind: null };
  const before = html.slice(Math.max(0, tag.start - MAX_LENGTH), tag.start);
  const open = Math.max(before.lastIndexOf('<audio'), before.lastIndexOf('<video'));
  const player = open < 0 ? null : elementAt(html, tag.start - before.length + open);
  if (player === null || player.end < tag.end) return { ...tag, kind: null };
  const files = holesIn(html.slice(player.start, player.end), prefix);
  const isSilent = [...files].every(({ kind, index }) => kind !== 'a' || isMissing(index));
  return isSilent ? player : { ...tag, kind: null };
}

function elementAt(html: string, start: number): MissingPlayer | null {
  const kind = html.startsWith('<audio', start) ? 'audio' : 'video';
  const close = html.slice(start, start + MAX_LENGTH).indexOf(`</${kind}>`);
  return close < 0 ? null : { start, end: start + close + `</${kind}>`.length, kind };
}
