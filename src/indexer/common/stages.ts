/** Times the stages of a run and tells how far they are. */
import type { BuildOptions, Summary } from './types.ts';

export class Stages {
  readonly #stages: { name: string; milliseconds: number }[] = [];
  readonly #onProgress: BuildOptions['onProgress'];

  constructor(onProgress: BuildOptions['onProgress']) {
    this.#onProgress = onProgress;
  }

  get all(): Summary['stages'] {
    return this.#stages;
  }

  /** What another thread did meanwhile. */
  add(name: string, milliseconds: number): void {
    this.#stages.push({ name, milliseconds });
  }

  /** @param work is given a function that tells how many of `total` are done */
  async run<Result>(
    name: string,
    total: number,
    work: (tell: (done: number) => void) => Result | Promise<Result>,
  ): Promise<Result> {
    const start = performance.now();
    this.#onProgress?.(name, 0, total);
    const result = await work((done) => this.#onProgress?.(name, done, total));
    this.#stages.push({ name, milliseconds: performance.now() - start });
    return result;
  }
}
