import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { timeBins } from './time-bins.ts';
import { playThrough } from './time-play.ts';

describe('time that goes on', () => {
  const time = timeBins(Int32Array.of(0, 10, 10, 40, 100))!;
  let days: number[];
  let counts: number[];
  let bins: number[];
  let ends: number;
  const events = {
    onDay: (day: number) => void days.push(day),
    onCount: (day: number) => void counts.push(day),
    onBin: (day: number) => void bins.push(day),
    onEnd: () => void ends++,
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (paint: (now: number) => void) =>
      setTimeout(() => paint(performance.now()), 16),
    );
    vi.stubGlobal('cancelAnimationFrame', (request: number) => clearTimeout(request));
    [days, counts, bins, ends] = [[], [], [], 0];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('glides to the last day, and changes the map only where notes come', () => {
    playThrough(time, 5, false, events);
    vi.advanceTimersByTime(20_000);
    expect(days[0]).toBe(5);
    expect(days.at(-1)).toBe(100);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    expect(days.length).toBeGreaterThan(50);
    expect(counts).toHaveLength(4);
    expect(bins.length).toBeLessThanOrEqual(time.bins.length);
    expect(ends).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('begins anew from the last day', () => {
    playThrough(time, 100, false, events);
    vi.advanceTimersByTime(100);
    expect(days[0]).toBe(0);
  });

  test('stops when it is told, and then nothing runs', () => {
    const stop = playThrough(time, 0, false, events);
    vi.advanceTimersByTime(1_000);
    stop();
    const seen = days.length;
    vi.advanceTimersByTime(10_000);
    expect(days).toHaveLength(seen);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('goes from bin to bin where there is to be no motion', () => {
    const stop = playThrough(time, 0, true, events);
    vi.advanceTimersByTime(3 * 700);
    expect(days).toEqual([0, 3, 10, 17]);
    vi.advanceTimersByTime(60_000);
    expect(days.at(-1)).toBe(100);
    expect(ends).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    stop();
  });
});
