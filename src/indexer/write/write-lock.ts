import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { PublishError, codeOf } from '../common/write-error.ts';
import { PASSED_OVER } from './write-swap.ts';

/** A lock of another machine on a shared drive can't be looked into; writing takes seconds, so this is generous. */
const FOREIGN_LOCK_MINUTES = 10;
/** Process, its start and its machine. */
const LOCK = /^([1-9]\d*) (\S+) (\S+)\n$/;
/** Between the making of a lock and the writing of its text. */
const UNWRITTEN_SECONDS = 5;

export const lockPath = (out: string): string => `${out}.hearthmap-lock${PASSED_OVER}`;

/**
 * Takes the lock of an output folder; the answer gives it back. A lock whose process is gone is taken over.
 * @throws {PublishError} where another build is writing.
 */
export function lock(out: string): () => void {
  const path = lockPath(out);
  const own = `${process.pid} ${startOf(process.pid) ?? '-'} ${hostname()}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      return () => {
        if (read(path) === own) rmSync(path, { force: true });
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const found = read(path);
    if (found === undefined) continue;
    const holder = holderOf(path, found);
    if (holder !== undefined) {
      throw new PublishError(
        `Another Hearthmap build (${holder}) is writing ${out}. Wait for it to end, then build again; ` +
          `if none is running, delete ${path}.`,
      );
    }
    takeOver(path, found);
  }
  throw new PublishError(`Other builds keep taking the lock ${path}. Build again when they are done.`);
}

/** Moved aside before it is deleted, so that of two builds that saw the same stale lock one wins. */
function takeOver(path: string, judged: string): void {
  const aside = `${path}-${process.pid}${PASSED_OVER}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) === judged) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

/** Who holds a lock, in words, or undefined where nobody does any more. */
function holderOf(path: string, text: string): string | undefined {
  const [, pid, start, host] = LOCK.exec(text) ?? [];
  const age = ageInSeconds(path);
  if (host === undefined) return age < UNWRITTEN_SECONDS ? 'just starting' : undefined;
  if (host !== hostname()) return age < FOREIGN_LOCK_MINUTES * 60 ? `process ${pid} on ${host}` : undefined;
  const number = Number(pid);
  if (!isRunning(number)) return undefined;
  // The number may have gone to another process since.
  const now = startOf(number);
  return now !== undefined && start !== '-' && now !== start ? undefined : `process ${pid}`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** When a process started, in the kernel's ticks since boot; "dead" for one that only waits to be buried. */
function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? 'dead' : fields?.[19];
}

function ageInSeconds(path: string): number {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined ? Infinity : (Date.now() - made) / 1000;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
