/**
 * Asks one question at a time and tells the newest answer only: while one is under way, the questions after it wait,
 * and only the last of them is asked. A late answer never overwrites a newer one.
 */
export class Newest<Question, Reply> {
  readonly #ask: (question: Question) => Promise<Reply>;
  readonly #tell: (question: Question, reply: Reply) => void;
  #number = 0;
  #busy = false;
  #next: { number: number; question: Question } | null = null;

  constructor(ask: (question: Question) => Promise<Reply>, tell: (question: Question, reply: Reply) => void) {
    this.#ask = ask;
    this.#tell = tell;
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
    try {
      while (this.#next !== null) {
        const { number, question } = this.#next;
        this.#next = null;
        const reply = await this.#ask(question);
        if (number === this.#number) this.#tell(question, reply);
      }
    } finally {
      this.#busy = false;
    }
  }
}
