import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asked, SearchEngine } from '../../search/engine.ts';
import { Asking } from './asking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine in which every word has so many notes. */
function setUp(count: number, isBroken = false, unordered?: true) {
  const asked: Asked[] = [];
  const told: string[] = [];
  const engine: SearchEngine = {
    texts: '',
    close: () => {},
    find: () => Promise.resolve({ ids: [] }),
    answer(question) {
      asked.push(question);
      if (isBroken) return Promise.reject(new Error('gone'));
      const hits = Array.from({ length: count }, (_, id) => ({ id, terms: [] }));
      return Promise.resolve({
        match: 'all',
        hits,
        ...(unordered && !question.further ? { unordered } : {}),
      });
    },
  };
  const asking = new Asking(
    () => ({
      garden: null,
      engine,
      inTitles: () => ({ match: 'all', hits: [] }),
      facts: () => Promise.resolve(null),
    }),
    (query, { hits }) => told.push(`${query} ${hits.length}`),
    (error) => told.push(String(error)),
  );
  return { asking, asked, told };
}

describe('Asking', () => {
  it('looks for similar words when the reader rests and few notes have those that were typed', async () => {
    const { asking, asked } = setUp(2);
    asking.ask('baye');
    await vi.advanceTimersByTimeAsync(100);
    asking.ask('bayes');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.map(({ words, further }) => [words, further])).toEqual([
      ['baye', false],
      ['bayes', false],
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.slice(2).map(({ words, further }) => [words, further])).toEqual([['bayes', true]]);
  });

  it('waits for texts that tell the order of words when the reader rests, though there are enough', async () => {
    const { asking, asked } = setUp(20, false, true);
    asking.ask('bayes rule');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.map(({ further }) => further)).toEqual([false, true]);
  });

  it('leaves it at that where there are enough, or the question was taken back', async () => {
    const many = setUp(20);
    many.asking.ask('bayes');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(many.asked).toHaveLength(1);
    const few = setUp(2);
    few.asking.ask('bayes');
    await vi.advanceTimersByTimeAsync(100);
    few.asking.forget();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(few.asked).toHaveLength(1);
  });

  it('tells why there is no answer', async () => {
    const { asking, told } = setUp(2, true);
    asking.ask('bayes');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual(['Error: gone']);
  });
});
