import { describe, expect, test } from 'vitest';
import { Pull, type PullInput } from './pull.ts';

/** A row of nodes 30 apart, each linked to the next; the last doesn't yield. */
function row(length: number, grabbed: number): PullInput {
  const nodes = [...Array(length).keys()];
  return {
    nodeCount: length,
    from: nodes.slice(1).map((node) => node - 1),
    to: nodes.slice(1),
    x: nodes.map((node) => 30 * node),
    y: nodes.map(() => 0),
    grabbed,
    held: nodes.map((node) => (node === length - 1 ? 1 : 0)),
  };
}

function settle(pull: Pull): number {
  let ticks = 0;
  while (pull.tick()) ticks++;
  return ticks;
}

describe('a node that is drawn', () => {
  test('leaves everything where it is until it moves', () => {
    const input = row(6, 0);
    const pull = new Pull(input);
    expect(settle(pull)).toBe(0);
    pull.moveTo(0, 0);
    settle(pull);
    [...pull.places.x].forEach((x, node) => expect(x).toBeCloseTo(input.x[node]!, 9));
  });

  test('is where the pointer is; those near it follow, those far off less, the held not at all', () => {
    const pull = new Pull(row(6, 0));
    pull.moveTo(-20, 80);
    settle(pull);
    const { x, y } = pull.places;
    expect([x[0], y[0]]).toEqual([-20, 80]);
    expect(y[1]).toBeGreaterThan(5);
    expect(y[1]).toBeGreaterThan(y[2]!);
    expect(y[2]).toBeGreaterThan(y[3]!);
    expect([x[5], y[5]]).toEqual([150, 0]);
  });

  test('takes along what is to keep its distance; the others yield to all of them', () => {
    const input = row(6, 0);
    const pull = new Pull({ ...input, along: [0, 0, 1, 0, 0, 0] });
    pull.moveTo(-20, 80);
    settle(pull);
    const { x, y } = pull.places;
    expect([x[0], y[0], x[2], y[2]]).toEqual([-20, 80, 40, 80]);
    expect(y[1]).toBeGreaterThan(40);
    expect(y[3]).toBeGreaterThan(10);
  });

  test('comes to rest soon, and gives the same places for the same way', () => {
    const ways = [0, 1].map(() => {
      const pull = new Pull(row(40, 20));
      for (let step = 1; step <= 10; step++) {
        pull.moveTo(600 + step * 5, step * 9);
        pull.tick();
      }
      expect(settle(pull)).toBeLessThan(80);
      return pull.places;
    });
    expect(ways[0]).toEqual(ways[1]);
  });

  test('goes back with its neighbours when it is brought back', () => {
    const input = row(6, 2);
    const pull = new Pull(input);
    pull.moveTo(100, 60);
    settle(pull);
    const away = Math.max(...pull.places.y);
    for (let i = 0; i < 6; i++) {
      pull.moveTo(60, 0);
      settle(pull);
    }
    expect(away).toBe(60);
    [...pull.places.y].forEach((y) => expect(Math.abs(y)).toBeLessThan(3));
  });
});
