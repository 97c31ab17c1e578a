/** Dates and slugs are what Hugo 0.111.3 made of these very names. */
import { describe, expect, test } from 'vitest';
import type { FrontMatter } from '../common/types.ts';
import { readFrontMatter } from './front-matter.ts';
import { hugoFields, type HugoFieldSettings } from './hugo-fields.ts';

function fields(yaml: string, settings: HugoFieldSettings, path = 'posts/a.md'): FrontMatter {
  return hugoFields(readFrontMatter(`---\n${yaml}\n---\n`), path, settings);
}

describe('terms of a site’s own taxonomies', () => {
  const settings = { taxonomies: ['tags', 'Topics', 'series'] };

  test('are read whatever they are written as; a text is one term', () => {
    const yaml = 'tags: [x]\ntopics: ["Go Lang", 12, true, ""]\nSeries: one word, two';
    expect(fields(yaml, settings).terms).toEqual([
      ['topics', 'Go Lang'],
      ['topics', '12'],
      ['topics', 'true'],
      ['series', 'one word, two'],
    ]);
  });

  test('are absent where a note has none', () => {
    expect(fields('tags: [x]\ntopics: {one: 1}\nother: [y]', settings)).not.toHaveProperty('terms');
  });
});

describe('dates of a site that says where they come from', () => {
  const dateWays = {
    date: [':filename', 'date', 'written'],
    publishdate: ['publishdate', 'date'],
    expirydate: ['expirydate'],
    lastmod: ['changed', 'lastmod'],
  };
  const dated = (path: string, yaml = ''): unknown[] => {
    const { date, slug } = fields(yaml, { dateWays }, path);
    return [date, slug];
  };

  test.each([
    ['posts/2020-01-02-dated.md', '', '2020-01-02', 'dated'],
    ['posts/2020-01-03_under_score.md', '', '2020-01-03', 'under_score'],
    ['posts/2020-01-04-own.md', 'slug: mine\ndate: 2001-02-03', '2020-01-04', 'mine'],
    ['posts/2020-01-05.md', '', '2020-01-05', null],
    ['posts/2020-01-06-a.b.md', '', '2020-01-06', 'a'],
    ['posts/2020-13-07-a.md', 'date: 2001-02-03', '2001-02-03', null],
    ['posts/2021-05-06-bundle/index.md', '', '2021-05-06', 'bundle'],
    ['posts/plain.md', 'written: 2001-02-03', '2001-02-03', null],
    ['posts/plain.md', 'other: 2001-02-03', null, null],
  ])('%s with "%s" has the date %s and the slug %s', (path, yaml, date, slug) => {
    expect(dated(path, yaml)).toEqual([date, slug]);
  });

  test('a date from elsewhere doesn’t make a note one of the future', () => {
    const { publishDate } = fields('', { dateWays }, 'posts/2099-01-02-x.md');
    expect(Date.parse(publishDate!)).toBeLessThan(0);
    expect(fields('date: 2099-01-02', { dateWays }).publishDate).toBe('2099-01-02');
  });

  test('the others may have fields of their own', () => {
    expect(fields('changed: 2020-01-02\nlastmod: 2020-01-01', { dateWays }).lastmod).toBe('2020-01-02');
  });

  test('are as they stand where it says nothing', () => {
    expect(fields('date: 2001-02-03', {}, 'posts/2020-01-02-dated.md')).toMatchObject({
      date: '2001-02-03',
      slug: null,
      publishDate: null,
    });
  });
});
