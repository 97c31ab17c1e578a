import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestWays } from './path-find.ts';
import { sampleGarden } from './sample-garden.ts';

type Links = readonly (readonly [number, number])[];

/** Every way without a loop, written down; of those the shortest. */
function naive(links: Links, start: number, end: number, either: boolean): string[] {
  const found: number[][] = [];
  const goOn = (way: readonly number[]): void => {
    const node = way.at(-1)!;
    if (node === end) {
      found.push([...way]);
      return;
    }
    const onward = new Set(
      links.flatMap(([a, b]) => [...(a === node ? [b] : []), ...(either && b === node ? [a] : [])]),
    );
    for (const next of onward) if (!way.includes(next)) goOn([...way, next]);
  };
  goOn([start]);
  const least = Math.min(...found.map((way) => way.length));
  return found
    .filter((way) => way.length === least)
    .map((way) => way.join())
    .sort();
}

const titles = (count: number): string[] => Array.from({ length: count }, (_, id) => `n${id}`);

describe('shortestWays', () => {
  // a → b → d, a → c → d, d → a, e → d
  const links: Links = [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
    [3, 0],
    [4, 3],
  ];
  const garden = sampleGarden(['a', 'b', 'c', 'd', 'e', 'f'], links);

  it('follows links in their direction, or either way', () => {
    expect(shortestWays(garden, 0, 3, false, 9)).toEqual({
      ways: [
        [0, 1, 3],
        [0, 2, 3],
      ],
      count: 2,
    });
    expect(shortestWays(garden, 0, 3, true, 9)).toEqual({ ways: [[0, 3]], count: 1 });
    expect(shortestWays(garden, 1, 0, false, 9)).toEqual({ ways: [[1, 3, 0]], count: 1 });
  });

  it('says that none leads there', () => {
    expect(shortestWays(garden, 0, 4, false, 9)).toBeNull();
    expect(shortestWays(garden, 0, 4, true, 9)).toEqual({ ways: [[0, 3, 4]], count: 1 });
    expect(shortestWays(garden, 0, 5, true, 9)).toBeNull();
  });

  it('is there already where start and end are one', () => {
    expect(shortestWays(garden, 2, 2, false, 9)).toEqual({ ways: [[2]], count: 1 });
  });

  it('lists some of very many, and counts them all', () => {
    // Sixty diamonds in a row: 2^60 shortest ways.
    const diamonds = Array.from({ length: 60 }, (_, i): Links => {
      const at = 3 * i;
      return [
        [at, at + 1],
        [at, at + 2],
        [at + 1, at + 3],
        [at + 2, at + 3],
      ];
    });
    const found = shortestWays(sampleGarden(titles(181), diamonds.flat()), 0, 180, false, 5)!;
    expect(found.count).toBe(2 ** 60);
    expect(found.ways).toHaveLength(5);
    expect(new Set(found.ways.map((way) => way.join())).size).toBe(5);
  });

  it('goes by less linked notes first', () => {
    const hub: Links = [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [1, 4],
      [1, 5],
    ];
    expect(shortestWays(sampleGarden(titles(6), hub), 0, 3, false, 9)!.ways).toEqual([
      [0, 2, 3],
      [0, 1, 3],
    ]);
  });

  it('finds the same ways as one who writes all of them down', () => {
    const node = fc.nat(6);
    const distinct = fc
      .uniqueArray(fc.tuple(node, node), { maxLength: 16, selector: ([a, b]) => 7 * a + b })
      .map((list) => list.filter(([a, b]) => a !== b));
    fc.assert(
      fc.property(
        distinct,
        node,
        node,
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (list, a, b, either, most) => {
          const expected = naive(list, a, b, either);
          const found = shortestWays(sampleGarden(titles(7), list), a, b, either, most);
          if (found === null) {
            expect(expected).toEqual([]);
            return;
          }
          expect(found.count).toBe(expected.length);
          expect(found.ways).toHaveLength(Math.min(most, expected.length));
          const ways = found.ways.map((way) => way.join());
          expect(new Set(ways).size).toBe(ways.length);
          for (const way of ways) expect(expected).toContain(way);
        },
      ),
    );
  });

  it('takes a chain of 20,000 notes', () => {
    const chain = titles(20_000)
      .map((_, i): [number, number] => [i, i + 1])
      .slice(0, -1);
    const found = shortestWays(sampleGarden(titles(20_000), chain), 0, 19_999, false, 3)!;
    expect(found.ways[0]).toHaveLength(20_000);
  });
});
