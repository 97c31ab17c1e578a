import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startLater } from './start-later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('starts when the time has come, and stops what was started', async () => {
  const stop = vi.fn();
  const start = vi.fn(() => Promise.resolve(stop));
  const leave = startLater(start, 1_000);
  await vi.advanceTimersByTimeAsync(999);
  expect(start).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(start).toHaveBeenCalledOnce();
  leave();
  expect(stop).toHaveBeenCalledOnce();
});

it('stops what comes only after nobody wants it any more', async () => {
  const stop = vi.fn();
  let come = (_: () => void): void => {};
  const leave = startLater(() => new Promise((resolve) => (come = resolve)), 0);
  await vi.advanceTimersByTimeAsync(0);
  leave();
  come(stop);
  await vi.advanceTimersByTimeAsync(0);
  expect(stop).toHaveBeenCalledOnce();
});

it('starts nothing that is left before, and minds nothing that does not come', async () => {
  const start = vi.fn(() => Promise.reject(new Error('offline')));
  startLater(start, 10)();
  await vi.advanceTimersByTimeAsync(20);
  expect(start).not.toHaveBeenCalled();
  startLater(start, 10);
  await vi.advanceTimersByTimeAsync(20);
  expect(start).toHaveBeenCalledOnce();
});
