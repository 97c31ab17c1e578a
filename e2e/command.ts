import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const HANDBOOK = join(ROOT, 'content');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** Waits until the command has printed this, and gives what it matched. */
  readonly until: (pattern: RegExp) => Promise<string>;
  readonly stop: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  readonly cwd: string;
  readonly env?: Record<string, string>;
}

/** Starts the built command as a person would. */
export function start(words: readonly string[], { cwd, env = {} }: StartOptions): Running {
  const child = spawn(process.execPath, [join(ROOT, 'build', 'cli.js'), ...words], {
    cwd,
    env: { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  let look = (): void => {};
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    look();
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err });
      look();
    });
  });
  return {
    until: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const match = pattern.exec(out);
          if (match !== null) resolve(match[1] ?? match[0]);
          else if (child.exitCode !== null)
            reject(new Error(`It ended before it printed ${pattern}:\n${out}${err}`));
        };
        look();
      }),
    stop: (signal) => void child.kill(signal),
    ended,
  };
}

export const run = (words: readonly string[], options: StartOptions): Promise<Ended> =>
  start(words, options).ended;

/** A test with a folder of its own, which is deleted afterwards. */
export const test = base.extend<{ box: string }>({
  // Playwright wants the first argument taken apart.
  box: async ({}, use) => {
    const box = mkdtempSync(join(tmpdir(), 'hearthmap-e2e-'));
    await use(box);
    rmSync(box, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
