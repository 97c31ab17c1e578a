/** Notes that stand beside the one that is read, as they were opened one from the other. */
import { formatEnd, parseEnd, sameEnd, type End } from './end.ts';

export interface Beside {
  /** On the left of the note that is read. */
  readonly before: readonly End[];
  /** On its right. */
  readonly after: readonly End[];
}

export const ALONE: Beside = { before: [], after: [] };

/** Side by side at most; the oldest gives way. */
export const MOST_BESIDE = 8;

/** Reads `a~b`, `a~~c` or `~c`: an empty name is where `here` stands, which is last if there is none. */
export function parseBeside(text: string | null, here: End): Beside {
  if (text === null) return ALONE;
  const all: (End | null)[] = text.split('~').map(parseEnd);
  if (!all.includes(null)) all.push(null);
  const place = all.indexOf(null);
  const seen = new Set([keyOfEnd(here)]);
  const told = (ends: readonly (End | null)[]): End[] =>
    ends.filter((end) => {
      if (end === null || seen.has(keyOfEnd(end))) return false;
      seen.add(keyOfEnd(end));
      return true;
    }) as End[];
  return within(told(all.slice(0, place)), told(all.slice(place + 1)));
}

export function formatBeside({ before, after }: Beside): string {
  const names = [...before.map(formatEnd), '', ...after.map(formatEnd)];
  return (after.length === 0 ? names.slice(0, -1) : names).join('~');
}

/** How notes stand after a step from one to the next, which is opened beside where `apart` says so. */
export function stepBeside(beside: Beside, here: End | null, there: End | null, apart: boolean): Beside {
  if (here === null || there === null) return ALONE;
  if (sameEnd(here, there)) return beside;
  const all = [...beside.before, here, ...beside.after];
  const place = all.findIndex((end) => sameEnd(end, there));
  if (place >= 0) return { before: all.slice(0, place), after: all.slice(place + 1) };
  // What was opened from here before gives way, as the rest of a path does where one turns off.
  return apart ? within([...beside.before, here], []) : beside;
}

export function keyOfEnd({ name, ghost }: End): string {
  return `${ghost ? '?' : '/'}${name}`;
}

function within(before: readonly End[], after: readonly End[]): Beside {
  const kept = after.slice(0, MOST_BESIDE - 1);
  return { before: before.slice(Math.max(0, before.length - (MOST_BESIDE - 1 - kept.length))), after: kept };
}
