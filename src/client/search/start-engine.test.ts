import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GONE } from '../../contract/gone.ts';
import type { Answer } from '../../search/engine.ts';
import type { Reply, Request } from './messages.ts';
import { startEngine } from './start-engine.ts';

/** What one worker does with a question. */
type Way = 'answers' | 'dies' | 'is silent' | 'never opens';

const BY_WORKER: Answer = { match: 'all', hits: [{ id: 1, terms: ['by', 'worker'] }] };
const BY_PAGE: Answer = { match: 'all', hits: [{ id: 2, terms: ['by', 'page'] }] };
const SOURCE = { url: 'https://a.example/s.json', root: 'https://a.example/', titles: ['a'] };
const ASKED = { words: 'a', phrases: [] };

vi.mock('./open-index.ts', () => ({
  openIndex: () =>
    Promise.resolve({
      texts: 't/',
      answer: () => Promise.resolve(BY_PAGE),
      find: () => Promise.resolve({ ids: [2] }),
    }),
}));

let ways: Way[];
let started: FakeWorker[];

class FakeWorker {
  readonly #way: Way | undefined = ways.shift();
  readonly #listeners = new Map<string, (event: unknown) => void>();
  isEnded = false;

  constructor() {
    if (this.#way === undefined) throw new Error('not allowed');
    started.push(this);
  }

  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.#listeners.set(type, listener);
  }

  terminate(): void {
    this.isEnded = true;
  }

  postMessage(request: Request): void {
    const tell = (type: string, data?: Reply): void => {
      queueMicrotask(() => this.#listeners.get(type)!({ data }));
    };
    if (this.#way === 'never opens') tell('error');
    else if (request.kind === 'open') tell('message', { kind: 'open', texts: 't/' });
    else if (this.#way === 'dies') tell('error');
    else if (this.#way === 'answers')
      tell(
        'message',
        request.kind === 'ask'
          ? { kind: 'answer', number: request.number, answer: BY_WORKER }
          : { kind: 'found', number: request.number, having: { ids: [1] } },
      );
  }
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  started = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the search engine', () => {
  it('answers from its worker', async () => {
    ways = ['answers'];
    const engine = await startEngine(SOURCE);
    expect([engine.texts, await engine.answer(ASKED)]).toEqual(['t/', BY_WORKER]);
    engine.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(started[0]!.isEnded).toBe(true);
  });

  it('starts a worker anew that dies, and asks it what was open', async () => {
    ways = ['dies', 'answers'];
    const engine = await startEngine(SOURCE);
    const wanted = { words: 'a', phrase: false, begun: true };
    expect(await Promise.all([engine.answer(ASKED), engine.find(wanted)])).toEqual([BY_WORKER, { ids: [1] }]);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('takes one for dead that is silent for long', async () => {
    ways = ['is silent', 'answers'];
    const engine = await startEngine(SOURCE);
    const answer = engine.answer(ASKED);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual(BY_WORKER);
  });

  it.each([
    ['after the second one has died', ['dies', 'dies', 'answers'], 2],
    ['where the second one does not open', ['dies', 'never opens', 'answers'], 2],
    ['where the first one does not open', ['never opens', 'answers'], 1],
    ['where none is allowed', [], 0],
  ] as const)('answers from the page %s', async (_, all, count) => {
    ways = [...all];
    const engine = await startEngine(SOURCE);
    expect(await engine.answer(ASKED)).toEqual(BY_PAGE);
    expect(await engine.answer(ASKED)).toEqual(BY_PAGE);
    expect(started).toHaveLength(count);
  });

  it('answers from the page, and tries no worker, where it is told so', async () => {
    ways = ['answers'];
    const engine = await startEngine(SOURCE, undefined, false);
    expect(await engine.answer(ASKED)).toEqual(BY_PAGE);
    expect(started).toHaveLength(0);
  });

  it('opens no index in the page that would block it for long', async () => {
    ways = [];
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(12_000_001))));
    await expect(startEngine(SOURCE)).rejects.toThrow(/too large/);
  });

  it('tells the page that its index is gone, which a newer build may have replaced', async () => {
    ways = ['answers'];
    const told: string[] = [];
    vi.stubGlobal('dispatchEvent', ({ type }: Event) => told.push(type));
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    await expect(startEngine(SOURCE)).rejects.toThrow('404');
    expect(told).toEqual([GONE]);
  });
});
