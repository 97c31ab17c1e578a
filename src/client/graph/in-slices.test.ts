import { expect, it } from 'vitest';
import { inSlices, oneSlice, type Work } from './in-slices.ts';

function* busy(milliseconds: number): Work<string> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) yield;
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
