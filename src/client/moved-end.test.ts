import { expect, it } from 'vitest';
import { readColumns, type Garden } from '../contract/map.ts';
import { HOME, type Address } from './address.ts';
import { ALONE } from './beside.ts';
import { movedEnds } from './moved-end.ts';

/** Notes by slug, and ghosts behind them by name. */
function gardenOf(slugs: string[], ghosts: string[], links: [string, string][]): Garden {
  const titles = [...slugs, ...ghosts];
  const at = (name: string): number => titles.indexOf(name);
  return readColumns({
    unit: 1,
    titles,
    slugs,
    tags: [],
    noteTags: slugs.map(() => []),
    regions: [],
    region: titles.map(() => -1),
    x: titles.map(() => 0),
    y: titles.map(() => 0),
    from: links.map(([from]) => at(from)),
    to: links.map(([, to]) => at(to)),
  });
}

const written = gardenOf(
  ['oak', 'elm', 'leaf'],
  ['acorn'],
  [
    ['oak', 'leaf'],
    ['elm', 'leaf'],
    ['oak', 'acorn'],
  ],
);
const deleted = gardenOf(
  ['oak', 'elm'],
  ['acorn', 'Leaf (2)', 'news'],
  [
    ['oak', 'news'],
    ['oak', 'acorn'],
    ['oak', 'Leaf (2)'],
    ['elm', 'Leaf (2)'],
  ],
);
const at = (change: Partial<Address>): Address => ({ ...HOME, ...change });
const leaf = { name: 'leaf', ghost: false };
const ghost = { name: 'Leaf (2)', ghost: true };

it('a note that was deleted is the ghost that its links lead to now', () => {
  expect(movedEnds(at({ slug: 'leaf', heading: 'veins' }), written, deleted)).toEqual({
    slug: null,
    ghost: 'Leaf (2)',
    heading: null,
    beside: ALONE,
  });
});

it('a ghost that was written is the note that its links lead to now', () => {
  expect(movedEnds(at({ ghost: 'Leaf (2)' }), deleted, written)).toMatchObject({ slug: 'leaf', ghost: null });
});

it('stays with what is there still, and with what no link tells of', () => {
  expect(movedEnds(at({ slug: 'oak' }), written, deleted)).toBe(null);
  expect(movedEnds(at({ ghost: 'acorn' }), written, deleted)).toBe(null);
  expect(movedEnds(at({ page: 'health' }), written, deleted)).toBe(null);
  const bare = gardenOf(['oak', 'elm'], [], [['oak', 'elm']]);
  expect(movedEnds(at({ slug: 'leaf' }), written, bare)).toBe(null);
});

it('follows notes side by side, each once', () => {
  const oak = { name: 'oak', ghost: false };
  const beside = { before: [oak, leaf], after: [] };
  expect(movedEnds(at({ slug: 'elm', heading: 'bark', beside }), written, deleted)).toEqual({
    slug: 'elm',
    ghost: null,
    heading: 'bark',
    beside: { before: [oak, ghost], after: [] },
  });
  const apart = gardenOf(
    ['oak', 'leaf', 'leaves'],
    [],
    [
      ['oak', 'leaf'],
      ['oak', 'leaves'],
    ],
  );
  const both = { before: [oak, leaf], after: [] };
  const joined = gardenOf(['oak', 'foliage'], [], [['oak', 'foliage']]);
  expect(movedEnds(at({ slug: 'leaves', beside: both }), apart, joined)).toMatchObject({
    slug: 'foliage',
    beside: { before: [oak], after: [] },
  });
});
