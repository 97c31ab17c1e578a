import { expect, test, vi } from 'vitest';
import { readColumns } from '../../contract/map.ts';
import { SearchSession } from './session.svelte.ts';

const garden = readColumns({
  titles: ['Fire', 'Water'],
  slugs: ['fire', 'water'],
  unit: 1,
  x: [0, 0],
  y: [0, 0],
  region: [-1, -1],
  regions: [],
  from: [],
  to: [],
  tags: [],
  noteTags: [[], []],
});

/** A session whose facts come when they are let. */
function start(): { session: SearchSession; letFacts: () => void } {
  let letFacts = (): void => {};
  const facts = new Promise<null>((resolve) => (letFacts = () => resolve(null)));
  const session = new SearchSession(new URL('https://ex.org/'), () => facts, {
    read: () => null,
    write: () => {},
  });
  session.setGarden(garden, 'search.json');
  return { session, letFacts };
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

test('what titles answer at once is not overwritten by an answer that was waited for before', async () => {
  const { session, letFacts } = start();
  await session.prepare();
  session.ask('has:math');
  await vi.dynamicImportSettled();
  session.ask('fire');
  letFacts();
  await later();
  expect(session.found?.query).toBe('fire');
});

test('what is wanted of it twice asks once', async () => {
  const { session, letFacts } = start();
  session.ask('has:math');
  await Promise.all([session.prepare(), session.prepare()]);
  await vi.dynamicImportSettled();
  session.ask('has:code');
  await later();
  session.ask('');
  letFacts();
  await later();
  expect(session.found).toBeNull();
});
