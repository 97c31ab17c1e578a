import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockPath } from './write-lock.ts';
import { makeBox, NEW, OLD, site, textsOf } from './write-sample.ts';
import { prepareOutput, writeSite } from './write.ts';

let box: string;
let out: string;

beforeEach(() => {
  const made = makeBox();
  ({ box, out } = made);
  return made.remove;
});

describe('a lock', () => {
  it('keeps a second build out while the first one runs', async () => {
    let second: unknown;
    await writeSite(site(OLD), out, {
      onStep: (name) => {
        if (name !== 'stage') return;
        try {
          prepareOutput(out);
        } catch (error) {
          second = error;
        }
      },
    });
    expect(String(second)).toContain(`Another Hearthmap build (process ${process.pid}) is writing`);
    expect(textsOf(out)).toEqual(OLD);
  });

  it.each([
    ['of a process that is gone', () => `${spawnSync('true').pid} 123 ${hostname()}\n`],
    ['of another process that has the number now', () => `${process.pid} 1 ${hostname()}\n`],
  ])('%s is taken over', async (_, text) => {
    writeFileSync(lockPath(out), text());
    await writeSite(site(NEW), out);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('without its text is respected while it is young, then taken over', async () => {
    writeFileSync(lockPath(out), 'what');
    expect(() => prepareOutput(out)).toThrow('just starting');
    utimesSync(lockPath(out), new Date(0), new Date(0));
    await writeSite(site(NEW), out);
    expect(readdirSync(box)).toEqual(['dist']);
  });

  it('of another machine is respected while it is young', () => {
    writeFileSync(lockPath(out), '17 - elsewhere\n');
    expect(() => prepareOutput(out)).toThrow('process 17 on elsewhere');
  });
});
