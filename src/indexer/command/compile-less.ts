import { setFlagsFromString } from 'node:v8';

/**
 * Node 20 has nothing between its baseline compiler and TurboFan, whose work would be a fifth of a build of some seconds:
 * it starts on functions that run a few times more. Later versions have Maglev, and need no help.
 */
export function compileLess(): void {
  if (!process.versions.node.startsWith('20.')) return;
  // Bytes of bytecode that a function runs before it is looked at; by default 132 kB.
  setFlagsFromString('--interrupt-budget=250000');
  // Bytes of bytecode that go into one function from those that it calls; by default 920.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
}
