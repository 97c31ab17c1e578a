/** A regular expression written out as a program, whose length is bounded. */

/** One step of the program; those that read a letter go on to the next one, as `assert` does. */
export type Instruction =
  | { readonly op: 'letter'; readonly fits: (letter: number) => boolean }
  | { readonly op: 'assert'; readonly what: '^' | '$' | 'b' | 'B' }
  | { readonly op: 'split'; one: number; other: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'match' };

export type Program = readonly Instruction[];

/** An expression as it was read. */
export type Node =
  | Extract<Instruction, { op: 'letter' | 'assert' }>
  | { readonly op: 'sequence'; readonly of: readonly Node[] }
  | { readonly op: 'choice'; readonly of: readonly Node[] }
  | { readonly op: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

const MAX_PROGRAM = 3_000;
const NOTHING: Node = { op: 'sequence', of: [] };

/** Why an expression can't be taken, in words that follow "The regular expression". */
export class Refusal extends Error {}

/** @throws {Refusal} where it is too long */
export function writeProgram(node: Node): Program {
  const emitter = new Emitter();
  emitter.emit(node);
  return [...emitter.program, { op: 'match' }];
}

/** Writes the program down, and counts: what repeats nothing is long too when it is written out. */
class Emitter {
  readonly program: Instruction[] = [];
  #steps = 0;

  emit(node: Node): void {
    if (++this.#steps > MAX_PROGRAM) throw new Refusal('is too long when its repetitions are written out');
    if (node.op === 'letter' || node.op === 'assert') this.program.push(node);
    else if (node.op === 'sequence') for (const part of node.of) this.emit(part);
    else if (node.op === 'choice') this.#choice(node.of);
    else {
      for (let i = 0; i < node.least; i++) this.emit(node.of);
      if (node.most === Infinity) this.#loop(node.of);
      else for (let i = node.least; i < node.most; i++) this.#choice([node.of, NOTHING]);
    }
  }

  #choice(of: readonly Node[]): void {
    const jumps: { op: 'jump'; to: number }[] = [];
    of.forEach((part, index) => {
      if (index === of.length - 1) return this.emit(part);
      const split = { op: 'split' as const, one: this.program.length + 1, other: 0 };
      const jump = { op: 'jump' as const, to: 0 };
      this.program.push(split);
      this.emit(part);
      jumps.push(jump);
      this.program.push(jump);
      split.other = this.program.length;
    });
    for (const jump of jumps) jump.to = this.program.length;
  }

  #loop(of: Node): void {
    const start = this.program.length;
    const split = { op: 'split' as const, one: start + 1, other: 0 };
    this.program.push(split);
    this.emit(of);
    this.program.push({ op: 'jump', to: start });
    split.other = this.program.length;
  }
}
