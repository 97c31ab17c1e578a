/** One reader's questions, from key to key. */
import type { Answer } from '../../search/engine.ts';
import { ENOUGH } from '../../search/tiers.ts';
import { ask, type Askable } from './ask.ts';
import { Newest } from './newest.ts';

/** Milliseconds after the last key, when similar words and texts that take long are waited for: a reader who types on needn't. */
const PAUSE = 350;

export class Asking {
  readonly #newest: Newest<{ readonly query: string; readonly further: boolean }, Answer>;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param askable what there is to ask, at this moment
   * @param tell told of each answer; of an earlier question none comes after that of a later one
   * @param fail told why the newest question has no answer
   */
  constructor(
    askable: () => Askable,
    tell: (query: string, answer: Answer) => void,
    fail: (error: unknown) => void,
  ) {
    this.#newest = new Newest(
      ({ query, further }) => ask(query, askable(), further),
      ({ query, further }, answer) => {
        tell(query, answer);
        const isEnough =
          answer.match === 'any' || (answer.hits.length >= ENOUGH && answer.unordered !== true);
        if (further || isEnough || askable().engine === null) return;
        this.#pause = setTimeout(() => this.#newest.ask({ query, further: true }), PAUSE);
      },
      fail,
    );
  }

  ask(query: string): void {
    clearTimeout(this.#pause);
    this.#newest.ask({ query, further: false });
  }

  forget(): void {
    clearTimeout(this.#pause);
    this.#newest.forget();
  }
}
