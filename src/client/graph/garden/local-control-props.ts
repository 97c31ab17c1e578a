import type { Direction } from './neighbourhood.ts';

/** What the controls of a local map are given. */
export interface LocalControlProps {
  readonly depth: number;
  readonly ondepth: (depth: number) => void;
  readonly direction: Direction;
  readonly ondirection: (direction: Direction) => void;
}
