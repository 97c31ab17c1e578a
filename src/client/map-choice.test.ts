import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURINGS, DIRECTIONS, GROUP_COLOURS } from '../contract/choice.ts';
import type { MapChoice } from './graph/garden/filter.ts';
import { FORCE_KNOBS, LOOK_KNOBS, readKnobs } from './graph/garden/knobs.ts';
import { NO_CHOICE, readChoice, writeChoice } from './map-choice.ts';

const written = (choice: MapChoice): string => {
  const query = new URLSearchParams();
  writeChoice(choice, query);
  return query.toString();
};

const name = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
const choice: fc.Arbitrary<MapChoice> = fc.record({
  filter: fc.record({
    orphans: fc.boolean(),
    tags: fc.boolean(),
    attachments: fc.boolean(),
    ghosts: fc.boolean(),
    tag: name,
    folder: fc.option(fc.constantFrom('a', 'a/b', 'ä ö/ü', '%2f', '?&=#')),
    links: fc.integer({ min: 0, max: 1_000 }),
    only: fc.string({ unit: 'grapheme' }),
  }),
  colour: fc.constantFrom(...COLOURINGS),
  groups: fc.array(
    fc.record({ hue: fc.nat(GROUP_COLOURS.length - 1), query: fc.string({ unit: 'grapheme' }) }),
    { maxLength: 5 },
  ),
  direction: fc.constantFrom(...DIRECTIONS),
  forces: fc.constantFrom('', 'c0', 'r2.5d0.4', 'l3').map((text) => readKnobs(FORCE_KNOBS, text)),
  look: fc.constantFrom('', 'f1.5', 'n2t0.5a0').map((text) => readKnobs(LOOK_KNOBS, text)),
});

describe('the choice of what is on the map', () => {
  test('comes back from its address as it was', () => {
    fc.assert(
      fc.property(choice, (given) => {
        expect(readChoice(new URLSearchParams(written(given)))).toEqual(given);
      }),
    );
  });

  test('takes a group without a known colour as it stands', () => {
    const query = new URLSearchParams('group=tag:math&group=rose:a&group=red:b');
    expect(readChoice(query).groups).toEqual([
      { hue: 0, query: 'tag:math' },
      { hue: 5, query: 'a' },
      { hue: 2, query: 'red:b' },
    ]);
  });

  test('says nothing where nothing was chosen', () => expect(written(NO_CHOICE)).toBe(''));

  test.each([
    'hide=everything',
    'links=many',
    'links=-3',
    'links=Infinity',
    'colour=constructor',
    'follow=all',
    'tag=',
    'folder=/',
  ])('is the default for %s', (query) => expect(readChoice(new URLSearchParams(query))).toEqual(NO_CHOICE));
});
