import { describe, expect, it } from 'vitest';
import { Newest } from './newest.ts';

/** Questions are answered by hand, in any order. */
function setUp() {
  const open = new Map<string, () => void>();
  const asked: string[] = [];
  const told: string[] = [];
  const newest = new Newest<string, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve) => open.set(question, () => resolve(`${question}!`)));
    },
    (_question, reply) => told.push(reply),
  );
  const settle = async (question: string): Promise<void> => {
    open.get(question)!();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { newest, asked, told, settle };
}

describe('Newest', () => {
  it('tells the answer to the last question only', async () => {
    const { newest, asked, told, settle } = setUp();
    for (const question of ['r', 'ra', 'ran', 'rand']) newest.ask(question);
    expect(asked).toEqual(['r']);
    await settle('r');
    expect(told).toEqual([]);
    expect(asked).toEqual(['r', 'rand']);
    await settle('rand');
    expect(told).toEqual(['rand!']);
  });

  it('tells nothing after the question was taken back', async () => {
    const { newest, told, settle } = setUp();
    newest.ask('r');
    newest.forget();
    await settle('r');
    expect(told).toEqual([]);
    newest.ask('s');
    await settle('s');
    expect(told).toEqual(['s!']);
  });
});
