import { describe, expect, test } from 'vitest';
import { formatAddress, HOME, parseAddress } from './address.ts';
import { leaving, noView, withView } from './named-view.ts';

const root = new URL('https://ex.org/garden/');
const physics = { id: 'physics', name: 'Physics', address: 'view=local&depth=2&only=tag%3Aphysics&links=2' };
const first = { id: 'start', name: 'Start', address: 'hide=orphans', first: true as const };

const opened = (path: string, views = [physics]): string =>
  formatAddress(withView(parseAddress(new URL(path, root), root), views), root).href.slice(root.href.length);

describe('a named view', () => {
  test('is all that its address needs to say', () => {
    const address = withView(parseAddress(new URL('?map=physics', root), root), [physics]);
    expect(address).toMatchObject({ named: 'physics', view: 'local', depth: 2 });
    expect(address.choice.filter).toMatchObject({ only: 'tag:physics', links: 2 });
    expect(opened('notes/a/?map=physics&links=9')).toBe('notes/a/?map=physics');
  });

  test('that nobody named changes nothing', () => {
    expect(opened('?map=chemistry')).toBe('?map=chemistry');
    expect(opened('?links=3')).toBe('?links=3');
  });

  test('that is the first is what an address means that chooses nothing', () => {
    expect(opened('notes/a/', [physics, first])).toBe('notes/a/?map=start');
    for (const chosen of ['?links=3', '?view=local', '?map=all', '?map=all&hide=ghosts', '?map=physics'])
      expect(opened(chosen, [physics, first])).toBe(chosen);
  });

  test('is left by a change of what it chose, and by no other', () => {
    expect(leaving({ depth: 3 }, [physics])).toEqual({ depth: 3, named: null });
    expect(leaving({ choice: HOME.choice }, [first])).toEqual({ choice: HOME.choice, named: 'all' });
    expect(leaving({ query: 'x' }, [first])).toEqual({ query: 'x' });
    expect(leaving({ ...HOME }, [first]).named).toBeNull();
    expect(noView([])).toBeNull();
  });
});
