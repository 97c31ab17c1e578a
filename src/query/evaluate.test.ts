import { describe, expect, it } from 'vitest';
import { readColumns } from '../contract/map.ts';
import { firstDay } from './dates.ts';
import { evaluate, type Sources } from './evaluate.ts';
import { HAS, NO_DATE } from '../contract/facts.ts';
import { readHeadings } from '../contract/headings.ts';
import { parse } from './parse.ts';
import { planOf } from './plan.ts';

const garden = readColumns({
  titles: ['Heart', 'Gödel’s theorem', 'Black holes', 'Waves & heat', '東京の夏', '🔥', 'A ghost'],
  slugs: ['body/heart', 'maths/godel', 'physics/holes', 'physics/waves', 'tokyo', 'fire'],
  unit: 1,
  x: [0, 1, 2, 3, 4, 5, 6],
  y: [0, 0, 0, 0, 0, 0, 0],
  region: [-1, -1, -1, -1, -1, -1, -1],
  regions: [],
  from: [0, 1, 2, 2, 3],
  to: [3, 2, 3, 6, 2],
  tags: ['Physics', 'physics/waves', 'physicist', 'Mathématiques'],
  noteTags: [[], [3], [0], [1], [2], []],
  aliases: ['Incompleteness', 'Collapsed stars'],
  aliasOf: [1, 2],
});

const facts = {
  created: Int32Array.from([firstDay('2023-12-31')!, NO_DATE, firstDay('2024-01-01')!, NO_DATE, 0, NO_DATE]),
  modified: Int32Array.from([0, firstDay('2024-06-01')!, 0, NO_DATE, 0, NO_DATE]),
  has: Uint16Array.from([HAS.code, HAS.math, HAS.math | HAS.picture, 0, 0, 0]),
  headingsFile: 'headings.0.json',
  headings: readHeadings(
    { version: 1, headings: ['a proof\nproof of heat', '', 'heat', 'of heat a proof', '東京の夏', ''] },
    6,
  ),
};

function found(text: string, sources: Sources = { facts }): number[] | null {
  const { mask } = evaluate(parse(text).query, garden, sources);
  return mask === null ? null : [...mask.keys()].filter((node) => mask[node] === 1);
}

describe('a query over a garden', () => {
  it.each([
    ['', null],
    ['hea', [0, 3]],
    ['eart', []],
    ['heat', [3]],
    ['"hea"', []],
    ['godel', [1]],
    ['GÖDEL theorem', [1]],
    ['"black holes"', [2]],
    ['"black hole"', []],
    ['waves,heat', [3]],
    ['title:ghost', [6]],
    ['京の', [4]],
    ['"夏"', [4]],
    ['🔥', [5]],
    ['-hea -ghost', [1, 2, 4, 5]],
    ['godel OR tokyo OR 東京', [1, 4]],
    ['tag:physics', [2, 3]],
    ['#mathematiques', [1]],
    ['tag:/^phys/', [2, 3, 4]],
    ['path:physics/', [2, 3]],
    ['path:/^[^\\/]+$/', [4, 5]],
    ['/o.*e/', [0, 1, 2]],
    ['link:"waves & heat"', [0, 2]],
    ['link:physics/holes', [1, 3]],
    ['link:holes', [1, 3]],
    ['link:black', [1, 3]],
    ['link:"collapsed STARS"', [1, 3]],
    ['incomplete', [1]],
    ['title:"collapsed stars"', [2]],
    ['"holes collapsed"', []],
    ['link:"a ghost"', [2]],
    ['is:orphan', [4, 5]],
    ['is:ghost', [6]],
    ['-is:ghost -is:orphan', [0, 1, 2, 3]],
    ['links:>=3', [2, 3]],
    ['backlinks:0', [0, 1, 4, 5]],
    ['links:1..2', [0, 1, 6]],
    ['has:math', [1, 2]],
    ['has:math has:picture', [2]],
    ['has:tag', [1, 2, 3, 4]],
    ['after:2024', [1, 2]],
    ['before:2024', [0, 4]],
    ['after:2024-01-02', [1]],
    ['after:1970 before:1971', [4]],
    ['section:proof', [0, 3]],
    ['section:pro', [0, 3]],
    ['section:oof', []],
    ['section:"proof of heat"', [0]],
    ['section:"heat a"', [3]],
    ['section:"proof proof"', []],
    ['section:"pro"', []],
    ['section:京の', [4]],
    ['section:"!"', []],
    ['-section:heat', [1, 4, 5, 6]],
    ['section:heat title:holes', [2]],
  ])('%j means %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('leaves open what it cannot tell, and says what', () => {
    expect(found('has:math', {})).toBeNull();
    expect(found('black has:math', {})).toEqual([2]);
    expect(found('black OR -after:2024', {})).toEqual([2]);
    expect(
      evaluate(parse('section:intro before:2020 black').query, garden).open.map(({ lacks }) => lacks),
    ).toEqual(['facts', 'facts']);
    expect(found('black section:proof', { facts: { ...facts, headings: null } })).toEqual([2]);
  });

  it('says so where no note has a day', () => {
    const days = new Int32Array(6).fill(NO_DATE);
    const undated = { ...facts, created: days, modified: days };
    const { open, mask } = evaluate(parse('after:2024').query, garden, { facts: undated });
    expect([open.map(({ lacks }) => lacks), mask]).toEqual([['days'], null]);
  });

  it('asks for full text where somebody can tell, and for titles all the same', () => {
    const find: Sources['find'] = ({ text, phrase }) => (text === 'rain' || phrase ? [0, 4] : null);
    expect(found('rain', { find })).toEqual([0, 4]);
    expect(found('-"rain" -is:ghost', { find })).toEqual([1, 2, 3, 5]);
    expect(found('title:rain', { find })).toEqual([]);
    const unread = evaluate(parse('tokyo -"much read"').query, garden, { find: () => 'unread' as const });
    expect(unread.open.map(({ lacks }) => lacks)).toEqual(['texts', 'texts']);
  });

  it('is asked over and over, and spoils nothing', () => {
    const { query } = parse('tag:physics OR heat');
    const first = evaluate(query, garden).mask!;
    first.fill(9);
    expect([...evaluate(query, garden).mask!]).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  it('answers within a key of ten thousand notes', () => {
    const titles = Array.from(
      { length: 10_000 },
      (_, id) => `Note ${id} on subject ${id % 97} and ${(id * 7919) % 1_000}`,
    );
    const large = readColumns({
      titles,
      slugs: titles.map((_, id) => `posts/${id % 12}/note-${id}`),
      unit: 1,
      x: titles.map(() => 0),
      y: titles.map(() => 0),
      region: titles.map(() => -1),
      regions: [],
      from: titles.map((_, id) => id),
      to: titles.map((_, id) => (id + 1) % 10_000),
      tags: ['a', 'b'],
      noteTags: titles.map((_, id) => [id % 2]),
    });
    evaluate(parse('x').query, large);
    for (const text of ['subject 9 -tag:a', '/n.te \\d+5 .*(12|7)$/', 'path:posts/3 links:>1 link:note']) {
      const { query } = parse(text);
      evaluate(query, large);
      // The best of some: what else the machine does is no matter.
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        evaluate(query, large);
        return performance.now() - start;
      });
      expect(Math.min(...times), text).toBeLessThan(40);
    }
  });
});

describe('the plan of a query', () => {
  it('parts free words and phrases from what else must hold', () => {
    const plan = planOf(parse('black "event horizon" -rain tag:physics (a OR b) after:2024').query);
    expect(plan.words).toEqual(['black']);
    expect(plan.phrases).toEqual(['event horizon']);
    expect(plan.needs).toBe('facts');
    expect(plan.conditions).toEqual(parse('-rain tag:physics (a OR b) after:2024').query);
    expect(planOf(parse('').query)).toMatchObject({ words: [], phrases: [], needs: 'nothing' });
    expect(planOf(parse('a OR -section:b has:math').query).needs).toBe('headings');
    expect(planOf(parse('one').query).conditions).toEqual({ kind: 'all' });
  });
});

describe('a date', () => {
  it.each([
    ['1970', 0],
    ['1969-12-31', -1],
    ['2000-03', 11_017],
    ['2024-02-29', 19_782],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
    ['2024-00', null],
    ['2100-02-29', null],
    ['24-01-01', null],
    ['2024-1-1x', null],
  ])('%j begins on day %j', (text, day) => {
    expect(firstDay(text)).toBe(day);
    if (day !== null)
      expect(firstDay(text)).toBe(Date.parse(text.length === 4 ? `${text}-01-01` : text) / 86_400_000);
  });
});
