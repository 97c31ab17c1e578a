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
      return new Promise((resolve, reject) =>
        open.set(question, () => (question === 'bad' ? reject(new Error('gone')) : resolve(`${question}!`))),
      );
    },
    (_question, reply) => told.push(reply),
    (error) => told.push(String(error)),
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

  it('does not wait long for an answer that nobody wants any more', async () => {
    const { newest, asked, told, settle } = setUp();
    newest.ask('slow');
    newest.ask('s');
    newest.ask('sl');
    expect(asked).toEqual(['slow']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toEqual(['slow', 'sl']);
    await settle('sl');
    await settle('slow');
    expect(told).toEqual(['sl!']);
  });

  it('says why there is no answer, and goes on', async () => {
    const { newest, told, settle } = setUp();
    newest.ask('bad');
    await settle('bad');
    newest.ask('good');
    await settle('good');
    expect(told).toEqual(['Error: gone', 'good!']);
  });
});
