import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inSlices, oneSlice, type Work } from './in-slices.ts';

/** Milliseconds of a clock that goes on by one at each look: the machine may be as busy as it likes. */
let now = 0;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
});

afterEach(() => vi.restoreAllMocks());

function* busy(steps: number): Work<string> {
  for (let step = 0; step < steps; step++) yield;
  return 'done';
}

it('does short work at once', () => {
  expect(oneSlice(busy(0))).toBe('done');
});

it('leaves room for other tasks in long work', async () => {
  const work = busy(60);
  expect(oneSlice(work)).toBeNull();
  let others = 0;
  const other = setInterval(() => others++, 1);
  expect(await inSlices(work)).toBe('done');
  clearInterval(other);
  expect(others).toBeGreaterThan(2);
});
