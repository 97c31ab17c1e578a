import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, formatAddress, HOME, parseAddress, slugOf, type Address } from './address.ts';
import { keyOfEnd } from './beside.ts';
import { sameEnd } from './end.ts';

const root = new URL('https://example.org/garden/');
const parse = (path: string): Address => parseAddress(new URL(path, root), root);

describe('parseAddress', () => {
  it('reads the root as nothing chosen', () => {
    expect(parse('')).toEqual(HOME);
    expect(parse('index.html')).toEqual(HOME);
  });

  it('leaves to the browser what is for the browser', () => {
    expect(parse('notes/a/?quote=one%2Ctwo#pmf:~:text=one,two')).toEqual({
      ...HOME,
      slug: 'a',
      heading: 'pmf',
      quote: 'one,two',
    });
    expect(parse('notes/a/#:~:text=one').heading).toBeNull();
  });

  it('reads note, query, view, depth and heading', () => {
    expect(parse('notes/random_variable/?q=a+b&view=local&depth=2#pmf')).toEqual({
      ...HOME,
      slug: 'random_variable',
      query: 'a b',
      view: 'local',
      depth: 2,
      heading: 'pmf',
    });
  });

  it.each([
    ['notes/probability/', 'probability'],
    ['notes/probability', 'probability'],
    ['notes/probability/index.html', 'probability'],
    ['notes/maths/g%C3%B6del/', 'maths/gödel'],
    ['notes/50%25/', '50%'],
    ['notes/%E0%A4%A/', '%E0%A4%A'],
    ['notes/', null],
    ['elsewhere/notes/x/', null],
    ['https://evil.example/garden/notes/x/', null],
  ])('takes the note of %s', (path, slug) => {
    expect(slugOf(new URL(path, root), root)).toBe(slug);
  });

  it.each([
    ['?view=local&depth=9', 5],
    ['?view=local&depth=-1', 1],
    ['?view=local&depth=2.6', 3],
    ['?view=local&depth=many', 1],
  ])('keeps the depth of %s in bounds', (path, depth) => {
    expect(parse(path).depth).toBe(depth);
  });

  it('reads until when notes are shown, and nothing that is no date', () => {
    expect(parse('?until=2024-05-17').until).toBe('2024-05-17');
    for (const text of ['', '2024', '2024-5-1', 'now', '2024-05-17T10:00', '12024-05-17']) {
      expect(parse(`?until=${text}`)).toEqual(HOME);
    }
  });

  it('lets a note win over a ghost, and a ghost over a page', () => {
    expect(parse('notes/a/?ghost=b&page=health')).toEqual({ ...HOME, slug: 'a' });
    expect(parse('?ghost=b&page=health')).toEqual({ ...HOME, ghost: 'b' });
    expect(parse('?page=health')).toEqual({ ...HOME, page: 'health' });
    expect(parse('?page=admin')).toEqual(HOME);
  });
});

describe('a question in the address', () => {
  const from = { name: 'maths/gödel', ghost: false };

  it('names both ends, one of which may be a ghost', () => {
    expect(parse('?why=maths/gödel~?The Lantern').question).toEqual({
      kind: 'why',
      from,
      to: { name: 'The Lantern', ghost: true },
      either: false,
    });
    expect(parse('notes/a/?path=maths/gödel~b&way=either')).toEqual({
      ...HOME,
      slug: 'a',
      question: { kind: 'path', from, to: { name: 'b', ghost: false }, either: true },
    });
  });

  it('may still lack its other end', () => {
    expect(parse('?path=maths/gödel~').question).toEqual({ kind: 'path', from, to: null, either: false });
  });

  it.each(['?path=', '?path=a', '?path=~b', '?path=a~b~c', '?why=~', '?why=?~b'])('is none in %s', (path) => {
    expect(parse(path).question).toBeNull();
  });

  it('can be read by people', () => {
    const question = { kind: 'path', from, to: { name: 'a~b%', ghost: false }, either: false } as const;
    expect(formatAddress({ ...HOME, question }, root).search).toBe('?path=maths/g%C3%B6del~a%257Eb%2525');
  });
});

describe('several notes in the address', () => {
  const note = (name: string): { name: string; ghost: boolean } => ({ name, ghost: false });

  it('are selected, or grown on the local map', () => {
    expect(parse('?sel=maths/a~/b~?The Lantern&alone=1')).toMatchObject({
      picks: [note('maths/a'), note('maths/b'), { name: 'The Lantern', ghost: true }],
      alone: true,
    });
    expect(parse('notes/x/?view=local&grow=a~b').grown).toEqual([note('a'), note('b')]);
  });

  it('show nothing alone where none is selected', () => {
    expect(parse('?sel=~&alone=1')).toEqual(HOME);
  });

  it('are grown only on the local map', () => {
    const grown = [note('a')];
    expect(formatAddress({ ...HOME, grown }, root).search).toBe('');
    expect(formatAddress({ ...HOME, view: 'local', grown }, root).search).toBe('?view=local&grow=a');
  });

  it('can be read by people', () => {
    const picks = [note('posts/one'), note('posts/two'), note('index'), note('posts/one two')];
    expect(formatAddress({ ...HOME, picks }, root).search).toBe('?sel=posts/one~/two~index~posts/one+two');
  });
});

describe('formatAddress', () => {
  it('leaves out what is as usual', () => {
    expect(formatAddress(HOME, root).href).toBe('https://example.org/garden/');
    expect(formatAddress({ ...HOME, slug: 'a b', depth: 3 }, root).href).toBe(
      'https://example.org/garden/notes/a%20b/',
    );
  });

  it('gives back every address that parseAddress can read', () => {
    const text = fc.string({ unit: 'binary' });
    const name = text.filter((value) => value !== '');
    // A URL cannot hold a segment of dots, and no build publishes one.
    const segment = name.filter(
      (value) => !/^\.{1,2}$/.test(value) && value !== 'index.html' && !value.includes('/'),
    );
    const note = fc.record({
      slug: fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
      heading: fc.option(name.filter((value) => !value.includes(':~:'))),
      quote: fc.option(name),
    });
    const place = fc.oneof(
      note.map((chosen) => ({ ...HOME, ...chosen })),
      name.map((ghost) => ({ ...HOME, ghost })),
      fc.constant({ ...HOME, page: 'health' as const }),
    );
    const end = fc.record({ name, ghost: fc.boolean() });
    const question = fc.option(
      fc.oneof(
        fc.record({
          kind: fc.constant('why' as const),
          from: end,
          to: fc.option(end),
          either: fc.constant(false),
        }),
        fc.record({
          kind: fc.constant('path' as const),
          from: end,
          to: fc.option(end),
          either: fc.boolean(),
        }),
      ),
    );
    const ends = fc.uniqueArray(end, { selector: ({ name: own, ghost }) => `${ghost} ${own}`, maxLength: 5 });
    const picks = fc.oneof(
      fc.record({ picks: ends }),
      fc.record({ picks: ends.filter((some) => some.length > 0), alone: fc.boolean() }),
    );
    const rest = fc.oneof(
      fc.record({ query: text, embed: fc.boolean() }),
      fc.record({ until: fc.constantFrom(null, '2024-05-17', '0999-02-31') }),
      fc.record({
        query: text,
        view: fc.constant('local' as const),
        depth: fc.integer({ min: 1, max: 5 }),
        grown: ends,
      }),
    );
    const others = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1 }), ghost: fc.boolean() }), {
      maxLength: 3,
      selector: keyOfEnd,
    });
    fc.assert(
      fc.property(place, rest, picks, question, others, fc.nat(3), (chosen, more, picked, asked, all, at) => {
        const here = endOf(chosen);
        const beyond = all.filter((other) => here !== null && !sameEnd(other, here));
        const beside = { before: beyond.slice(0, at), after: beyond.slice(at) };
        const address = { ...chosen, ...more, ...picked, question: asked, beside };
        expect(parseAddress(formatAddress(address, root), root)).toEqual(address);
      }),
    );
  });
});
