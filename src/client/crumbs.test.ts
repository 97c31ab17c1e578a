import { expect, it } from 'vitest';
import { parseAddress } from './address.ts';
import { crumbsOf } from './crumbs.ts';

const ROOT = new URL('https://example.org/');
const at = (path: string): string => new URL(path, ROOT).href;
const told = (way: readonly string[], here: string): string[] =>
  crumbsOf(way, parseAddress(new URL(at(here)), ROOT), (url) => parseAddress(url, ROOT)).map(
    ({ end, steps }) => `${end.name} ${steps}`,
  );

it('tells the centres of the walk, with the steps that lead back to each', () => {
  const way = [at('notes/a/?view=local'), at('notes/b/?view=local&depth=2')];
  expect(told(way, 'notes/c/?view=local')).toEqual(['a 2', 'b 1']);
});

it('takes several steps around one centre together', () => {
  const way = [at('notes/a/?view=local'), at('notes/a/?view=local&sel=b'), at('notes/b/?view=local')];
  expect(told(way, 'notes/b/?view=local#part')).toEqual(['a 2']);
});

it('begins where the map was whole, where no note was open, and where it can read no address', () => {
  expect(told([at('notes/a/?view=local'), at('notes/b/')], 'notes/c/?view=local')).toEqual([]);
  expect(told([at('?q=word'), at('notes/b/?view=local')], 'notes/c/?view=local')).toEqual(['b 1']);
  expect(told(['nonsense', at('notes/b/?view=local')], 'notes/c/?view=local')).toEqual(['b 1']);
});
