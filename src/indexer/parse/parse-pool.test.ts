import type { WorkerOptions } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import type { Source } from '../common/types.ts';
import { withoutBody } from './lazy-body.ts';
import { loadParser, type ParseSettings, type Parser } from './parse.ts';

/** Stands for a thread: it has nothing but what it is handed. */
class Thread {
  readonly #parse: Promise<Parser>;
  #answer: (found: unknown) => void = () => undefined;

  constructor(_file: string, { workerData }: WorkerOptions) {
    this.#parse = loadParser(structuredClone(workerData) as ParseSettings);
  }

  on(event: string, listener: (found: unknown) => void): void {
    if (event === 'message') this.#answer = listener;
  }

  postMessage(sources: readonly Source[]): void {
    void this.#parse.then((parse) => this.#answer(sources.map((source) => withoutBody(parse(source)))));
  }

  terminate(): Promise<void> {
    return Promise.resolve();
  }
}

vi.doMock('../common/thread-file.ts', () => ({ threadFile: () => 'parse-worker.js' }));
vi.doMock('node:worker_threads', () => ({ Worker: Thread }));
const { parseAll } = await import('./parse-pool.ts');

test('threads read notes by the same settings as the first', async () => {
  const text = '---\nwhen: 2024-05-06\nfield: [a]\n---\n# Ä :joy:\n';
  const sources = Array.from({ length: 1_500 }, (_, index) => ({
    path: `${index}.md`,
    bytes: Buffer.from(text),
    hash: '',
    stamp: '',
  }));
  const settings = {
    wikilinks: false,
    dollarMath: false,
    typographer: true,
    headingIds: 'github-ascii',
    emoji: true,
    baseURL: null,
    taxonomies: ['field'],
    dateWays: { date: ['when'] },
  } as const;
  const read = async (workers: number): Promise<unknown[]> => {
    const outcomes = await parseAll({ sources, settings, workers, onParsed: () => undefined });
    return [...new Set(outcomes.map(({ note }) => JSON.stringify([note!.headings, note!.frontMatter])))];
  };
  const alone = await read(0);
  expect(alone).toHaveLength(1);
  expect(await read(1)).toEqual(alone);
});
