/** Milliseconds for which a newer question waits for the answer to an older one. */
const PATIENCE = 250;

/**
 * Asks one question at a time and tells the newest answer only: while one is under way, the questions after it wait, and only
 * the last of them is asked; where the answer takes long, it is not waited for. A late answer never overwrites a newer one.
 */
export class Newest<Question, Reply> {
  readonly #ask: (question: Question) => Promise<Reply>;
  readonly #tell: (question: Question, reply: Reply) => void;
  readonly #fail: (error: unknown) => void;
  #number = 0;
  #busy = false;
  #next: { number: number; question: Question } | null = null;

  /** @param fail told why the newest question has no answer */
  constructor(
    ask: (question: Question) => Promise<Reply>,
    tell: (question: Question, reply: Reply) => void,
    fail: (error: unknown) => void,
  ) {
    this.#ask = ask;
    this.#tell = tell;
    this.#fail = fail;
  }

  ask(question: Question): void {
    this.#next = { number: ++this.#number, question };
    if (!this.#busy) void this.#run();
  }

  /** Forgets what was asked: no answer is told until the next question. */
  forget(): void {
    this.#number++;
    this.#next = null;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#next !== null) {
      const { number, question } = this.#next;
      this.#next = null;
      const told = this.#ask(question).then(
        (reply) => {
          if (number === this.#number) this.#tell(question, reply);
        },
        (error: unknown) => {
          if (number === this.#number) this.#fail(error);
        },
      );
      await Promise.race([told, this.#overtaken()]);
    }
    this.#busy = false;
  }

  /** Comes when a newer question has waited long enough, if there is one then. */
  async #overtaken(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    while (this.#next === null && this.#busy);
  }
}
