import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/**
 * A build takes some seconds. V8's defaults, made for servers that run for days, spend a third of them on compiling and collecting.
 * Measured on a blog of 1,800 notes with Node 20, which has nothing between its baseline compiler and TurboFan; later versions
 * have Maglev, and are left as they are.
 */
export function compileLess(): void {
  if (!process.versions.node.startsWith('20.')) return;
  // Bytes of bytecode that a function runs before it is looked at; by default 132 kB.
  setFlagsFromString('--interrupt-budget=500000');
  // Bytes of bytecode that go into one function from those that it calls; by default 920.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
  // Larger functions are mostly calls of others, and take up to 70 ms to optimise; by default 61 kB.
  setFlagsFromString('--max-optimized-bytecode-size=1000');
  // Where each processor has a thread of ours, none gains by helping another to collect.
  if (availableParallelism() <= 2) setFlagsFromString('--no-parallel-scavenge');
}
